package org.stipple.clinic.treatment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.treatment.Reaction.Sign;

@Repository
class AfterStore {

    private final JdbcClient sql;

    AfterStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param session the only one that is asked for; empty for all of the person's
    /// @return sessions of which anything was told
    Map<UUID, Aftermath> of(PatientId patient, Optional<UUID> session) {
        var adjuncts = SessionRowsStore.read(
                sql,
                "select * from session_adjunct where patient_id = :patient",
                "number",
                patient,
                session,
                AfterStore::adjunct);
        var after = SessionRowsStore.read(
                sql,
                "select * from session_after where patient_id = :patient",
                "entry",
                patient,
                session,
                AfterStore::after);
        return Stream.concat(adjuncts.keySet().stream(), after.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> new Aftermath(adjuncts.getOrDefault(id, List.of()), after.getOrDefault(id, List.of()))));
    }

    void insert(PatientId patient, UUID session, Adjunct adjunct) {
        sql.sql("""
            insert into session_adjunct (clinic_id, patient_id, session_id, number, kind, product, millilitres, lot, caution, noted_at,
              noted_by, noted_account)
            values (current_clinic(), :patient, :session, :number, :kind, :product, :volume, :lot, :caution, :at, :by, :account)
            """)
                .param("patient", patient.value())
                .param("session", session)
                .param("number", adjunct.number())
                .param("kind", adjunct.used().kind().id())
                .param("product", adjunct.used().product())
                .param("volume", adjunct.used().millilitres().orElse(null))
                .param("lot", adjunct.used().lot().orElse(null))
                .param("caution", adjunct.caution().orElse(null))
                .param("at", Timestamp.from(adjunct.at()))
                .param("by", adjunct.by())
                .param("account", adjunct.account().value())
                .update();
    }

    void insert(PatientId patient, UUID session, Afterwards after) {
        var found = after.found();
        sql.sql("""
            insert into session_after (clinic_id, patient_id, session_id, entry, erythema, oedema, bleeding, wheal, applied,
              aftercare, note, noted_at, noted_by, noted_account)
            values (current_clinic(), :patient, :session, :entry, :erythema, :oedema, :bleeding, :wheal, :applied,
              :aftercare, :note, :at, :by, :account)
            """)
                .param("patient", patient.value())
                .param("session", session)
                .param("entry", after.entry())
                .param("erythema", found.reaction().of(Sign.ERYTHEMA).orElse(null))
                .param("oedema", found.reaction().of(Sign.OEDEMA).orElse(null))
                .param("bleeding", found.reaction().of(Sign.BLEEDING).orElse(null))
                .param("wheal", found.reaction().of(Sign.WHEAL).orElse(null))
                .param("applied", found.applied().orElse(null))
                .param(
                        "aftercare",
                        found.aftercare().map(Afterwards.Aftercare::id).orElse(null))
                .param("note", found.note().orElse(null))
                .param("at", Timestamp.from(after.at()))
                .param("by", after.by())
                .param("account", after.account().value())
                .update();
    }

    private static Adjunct adjunct(ResultSet row) throws SQLException {
        return new Adjunct(
                row.getInt("number"),
                new Adjunct.Used(
                        Adjunct.Kind.find(row.getString("kind")).orElseThrow(),
                        row.getString("product"),
                        Optional.ofNullable(row.getBigDecimal("millilitres")),
                        Optional.ofNullable(row.getString("lot"))),
                Optional.ofNullable(row.getString("caution")),
                row.getTimestamp("noted_at").toInstant(),
                row.getString("noted_by"),
                new AccountId(row.getObject("noted_account", UUID.class)));
    }

    private static Afterwards after(ResultSet row) throws SQLException {
        var grades = new EnumMap<Sign, Integer>(Sign.class);
        for (Sign sign : Sign.values()) {
            var grade = row.getObject(sign.id(), Integer.class);
            if (grade != null) {
                grades.put(sign, grade);
            }
        }
        return new Afterwards(
                row.getInt("entry"),
                new Afterwards.Found(
                        new Reaction(grades),
                        Optional.ofNullable(row.getString("applied")),
                        Optional.ofNullable(row.getString("aftercare")).flatMap(Afterwards.Aftercare::find),
                        Optional.ofNullable(row.getString("note"))),
                row.getTimestamp("noted_at").toInstant(),
                row.getString("noted_by"),
                new AccountId(row.getObject("noted_account", UUID.class)));
    }
}
