package org.stipple.clinic.access;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RequestKeyStore {

    private final JdbcClient sql;

    RequestKeyStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Used(String bodyHash, String location) {}

    /// Waits for a concurrent request with the same key to end, so that exactly one claims it.
    boolean claim(UUID key, String bodyHash) {
        return sql.sql("""
                                insert into request_key (clinic_id, key, account_id, body_hash)
                                values (current_clinic(), :key, current_account(), :hash) on conflict do nothing
                                """).param("key", key).param("hash", bodyHash).update() == 1;
    }

    void finish(UUID key, String location) {
        sql.sql("update request_key set location = :location where key = :key")
                .param("location", location)
                .param("key", key)
                .update();
    }

    Optional<Used> find(UUID key) {
        return sql.sql(
                        "select body_hash, location from request_key where key = :key and account_id = current_account()")
                .param("key", key)
                .query((row, _) -> new Used(row.getString("body_hash"), row.getString("location")))
                .optional();
    }
}
