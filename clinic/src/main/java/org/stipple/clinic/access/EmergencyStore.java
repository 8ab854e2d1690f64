package org.stipple.clinic.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EmergencyStore {

    private static final String ACCESS =
            "select access_id, patient_id, account_id, account_name, why, reason, opened_at, until from emergency_access a ";

    private final JdbcClient sql;

    EmergencyStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(EmergencyAccess access) {
        sql.sql("""
                        insert into emergency_access
                          (clinic_id, access_id, patient_id, account_id, account_name, why, reason, opened_at, until)
                        values (current_clinic(), :id, :patient, :account, :by, :why, :reason, :at, :until)
                        """)
                .param("id", access.id())
                .param("patient", access.patient().value())
                .param("account", access.account().value())
                .param("by", access.by())
                .param("why", access.why().id())
                .param("reason", access.reason())
                .param("at", Timestamp.from(access.openedAt()))
                .param("until", Timestamp.from(access.until()))
                .update();
    }

    List<EmergencyAccess> open(AccountId account, Instant now) {
        return sql.sql(ACCESS + "where account_id = :account and opened_at <= :now and until > :now order by until")
                .param("account", account.value())
                .param("now", Timestamp.from(now))
                .query((row, _) -> access(row))
                .list();
    }

    List<EmergencyAccess> unreviewed() {
        return sql.sql(
                        ACCESS
                                + "where not exists (select from emergency_review r where r.access_id = a.access_id) order by opened_at")
                .query((row, _) -> access(row))
                .list();
    }

    void review(EmergencyAccess access, boolean justified, String note, Actor by, Instant at) {
        sql.sql("""
                        insert into emergency_review
                          (clinic_id, access_id, opened_account, justified, note, account_id, reviewer, reviewed_at)
                        values (current_clinic(), :id, :opened, :justified, :note, :account, :by, :at)
                        """)
                .param("id", access.id())
                .param("opened", access.account().value())
                .param("justified", justified)
                .param("note", note)
                .param("account", by.account().value())
                .param("by", by.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    private static EmergencyAccess access(ResultSet row) throws SQLException {
        String why = row.getString("why");
        return new EmergencyAccess(
                row.getObject("access_id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("account_name"),
                EmergencyWhy.find(why).orElseThrow(() -> new IllegalStateException("there is no reason " + why)),
                row.getString("reason"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("until").toInstant());
    }
}
