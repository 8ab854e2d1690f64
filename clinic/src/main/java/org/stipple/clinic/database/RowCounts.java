package org.stipple.clinic.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/// How many rows each table of the schema has.
final class RowCounts {

    /// The one table whose rows are forgotten after some days.
    private static final String FORGETS = "password_try";

    private RowCounts() {}

    static Map<String, Long> of(Connection session) throws SQLException {
        return of(session, "count(*)");
    }

    /// Counts by reading every value of every row, which fails where one of them cannot be read.
    static Map<String, Long> byReadingAll(Connection session) throws SQLException {
        return of(session, "count(length(t::text))");
    }

    private static Map<String, Long> of(Connection session, String counted) throws SQLException {
        var tables = new ArrayList<String>();
        try (var query = session.createStatement();
                var rows = query.executeQuery("select relname from pg_class where relkind = 'r' and relname <> '"
                        + FORGETS + "' and relnamespace = to_regnamespace('stipple') order by relname")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        var counts = new TreeMap<String, Long>();
        for (String table : tables) {
            try (var query = session.createStatement();
                    var row = query.executeQuery("select " + counted + " from stipple.\"" + table + "\" t")) {
                row.next();
                counts.put(table, row.getLong(1));
            }
        }
        return counts;
    }
}
