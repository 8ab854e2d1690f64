package org.stipple.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.stipple.clinic.database.Database;
import org.stipple.clinic.database.TestPostgres;

/// What was done is never edited: neither the application nor the owner of the tables can.
class AppendOnlyTest {

    /// Who waits, derived from the records by the database: a row is gone when nobody waits any more.
    private static final Set<String> WAITING = Set.of(
            "waiting_signature",
            "waiting_deferral",
            "waiting_session",
            "waiting_close",
            "waiting_review",
            "waiting_numbing",
            "waiting_concern",
            "held",
            "waiting_adverse",
            "waiting_follow_up",
            "waiting_question",
            "waiting_consent",
            "waiting_photo_use",
            "waiting_answers",
            "waiting_absence",
            "waiting_copy");

    /// What may change: names and addresses of people, accounts, a clinic's own data, and the result of a
    /// request.
    private static final Set<String> MAY_CHANGE = with(
            WAITING,
            "patient",
            "account",
            "clinic",
            "request_key",
            "password_try",
            "usual_operator",
            "delivery",
            "staff_alert");

    /// What is kept for some days alone: counts of wrong passwords, which say nothing of anybody's record.
    private static final Set<String> FORGOTTEN = with(WAITING, "password_try");

    private static final Database DATABASE = TestPostgres.fresh();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static Set<String> with(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return texts(connection, """
                select relname from pg_class where relkind = 'r' and relnamespace = 'stipple'::regnamespace
                  and relname <> 'flyway_schema_history'
                """);
    }

    @Test
    void theApplicationMayChangeOnlyWhatIsNoRecordOfWhatWasDone() throws SQLException {
        try (var connection = DATABASE.applicationDataSource().getConnection()) {
            assertThat(tables(connection)).hasSizeGreaterThan(15);
            for (String table : tables(connection)) {
                String privileges = "select has_table_privilege(current_user, 'stipple.%s', '%s')::text";
                boolean updates =
                        texts(connection, privileges.formatted(table, "UPDATE")).contains("true");
                assertThat(updates).as("update of %s", table).isEqualTo(MAY_CHANGE.contains(table));
                assertThat(texts(connection, privileges.formatted(table, "DELETE")))
                        .as("delete from %s", table)
                        .containsExactly(String.valueOf(FORGOTTEN.contains(table)));
                assertThat(texts(connection, privileges.formatted(table, "TRUNCATE")))
                        .as("truncate of %s", table)
                        .containsExactly("false");
            }
        }
    }

    @Test
    void evenTheOwnerCannotEmptyATableOfWhatWasDone() throws SQLException {
        try (var connection = TestPostgres.owner(DATABASE).getConnection()) {
            for (String table : tables(connection)) {
                if (!MAY_CHANGE.contains(table)) {
                    assertThatThrownBy(() -> {
                                try (var statement = connection.createStatement()) {
                                    statement.execute("truncate stipple." + table + " cascade");
                                }
                            })
                            .as("truncate %s", table)
                            .hasMessageContaining("append-only");
                }
            }
        }
    }
}
