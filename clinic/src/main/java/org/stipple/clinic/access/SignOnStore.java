package org.stipple.clinic.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SignOnStore {

    private final JdbcClient sql;

    SignOnStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Looks across clinics, which only the database function may do: before sign-in no clinic is known.
    Optional<AccountStore.Named> account(String issuer, String subject) {
        return sql.sql("select * from account_for_subject(:issuer, :subject)")
                .param("issuer", issuer)
                .param("subject", subject)
                .query((row, _) -> AccountStore.named(row))
                .optional();
    }

    /// Whether any account, of any clinic, is linked; nobody else links the subject until the transaction ends.
    boolean isLinked(String issuer, String subject) {
        return sql.sql("select subject_is_linked(:issuer, :subject)")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    void note(AccountId account, String issuer, String subject, boolean linked, String reason, Instant at, Actor by) {
        sql.sql("""
                        insert into sign_on_link
                          (clinic_id, account_id, issuer, subject, linked, reason, noted_at, noted_by, noted_account)
                        values (current_clinic(), :account, :issuer, :subject, :linked, :reason, :at, :by, :who)
                        """)
                .param("account", account.value())
                .param("issuer", issuer)
                .param("subject", subject)
                .param("linked", linked)
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("by", by.name())
                .param("who", by.account().value())
                .update();
    }

    /// The links of an account that stand.
    List<SignOn.Link> of(AccountId account) {
        return sql.sql("""
                        select issuer, subject, noted_at, linked from (
                          select distinct on (issuer, subject) issuer, subject, noted_at, linked, entry from sign_on_link
                          where account_id = :account order by issuer, subject, entry desc) newest
                        where linked order by entry
                        """)
                .param("account", account.value())
                .query((row, _) -> new SignOn.Link(
                        row.getString("issuer"),
                        row.getString("subject"),
                        row.getTimestamp("noted_at").toInstant()))
                .list();
    }
}
