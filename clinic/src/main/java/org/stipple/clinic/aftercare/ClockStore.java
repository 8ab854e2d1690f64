package org.stipple.clinic.aftercare;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;

/// Where the clocks of open concerns stand. Nothing here needs a record to be open, and no sign is told.
@Repository
class ClockStore {

    private final JdbcClient sql;

    ClockStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// An open concern whose next step is due.
    ///
    /// @param taken whether somebody had taken it on, and nothing came of it in time
    record Due(UUID concern, int minutes, Instant raisedAt, int step, boolean taken) {}

    /// Claimed for this transaction: nobody else gets it, and nobody waits for it.
    Optional<Due> claim(Instant now) {
        return sql.sql("""
                        select * from waiting_concern where next_at <= :now order by next_at, concern_id limit 1 for update skip locked
                        """)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new Due(
                        row.getObject("concern_id", UUID.class),
                        row.getInt("minutes"),
                        ConcernStore.instant(row, "raised_at"),
                        row.getInt("next_step"),
                        row.getBoolean("taken")))
                .optional();
    }

    void step(Due due, List<Role> roles, int people, Instant at, Instant nextAt) {
        sql.sql("""
                        insert into concern_step (clinic_id, concern_id, step, roles, people, stepped_at)
                        values (current_clinic(), :concern, :step, :roles, :people, :at)
                        """)
                .param("concern", due.concern())
                .param("step", due.step())
                .param("roles", roles.stream().map(Role::id).toArray(String[]::new))
                .param("people", people)
                .param("at", Timestamp.from(at))
                .update();
        sql.sql("""
                        update waiting_concern set next_step = :step + 1, next_at = :next, taken = false where concern_id = :concern
                        """)
                .param("concern", due.concern())
                .param("step", due.step())
                .param("next", Timestamp.from(nextAt))
                .update();
    }

    /// Somebody took it on: the clock rests until then.
    void rest(UUID concern, Instant until) {
        sql.sql("update waiting_concern set taken = true, next_at = :until where concern_id = :concern")
                .param("concern", concern)
                .param("until", Timestamp.from(until))
                .update();
    }

    List<Concern.Step> steps(UUID concern) {
        return sql.sql("select * from concern_step where concern_id = :concern order by step")
                .param("concern", concern)
                .query((row, _) -> new Concern.Step(
                        row.getInt("step"),
                        ConcernStore.texts(row.getArray("roles")),
                        row.getInt("people"),
                        ConcernStore.instant(row, "stepped_at")))
                .list();
    }

    /// An open concern, as the lists know it.
    record Open(UUID concern, PatientId patient) {}

    /// What is open, what nobody has taken on and the gravest first.
    List<Open> open(int most) {
        return sql.sql("""
                        select concern_id, patient_id from waiting_concern
                        order by taken, case call when 'emergency' then 0 when 'clinician-today' then 1 else 2 end, raised_at, concern_id
                        limit :most
                        """)
                .param("most", most)
                .query((row, _) -> new Open(
                        row.getObject("concern_id", UUID.class),
                        new PatientId(row.getObject("patient_id", UUID.class))))
                .list();
    }

    /// How many that are.
    int countOpen() {
        return sql.sql("select count(*) from waiting_concern")
                .query(Integer.class)
                .single();
    }
}
