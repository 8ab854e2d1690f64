package org.stipple.clinic.erasure;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.RecordClass;

@Repository
class RetentionStore {

    private final JdbcClient sql;

    RetentionStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(RetentionRule rule, AccountId account) {
        sql.sql("""
                        insert into retention_rule (clinic_id, class, years, until_age, law, stated_at, stated_by, account_id)
                        values (current_clinic(), :of, :years, :age, :law, :at, :by, :account)
                        """)
                .param("of", rule.of().id())
                .param("years", rule.years())
                .param("age", rule.untilAge().isPresent() ? rule.untilAge().getAsInt() : null)
                .param("law", rule.law())
                .param("at", Timestamp.from(rule.statedAt()))
                .param("by", rule.statedBy())
                .param("account", account.value())
                .update();
    }

    /// All that were ever stated, newest first.
    List<RetentionRule> all() {
        return sql.sql("select * from retention_rule order by entry desc")
                .query((row, _) -> {
                    int age = row.getInt("until_age");
                    return new RetentionRule(
                            RecordClass.find(row.getString("class")).orElseThrow(),
                            row.getInt("years"),
                            age > 0 ? OptionalInt.of(age) : OptionalInt.empty(),
                            row.getString("law"),
                            row.getTimestamp("stated_at").toInstant(),
                            row.getString("stated_by"));
                })
                .list();
    }

    /// When the last entry of a treatment was made in a record that is open: a screening, a session, a photo,
    /// an answer of the diary, a report of an adverse event, or that the person was registered.
    Optional<Instant> lastEntry(PatientId patient) {
        return sql.sql("""
                        select max(at) from (
                          select registered_at as at from patient where patient_id = :patient
                          union all select made_at from screening where patient_id = :patient
                          union all select started_at from session where patient_id = :patient
                          union all select stored_at from photo where patient_id = :patient
                          union all select begun_at from diary_entry where patient_id = :patient
                          union all select recorded_at from adverse_event_revision where patient_id = :patient) e
                        """)
                .param("patient", patient.value())
                .query((row, _) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }
}
