package org.stipple.clinic.messages;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReachStore {

    private final JdbcClient sql;

    ReachStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<String> newest() {
        return sql.sql("select words from clinic_reach order by entry desc limit 1")
                .query(String.class)
                .optional();
    }

    void insert(String words, Instant at, String by) {
        sql.sql("""
                        insert into clinic_reach (clinic_id, words, said_at, said_by)
                        values (current_clinic(), :words, :at, :by)
                        """)
                .param("words", words)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }
}
