package org.stipple.clinic.access;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PasswordTryStore {

    /// No wait, whatever a clock does that is set back.
    private static final Timestamp FREE = Timestamp.from(Instant.EPOCH);

    private final JdbcClient sql;

    PasswordTryStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Counts a try as failed, unless it has to wait; holds the count until the transaction ends, so that
    /// many tries at once are one after the other.
    ///
    /// @return how many failed, this one included; empty when it has to wait
    Optional<Integer> count(String what, Instant at, Instant forgotten) {
        return sql.sql("""
                                insert into password_try as t (what, failures, last_at, free_at) values (:what, 1, :at, :free)
                                on conflict (what) do update set
                                  failures = case when t.last_at < :forgotten then 1 else t.failures + 1 end,
                                  last_at = excluded.last_at, free_at = excluded.free_at
                                where t.free_at <= :at
                                returning failures
                                """)
                .param("what", what)
                .param("at", Timestamp.from(at))
                .param("forgotten", Timestamp.from(forgotten))
                .param("free", FREE)
                .query(Integer.class)
                .optional();
    }

    void waitUntil(String what, Instant free) {
        sql.sql("update password_try set free_at = :free where what = :what")
                .param("what", what)
                .param("free", Timestamp.from(free))
                .update();
    }

    /// How long until the next try; zero when it need not wait.
    Duration wait(String what, Instant at) {
        return sql.sql("select free_at from password_try where what = :what")
                .param("what", what)
                .query((row, _) -> row.getTimestamp("free_at").toInstant())
                .optional()
                .filter(free -> free.isAfter(at))
                .map(free -> Duration.between(at, free))
                .orElse(Duration.ZERO);
    }

    /// Whether the right password was given here since then.
    boolean isKnown(String what, Instant since) {
        return sql.sql("select exists (select from password_try where what = :what and known_at >= :since)")
                .param("what", what)
                .param("since", Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    /// The right password was given here.
    void known(String what, Instant at) {
        sql.sql("""
                        insert into password_try (what, failures, last_at, free_at, known_at) values (:what, 0, :at, :free, :at)
                        on conflict (what) do update set failures = 0, last_at = :at, free_at = :free, known_at = :at
                        """)
                .param("what", what)
                .param("at", Timestamp.from(at))
                .param("free", FREE)
                .update();
    }

    /// A try that was counted was none that failed.
    void takeBack(String what) {
        sql.sql("update password_try set failures = greatest(failures - 1, 0), free_at = :free where what = :what")
                .param("what", what)
                .param("free", FREE)
                .update();
    }

    /// The same write as a known name causes, so that an unknown one takes as long.
    void touch(String what, Instant at) {
        sql.sql("update password_try set last_at = :at where what = :what")
                .param("what", what)
                .param("at", Timestamp.from(at))
                .update();
    }

    void forget(Instant before) {
        sql.sql("delete from password_try where last_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }
}
