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

    String emergency() {
        return sql.sql("select emergency from clinic_reach order by entry desc limit 1")
                .query(String.class)
                .optional()
                .orElse("");
    }

    void insert(String words, String emergency, Instant at, String by) {
        sql.sql("""
                        insert into clinic_reach (clinic_id, words, emergency, said_at, said_by)
                        values (current_clinic(), :words, :emergency, :at, :by)
                        """)
                .param("words", words)
                .param("emergency", emergency)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }
}
