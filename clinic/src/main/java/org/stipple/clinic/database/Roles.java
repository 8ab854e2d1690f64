package org.stipple.clinic.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/// The two roles: the owner of the schema, who migrates, and the application, who serves and can see only what
/// row-level security shows.
final class Roles {

    static final String OWNER = "stipple_owner";
    static final String APPLICATION = "stipple_app";

    private static final String POWERLESS =
            " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit";

    private Roles() {}

    /// Makes both roles and the database in Stipple's own server, where they are missing.
    static void inOwnServer(LocalPostgres server, Secrets secrets, String database) throws SQLException {
        try (Connection superuser = server.superuser("postgres")) {
            for (String role : new String[] {OWNER, APPLICATION}) {
                if (!exists(superuser, role)) {
                    create(superuser, role);
                    password(superuser, role, secrets);
                }
            }
            if (!found(superuser, "select from pg_database where datname = ?", database)) {
                execute(superuser, "create database " + database + " owner " + OWNER);
                execute(superuser, "revoke all on database " + database + " from public");
                execute(superuser, "grant connect on database " + database + " to " + APPLICATION);
            }
        }
    }

    /// Makes the application's role in somebody else's server, or gives it our password.
    ///
    /// A role belongs to the whole server. Where it carries the mark of another installation's secret,
    /// changing its password would lock that one out: two Stipples that share a database must share the
    /// secret.
    ///
    /// @param owner a connection of the role in the database URL
    /// @param application how the application would connect
    static void inOthersServer(Connection owner, PGSimpleDataSource application, Secrets secrets) throws SQLException {
        String mark = "stipple " + secrets.fingerprint();
        if (exists(owner, APPLICATION)) {
            String there = text(owner, """
                    select coalesce(shobj_description(oid, 'pg_authid'), '') from pg_roles where rolname = ?
                    """, APPLICATION);
            if (there.startsWith("stipple ") && !there.equals(mark)) {
                throw new CannotStart("the role " + APPLICATION + " of this server belongs to a Stipple with another "
                        + "secrets file: copy that file into this data directory, or, where that Stipple is gone, run "
                        + "comment on role " + APPLICATION + " is null");
            }
            if (there.equals(mark) && canConnect(application)) {
                return;
            }
        }
        try {
            if (!exists(owner, APPLICATION)) {
                create(owner, APPLICATION);
            }
            password(owner, APPLICATION, secrets);
            execute(owner, "comment on role " + APPLICATION + " is '" + mark + "'");
        } catch (SQLException refused) {
            throw new CannotStart(
                    "the role " + text(owner, "select current_user where ? <> ''", "x")
                            + " of the database URL cannot make the role " + APPLICATION + " and set its password: "
                            + "give it CREATEROLE (and, where that role exists, ADMIN OPTION on it), or drop that role",
                    refused);
        }
    }

    private static boolean canConnect(PGSimpleDataSource application) {
        try (Connection connection = application.getConnection()) {
            return connection.isValid(5);
        } catch (SQLException refused) {
            return false;
        }
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        return found(connection, "select from pg_roles where rolname = ?", role);
    }

    private static void create(Connection connection, String role) throws SQLException {
        execute(connection, "create role " + role + POWERLESS);
    }

    /// The driver hashes the password before it sends it, so that it stands in no log of the server.
    private static void password(Connection connection, String role, Secrets secrets) throws SQLException {
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(role, secrets.passwordOf(role).toCharArray(), "scram-sha-256");
    }

    private static boolean found(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String text(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
