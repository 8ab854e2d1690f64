package org.stipple.clinic.incident;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.AccountId;

@Repository
class ProtocolStore {

    private final JdbcClient sql;

    ProtocolStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Newest first.
    List<Protocol> of(Incident.Kind kind) {
        return sql.sql("select * from incident_protocol where kind = :kind order by version desc")
                .param("kind", kind.id())
                .query((row, _) -> new Protocol(
                        kind,
                        row.getInt("version"),
                        row.getString("words"),
                        row.getTimestamp("written_at").toInstant(),
                        row.getString("written_by")))
                .list();
    }

    void insert(Protocol protocol, AccountId account) {
        sql.sql("""
            insert into incident_protocol (clinic_id, kind, version, words, written_at, written_by, account_id)
            values (current_clinic(), :kind, :version, :words, :at, :by, :account)
            """)
                .param("kind", protocol.kind().id())
                .param("version", protocol.version())
                .param("words", protocol.words())
                .param("at", Timestamp.from(protocol.at()))
                .param("by", protocol.by())
                .param("account", account.value())
                .update();
    }
}
