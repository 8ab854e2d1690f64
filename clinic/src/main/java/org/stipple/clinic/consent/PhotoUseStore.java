package org.stipple.clinic.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;

@Repository
class PhotoUseStore {

    private final JdbcClient sql;

    PhotoUseStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(
            UUID id, PatientId patient, Purpose purpose, String what, String to, LocalDate on, Actor by, Instant at) {
        sql.sql("""
                        insert into photo_use (clinic_id, patient_id, use_id, purpose, what, went_to, went_on, noted_by, account_id, noted_at)
                        values (current_clinic(), :patient, :id, :purpose, :what, :to, :on, :by, :account, :at)
                        """)
                .param("patient", patient.value())
                .param("id", id)
                .param("purpose", purpose.id())
                .param("what", what)
                .param("to", to)
                .param("on", on)
                .param("by", by.name())
                .param("account", by.account().value())
                .param("at", Timestamp.from(at))
                .update();
    }

    void end(PatientId patient, UUID use, PhotoUse.Outcome outcome, String words, Actor by, Instant at) {
        sql.sql("""
                        insert into photo_use_end (clinic_id, patient_id, use_id, outcome, words, noted_by, account_id, noted_at)
                        values (current_clinic(), :patient, :id, :outcome, :words, :by, :account, :at)
                        """)
                .param("patient", patient.value())
                .param("id", use)
                .param("outcome", outcome.id())
                .param("words", words)
                .param("by", by.name())
                .param("account", by.account().value())
                .param("at", Timestamp.from(at))
                .update();
    }

    List<PhotoUse> of(PatientId patient) {
        return sql.sql("""
                        select u.*, w.use_id is not null as waits, e.outcome, e.words, e.noted_by as ended_by, e.noted_at as ended_at
                        from photo_use u left join photo_use_end e using (clinic_id, patient_id, use_id)
                          left join waiting_photo_use w using (clinic_id, patient_id, use_id)
                        where u.patient_id = :patient order by u.went_on desc, u.noted_at desc
                        """)
                .param("patient", patient.value())
                .query((row, _) -> new PhotoUse(
                        row.getObject("use_id", UUID.class),
                        Purpose.find(row.getString("purpose")).orElseThrow(),
                        row.getString("what"),
                        row.getString("went_to"),
                        row.getObject("went_on", LocalDate.class),
                        row.getString("noted_by"),
                        row.getBoolean("waits"),
                        end(row)))
                .list();
    }

    private static Optional<PhotoUse.End> end(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return outcome == null
                ? Optional.empty()
                : Optional.of(new PhotoUse.End(
                        PhotoUse.Outcome.find(outcome).orElseThrow(),
                        row.getString("words"),
                        row.getString("ended_by"),
                        row.getTimestamp("ended_at").toInstant()));
    }

    List<PhotoUses.ToEnd> waiting(int atMost) {
        return sql.sql("""
                        select w.patient_id, p.given_name || ' ' || p.family_name as name, w.purpose, w.since
                        from waiting_photo_use w join patient p on p.clinic_id = w.clinic_id and p.patient_id = w.patient_id
                        where w.clinic_id = current_clinic()
                        order by w.since limit :most
                        """)
                .param("most", atMost)
                .query((row, _) -> new PhotoUses.ToEnd(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getString("name"),
                        Purpose.find(row.getString("purpose")).orElseThrow(),
                        row.getTimestamp("since").toInstant()))
                .list();
    }
}
