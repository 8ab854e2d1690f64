package org.stipple.clinic.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How Stipple's own PostgreSQL is set, and what must be true of any PostgreSQL before a patient's data go into
/// it.
final class PostgresSettings {

    /// What an acknowledged write rests on. Checked at every start, whoever runs the server: another value
    /// could have been set for the server, for the database or for the role.
    private static final List<Durable> DURABLE = List.of(
            new Durable("fsync", List.of("on")),
            new Durable("full_page_writes", List.of("on")),
            new Durable("synchronous_commit", List.of("on", "local", "remote_write", "remote_apply")),
            new Durable("zero_damaged_pages", List.of("off")),
            new Durable("ignore_checksum_failure", List.of("off")));

    private record Durable(String name, List<String> accepted) {}

    /// What our own server is started with, and must still have when it is found running.
    ///
    /// The log never holds what a person typed: errors go to the program that caused them and not into the
    /// log (its level is `log`, which stands above `error`), and what is logged is logged without detail and
    /// statement.
    private static final Map<String, String> OURS = ours();

    private PostgresSettings() {}

    private static Map<String, String> ours() {
        var set = new LinkedHashMap<String, String>();
        set.put("listen_addresses", "127.0.0.1");
        set.put("unix_socket_directories", "");
        set.put("fsync", "on");
        set.put("full_page_writes", "on");
        set.put("synchronous_commit", "on");
        set.put("allow_alter_system", "off");
        set.put("password_encryption", "scram-sha-256");
        set.put("logging_collector", "on");
        set.put("log_min_messages", "log");
        set.put("log_min_error_statement", "panic");
        set.put("log_error_verbosity", "terse");
        set.put("log_statement", "none");
        set.put("log_min_duration_statement", "-1");
        set.put("log_parameter_max_length", "0");
        set.put("log_parameter_max_length_on_error", "0");
        return set;
    }

    /// Modest: one clinic on a small machine beside a JVM. `design`.
    private static final String SIZES = """
            max_connections = 40
            shared_buffers = 128MB
            work_mem = 8MB
            maintenance_work_mem = 64MB
            effective_cache_size = 512MB
            max_wal_size = 256MB
            min_wal_size = 48MB
            io_workers = 1
            max_parallel_workers = 2
            jit = off
            """;

    /// The whole `postgresql.conf`, written anew at each start.
    static String file(int port, Path log) {
        var set = new LinkedHashMap<>(OURS);
        set.put("port", Integer.toString(port));
        set.put("timezone", "UTC");
        set.put("lc_messages", "C");
        set.put("log_timezone", "UTC");
        set.put("log_directory", log.toString());
        // One file a weekday, overwritten after a week, so that the log never fills the disk.
        set.put("log_filename", "postgres-%a.log");
        set.put("log_truncate_on_rotation", "on");
        set.put("log_rotation_age", "1d");
        set.put("log_rotation_size", "0");
        set.put("log_file_mode", "0600");
        var text = new StringBuilder("# Written by Stipple at each start: changes made here are lost.\n" + SIZES);
        set.forEach((name, value) -> text.append(name)
                .append(" = '")
                .append(value.replace("'", "''"))
                .append("'\n"));
        return text.toString();
    }

    /// The whole `pg_hba.conf`: this machine alone, by a password that is never sent.
    static String access() {
        return "# Written by Stipple at each start: changes made here are lost.\n"
                + "host all all 127.0.0.1/32 scram-sha-256\n";
    }

    /// Refuses a server, ours or not, that could forget what it has acknowledged.
    static void refuseUnlessDurable(Connection connection) throws SQLException {
        for (var setting : DURABLE) {
            String is = show(connection, setting.name());
            if (!setting.accepted().contains(is)) {
                throw new CannotStart("PostgreSQL runs with " + setting.name() + " = " + is
                        + ", so that it could lose or damage what it has acknowledged: Stipple serves only with "
                        + setting.name() + " = " + setting.accepted().getFirst());
            }
        }
    }

    /// Refuses our own server where it does not have the settings that it should have been started with.
    static void refuseUnlessOurs(Connection connection) throws SQLException {
        refuseUnlessDurable(connection);
        for (var setting : OURS.entrySet()) {
            refuseOther(connection, setting.getKey(), setting.getValue());
        }
        refuseOther(connection, "data_checksums", "on");
    }

    private static void refuseOther(Connection connection, String name, String wanted) throws SQLException {
        String is = show(connection, name);
        if (!is.equals(wanted)) {
            throw new CannotStart("PostgreSQL runs with " + name + " = " + is + ", and Stipple needs " + wanted
                    + ": look for it in postgresql.auto.conf of the database directory");
        }
    }

    static String show(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement("select current_setting(?)")) {
            query.setString(1, name);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
