package org.stipple.clinic.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.quantities.ZoneId;

@Repository
class IncidentStore {

    private static final String INCIDENTS = """
        select i.*, s.patient_id, s.session_id, r.note, r.signer, r.reviewed_at
        from incident i left join incident_session s using (clinic_id, incident_id)
          left join incident_review r using (clinic_id, incident_id)
        """;

    private final JdbcClient sql;

    IncidentStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Of the whole clinic. No record is opened for that.
    int waiting() {
        return sql.sql("""
            select count(*) from incident i
            where not exists (select from incident_review r where r.clinic_id = i.clinic_id and r.incident_id = i.incident_id)
            """).query(Integer.class).single();
    }

    /// Newest first; what waits before what was reviewed.
    List<Incident> newest(int atMost) {
        return sql.sql(INCIDENTS
                        + " order by (r.reviewed_at is not null), i.happened_at desc, i.entry desc limit :most")
                .param("most", atMost)
                .query((row, _) -> incident(row))
                .list();
    }

    List<Incident> in(Incident.In session) {
        return sql.sql(INCIDENTS
                        + " where s.patient_id = :patient and s.session_id = :session order by i.happened_at, i.entry")
                .param("patient", session.patient().value())
                .param("session", session.session())
                .query((row, _) -> incident(row))
                .list();
    }

    /// Of all sessions of a person, newest first. The record has been opened.
    List<Incident> of(PatientId patient) {
        return sql.sql(INCIDENTS + " where s.patient_id = :patient order by i.happened_at desc, i.entry desc")
                .param("patient", patient.value())
                .query((row, _) -> incident(row))
                .list();
    }

    Optional<Incident> find(UUID id) {
        return sql.sql(INCIDENTS + " where i.incident_id = :id")
                .param("id", id)
                .query((row, _) -> incident(row))
                .optional();
    }

    /// When a session of that person began; empty where there is none such. The record has been opened.
    Optional<Instant> begun(Incident.In in) {
        return sql.sql("select started_at from session where patient_id = :patient and session_id = :session")
                .param("patient", in.patient().value())
                .param("session", in.session())
                .query((row, _) -> row.getTimestamp("started_at").toInstant())
                .optional();
    }

    void insert(Incident incident) {
        var told = incident.told();
        sql.sql("""
            insert into incident (clinic_id, incident_id, kind, affected, happened, done, unit, zone, happened_at, recorded_at,
              recorded_by, recorded_account)
            values (current_clinic(), :id, :kind, :affected, :happened, :done, :unit, :zone, :at, :recorded, :by, :account)
            """)
                .param("id", incident.id())
                .param("kind", told.kind().id())
                .param("affected", told.affected().id())
                .param("happened", told.happened())
                .param("done", told.done())
                .param("unit", told.unit().orElse(null))
                .param("zone", told.zone().map(ZoneId::id).orElse(null))
                .param("at", Timestamp.from(told.at()))
                .param("recorded", Timestamp.from(incident.recordedAt()))
                .param("by", incident.recordedBy())
                .param("account", incident.account().value())
                .update();
        incident.in()
                .ifPresent(in -> sql.sql("""
                    insert into incident_session (clinic_id, patient_id, session_id, incident_id)
                    values (current_clinic(), :patient, :session, :id)
                    """)
                        .param("patient", in.patient().value())
                        .param("session", in.session())
                        .param("id", incident.id())
                        .update());
    }

    /// False when it was reviewed before.
    boolean reviewed(Incident incident, String meaning, Incident.Review review, Actor signer) {
        return sql.sql("""
            insert into incident_review (clinic_id, incident_id, recorded_account, meaning, note, account_id, signer,
              reviewed_at)
            values (current_clinic(), :id, :recorded, :meaning, :note, :account, :signer, :at)
            on conflict do nothing
            """)
                        .param("id", incident.id())
                        .param("recorded", incident.account().value())
                        .param("meaning", meaning)
                        .param("note", review.note())
                        .param("account", signer.account().value())
                        .param("signer", review.signer())
                        .param("at", Timestamp.from(review.at()))
                        .update()
                == 1;
    }

    private static Incident incident(ResultSet row) throws SQLException {
        UUID session = row.getObject("session_id", UUID.class);
        Timestamp reviewed = row.getTimestamp("reviewed_at");
        return new Incident(
                row.getObject("incident_id", UUID.class),
                new Incident.Told(
                        Incident.Kind.find(row.getString("kind")).orElseThrow(),
                        Incident.Affected.find(row.getString("affected")).orElseThrow(),
                        row.getString("happened"),
                        row.getString("done"),
                        Optional.ofNullable(row.getString("unit")),
                        Optional.ofNullable(row.getString("zone")).flatMap(ZoneId::find),
                        row.getTimestamp("happened_at").toInstant()),
                session == null
                        ? Optional.empty()
                        : Optional.of(new Incident.In(new PatientId(row.getObject("patient_id", UUID.class)), session)),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                new AccountId(row.getObject("recorded_account", UUID.class)),
                reviewed == null
                        ? Optional.empty()
                        : Optional.of(new Incident.Review(
                                row.getString("note"), row.getString("signer"), reviewed.toInstant())));
    }
}
