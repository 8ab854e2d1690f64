package org.stipple.clinic.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PasskeyStore {

    private static final String NOT_REMOVED =
            "not exists (select from passkey_removal r where r.clinic_id = p.clinic_id and r.passkey_id = p.passkey_id)";

    private final JdbcClient sql;

    PasskeyStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Looks across clinics, which only the database function may do: before sign-in no clinic is known.
    Optional<AccountStore.Named> owner(String credential) {
        return sql.sql("select * from account_for_passkey(:credential)")
                .param("credential", credential)
                .query((row, _) -> AccountStore.named(row))
                .optional();
    }

    record Found(UUID id, AccountId account, String name, PasskeyCheck.Kept kept) {}

    /// A passkey of the clinic that was not removed, with its newest counter; held until the transaction ends,
    /// so that of two answers with one counter only one is accepted.
    Optional<Found> hold(String credential) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:credential, 33))")
                .param("credential", credential)
                .query((_, _) -> 1)
                .single();
        return sql.sql("""
                        select p.passkey_id, p.account_id, p.name, p.credential, p.attested, p.backup_eligible,
                          coalesce((select u.counter from passkey_use u
                                    where u.clinic_id = p.clinic_id and u.passkey_id = p.passkey_id
                                    order by u.entry desc limit 1), p.counter) as counter
                        from passkey p where p.credential = :credential and %s
                        """.formatted(NOT_REMOVED))
                .param("credential", credential)
                .query((row, _) -> found(row))
                .optional();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getObject("passkey_id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("name"),
                new PasskeyCheck.Kept(
                        row.getString("credential"),
                        row.getBytes("attested"),
                        row.getBoolean("backup_eligible"),
                        row.getLong("counter")));
    }

    void used(UUID passkey, long counter, Instant at) {
        sql.sql("""
                        insert into passkey_use (clinic_id, passkey_id, counter, used_at)
                        values (current_clinic(), :passkey, :counter, :at)
                        """)
                .param("passkey", passkey)
                .param("counter", counter)
                .param("at", Timestamp.from(at))
                .update();
    }

    void insert(UUID id, AccountId account, String name, PasskeyCheck.Kept kept, Instant at) {
        sql.sql("""
                        insert into passkey
                          (clinic_id, account_id, passkey_id, name, credential, attested, backup_eligible, counter, added_at)
                        values (current_clinic(), :account, :id, :name, :credential, :attested, :eligible, :counter, :at)
                        """)
                .param("id", id)
                .param("account", account.value())
                .param("name", name)
                .param("credential", kept.credential())
                .param("attested", kept.attested())
                .param("eligible", kept.eligible())
                .param("counter", kept.counter())
                .param("at", Timestamp.from(at))
                .update();
    }

    List<Passkey> of(AccountId account) {
        return sql.sql("""
                        select p.passkey_id, p.name, p.credential, p.added_at,
                          (select max(u.used_at) from passkey_use u
                           where u.clinic_id = p.clinic_id and u.passkey_id = p.passkey_id) as used_at
                        from passkey p where p.account_id = :account and %s
                        order by p.added_at, p.passkey_id
                        """.formatted(NOT_REMOVED))
                .param("account", account.value())
                .query((row, _) -> new Passkey(
                        row.getObject("passkey_id", UUID.class),
                        row.getString("name"),
                        row.getString("credential"),
                        row.getTimestamp("added_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("used_at")).map(Timestamp::toInstant)))
                .list();
    }

    void remove(UUID passkey, String reason, Instant at, Actor by) {
        sql.sql("""
                        insert into passkey_removal
                          (clinic_id, passkey_id, reason, removed_at, removed_by, removed_account)
                        values (current_clinic(), :passkey, :reason, :at, :by, :account)
                        """)
                .param("passkey", passkey)
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("by", by.name())
                .param("account", by.account().value())
                .update();
    }
}
