package org.stipple.clinic.database;

import java.sql.Connection;
import java.sql.SQLException;

/// What somebody else's PostgreSQL must be before Stipple puts anything into it.
final class External {

    /// The version that Stipple is tested with.
    private static final int OLDEST_MAJOR = 18;

    private External() {}

    static void refuseUnlessFit(Connection owner) throws SQLException {
        int version = Integer.parseInt(PostgresSettings.show(owner, "server_version_num"));
        if (version / 10_000 < OLDEST_MAJOR) {
            throw new CannotStart("the database server is PostgreSQL " + version / 10_000 + ": Stipple needs "
                    + OLDEST_MAJOR + " or newer");
        }
        String encoding = PostgresSettings.show(owner, "server_encoding");
        if (!encoding.equals("UTF8")) {
            throw new CannotStart("the database has the encoding " + encoding + ": Stipple needs UTF8");
        }
        if (!mayMakeSchema(owner)) {
            throw new CannotStart("the role of the database URL may not make the schema " + Migrations.SCHEMA
                    + ": run grant create on database for it");
        }
    }

    private static boolean mayMakeSchema(Connection owner) throws SQLException {
        try (var query = owner.prepareStatement("""
                        select has_database_privilege(current_database(), 'CREATE')
                            or exists (select from pg_namespace
                                       where nspname = ? and pg_has_role(nspowner, 'MEMBER'))
                        """)) {
            query.setString(1, Migrations.SCHEMA);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
