package org.stipple.clinic.consent;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;

@Repository
class LookStore {

    private final JdbcClient sql;

    LookStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Instant> openUntil(PatientId patient, String purpose, AccountId account, Instant now) {
        return sql.sql("""
                        select until from withheld_look
                        where patient_id = :patient and purpose = :purpose and account_id = :account and until > :now
                        order by until desc limit 1
                        """)
                .param("patient", patient.value())
                .param("purpose", purpose)
                .param("account", account.value())
                .param("now", Timestamp.from(now))
                .query((row, _) -> row.getTimestamp("until").toInstant())
                .optional();
    }

    void insert(UUID id, PatientId patient, String purpose, String reason, Actor by, Instant at, Instant until) {
        sql.sql("""
                        insert into withheld_look (clinic_id, patient_id, look_id, purpose, reason, account_id, looked_by, looked_at, until)
                        values (current_clinic(), :patient, :id, :purpose, :reason, :account, :by, :at, :until)
                        """)
                .param("patient", patient.value())
                .param("id", id)
                .param("purpose", purpose)
                .param("reason", reason)
                .param("account", by.account().value())
                .param("by", by.name())
                .param("at", Timestamp.from(at))
                .param("until", Timestamp.from(until))
                .update();
    }
}
