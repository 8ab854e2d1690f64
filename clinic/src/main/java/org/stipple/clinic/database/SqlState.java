package org.stipple.clinic.database;

import java.sql.SQLException;
import java.util.Optional;

/// Why the database refused something, as it names the reason itself: five characters of the SQL standard.
public final class SqlState {

    private SqlState() {}

    /// @return empty where the database said nothing
    public static Optional<String> of(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof SQLException said) {
                return Optional.of(String.valueOf(said.getSQLState()));
            }
        }
        return Optional.empty();
    }
}
