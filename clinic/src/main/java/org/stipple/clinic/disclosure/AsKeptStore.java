package org.stipple.clinic.disclosure;

import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.PatientId;

/// Every row of a person's tables, as it is kept. Which tables those are is asked of the database, so that a
/// new one is never forgotten.
@Repository
class AsKeptStore {

    private final JdbcClient sql;

    AsKeptStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Tables with rows of people.
    List<String> tables() {
        return sql.sql("""
                        select c.table_name from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = current_schema() and c.column_name = 'patient_id' and t.table_type = 'BASE TABLE'
                        order by c.table_name
                        """).query((row, _) -> row.getString(1)).list();
    }

    /// Gives every table with its rows of a person whose record is open, each row as one line of JSON, in no
    /// order of importance. What proves a link is no part of a record, and left out.
    void each(PatientId patient, BiConsumer<String, List<String>> table) {
        tables().forEach(name -> table.accept(name, rows(name, patient)));
    }

    private List<String> rows(String table, PatientId patient) {
        return sql.sql("select (to_jsonb(t) - 'clinic_id' - 'token_sha256')::text from \"" + table
                        + "\" t where patient_id = :patient order by 1")
                .param("patient", patient.value())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
