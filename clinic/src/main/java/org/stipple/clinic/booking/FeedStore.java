package org.stipple.clinic.booking;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.ClinicId;

@Repository
class FeedStore {

    private final JdbcClient sql;

    FeedStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(UUID feed, Optional<AccountId> account, String tokenHash, Instant at, String by) {
        sql.sql("""
                        insert into calendar_feed (clinic_id, feed_id, account_id, token_sha256, made_at, made_by)
                        values (current_clinic(), :feed, :account, :token, :at, :by)
                        """)
                .param("feed", feed)
                .param("account", account.map(AccountId::value).orElse(null))
                .param("token", tokenHash)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    /// The newest of an account, or of the clinic.
    Optional<UUID> newest(Optional<AccountId> account) {
        return sql.sql("""
                        select feed_id from calendar_feed where account_id is not distinct from cast(:account as uuid)
                        order by entry desc limit 1
                        """)
                .param("account", account.map(AccountId::value).orElse(null))
                .query(UUID.class)
                .optional();
    }

    /// Whose calendar an address is, across clinics: no calendar program is signed in.
    record Found(ClinicId clinic, Optional<AccountId> account, String clinicName, ZoneId zone) {}

    Optional<Found> byLink(String tokenHash) {
        return sql.sql("select * from calendar_by_link(:hash)")
                .param("hash", tokenHash)
                .query((row, _) -> new Found(
                        new ClinicId(row.getObject("clinic_id", UUID.class)),
                        Optional.ofNullable(row.getObject("account_id", UUID.class))
                                .map(AccountId::new),
                        row.getString("clinic_name"),
                        ZoneId.of(row.getString("time_zone"))))
                .optional();
    }
}
