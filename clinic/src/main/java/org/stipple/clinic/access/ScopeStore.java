package org.stipple.clinic.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

@Repository
class ScopeStore {

    private final JdbcClient sql;

    ScopeStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Scopes.Entry> newest(AccountId account) {
        return history(account).stream().findFirst();
    }

    List<Scopes.Entry> history(AccountId account) {
        return sql.sql("""
                        select deepest_um, zones, devices, reason, set_at, set_by from account_scope
                        where account_id = :account order by entry desc
                        """)
                .param("account", account.value())
                .query((row, _) -> new Scopes.Entry(
                        scope(row),
                        row.getString("reason"),
                        row.getTimestamp("set_at").toInstant(),
                        row.getString("set_by")))
                .list();
    }

    private static Scope scope(ResultSet row) throws SQLException {
        var zones = EnumSet.noneOf(ZoneId.class);
        for (String id : texts(row.getArray("zones"))) {
            // A zone that the program does not know any more must not widen the scope to all of them.
            zones.add(ZoneId.find(id).orElseThrow(() -> new IllegalStateException("there is no zone " + id)));
        }
        return new Scope(
                Optional.ofNullable(row.getObject("deepest_um", Integer.class)).map(Depth::ofMicrometres),
                zones,
                Set.copyOf(texts(row.getArray("devices"))));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    void insert(AccountId account, Scopes.Entry entry, AccountId by) {
        sql.sql("""
                        insert into account_scope (clinic_id, account_id, deepest_um, zones, devices, reason, set_at, set_by, set_account)
                        values (current_clinic(), :account, :deepest, :zones, :devices, :reason, :at, :by, :who)
                        """)
                .param("account", account.value())
                .param(
                        "deepest",
                        entry.scope().deepest().map(Depth::micrometres).orElse(null),
                        java.sql.Types.INTEGER)
                .param("zones", entry.scope().zones().stream().map(ZoneId::id).toArray(String[]::new))
                .param("devices", entry.scope().devices().toArray(String[]::new))
                .param("reason", entry.reason())
                .param("at", Timestamp.from(entry.at()))
                .param("by", entry.by())
                .param("who", by.value())
                .update();
    }
}
