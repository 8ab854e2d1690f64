package org.stipple.clinic.meaning;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.AccountId;

@Repository
class SymptomWordingStore {

    private final JdbcClient sql;

    SymptomWordingStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Turned turned, AccountId account) {
        sql.sql("""
                        insert into symptom_wording (clinic_id, number, turned_on, reason, text_sha256, turned_at, turned_by, account_id)
                        values (current_clinic(), :number, :on, :reason, :sha256, :at, :by, :account)
                        """)
                .param("number", turned.number())
                .param("on", turned.on())
                .param("reason", turned.reason())
                .param("sha256", turned.textSha256())
                .param("at", Timestamp.from(turned.at()))
                .param("by", turned.by())
                .param("account", account.value())
                .update();
    }

    /// Newest first.
    List<Turned> all() {
        return sql.sql("select * from symptom_wording order by number desc")
                .query((row, _) -> new Turned(
                        row.getInt("number"),
                        row.getBoolean("turned_on"),
                        row.getString("reason"),
                        row.getString("text_sha256"),
                        row.getTimestamp("turned_at").toInstant(),
                        row.getString("turned_by")))
                .list();
    }
}
