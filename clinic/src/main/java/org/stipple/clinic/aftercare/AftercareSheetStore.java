package org.stipple.clinic.aftercare;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.web.words.Tongue;

@Repository
class AftercareSheetStore {

    private final JdbcClient sql;

    AftercareSheetStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(AftercareSheet sheet, AccountId account) {
        sql.sql("""
                        insert into aftercare_sheet (clinic_id, version, why, published_at, published_by, account_id)
                        values (current_clinic(), :version, :why, :at, :by, :account)
                        """)
                .param("version", sheet.version())
                .param("why", sheet.why())
                .param("at", Timestamp.from(sheet.at()))
                .param("by", sheet.by())
                .param("account", account.value())
                .update();
        sheet.lines()
                .forEach(line -> sql.sql("""
                                insert into aftercare_line (clinic_id, version, step, tongue, todo, avoid)
                                values (current_clinic(), :version, :step, :tongue, :todo, :avoid)
                                """)
                        .param("version", sheet.version())
                        .param("step", line.step())
                        .param("tongue", line.tongue().lang())
                        .param("todo", line.todo())
                        .param("avoid", line.avoid())
                        .update());
    }

    Optional<AftercareSheet> newest() {
        return all().stream().findFirst();
    }

    /// Newest first.
    List<AftercareSheet> all() {
        return sql
                .sql("select * from aftercare_sheet order by version desc")
                .query((row, _) -> new AftercareSheet(
                        row.getInt("version"),
                        row.getString("why"),
                        row.getTimestamp("published_at").toInstant(),
                        row.getString("published_by"),
                        List.of()))
                .list()
                .stream()
                .map(sheet -> new AftercareSheet(
                        sheet.version(), sheet.why(), sheet.at(), sheet.by(), lines(sheet.version())))
                .toList();
    }

    private List<AftercareSheet.Line> lines(int version) {
        return sql.sql("select * from aftercare_line where version = :version order by step, tongue")
                .param("version", version)
                .query((row, _) -> new AftercareSheet.Line(
                        row.getString("step"),
                        Tongue.of(row.getString("tongue")).orElseThrow(),
                        row.getString("todo"),
                        row.getString("avoid")))
                .list();
    }
}
