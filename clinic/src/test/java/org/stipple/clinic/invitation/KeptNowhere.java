package org.stipple.clinic.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import org.stipple.clinic.ClinicUnderTest;

/// Looks through every table, as their owner, for what stands in a link: whoever reads the database, or a
/// backup of it, finds no link that opens anything.
public final class KeptNowhere {

    private KeptNowhere() {}

    /// @param path of the link, such as `/own/after/…`
    public static void require(ClinicUnderTest stipple, String path) throws SQLException {
        String secret = path.substring(path.lastIndexOf('/') + 1);
        assertThat(secret).hasSize(43);
        try (var connection = stipple.owner().getConnection();
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var rows =
                    statement.executeQuery("select relname from pg_class where relkind = 'r' and relnamespace = "
                            + "'stipple'::regnamespace and relforcerowsecurity")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            assertThat(tables).contains("request_key", "invitation", "message");
            for (String table : tables) {
                statement.execute("alter table stipple." + table + " no force row level security");
                try (var rows = statement.executeQuery(
                        "select count(*) from stipple." + table + " t where t::text like '%" + secret + "%'")) {
                    rows.next();
                    assertThat(rows.getInt(1)).as(table).isZero();
                } finally {
                    statement.execute("alter table stipple." + table + " force row level security");
                }
            }
        }
    }
}
