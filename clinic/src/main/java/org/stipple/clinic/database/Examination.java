package org.stipple.clinic.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// Looks through a restored database as its superuser, who sees every clinic: once, in a directory that is
/// thrown away.
///
/// @param wrong everything that is not as it should be, each in a sentence
/// @param rows how many rows were read, in all tables
/// @param clinics how many clinics there are
/// @param auditEntries how long the audit trail is
/// @param photos every photo that the database names
public record Examination(List<String> wrong, long rows, long clinics, long auditEntries, List<Named> photos) {

    public Examination {
        wrong = List.copyOf(wrong);
        photos = List.copyOf(photos);
    }

    /// A photo that the database names.
    public record Named(UUID clinic, UUID patient, String sha256) {}

    /// Reads everything.
    ///
    /// @param database of a restored data directory, open
    public static Examination of(Database database, BackupManifest manifest, Consumer<String> progress) {
        var wrong = new ArrayList<String>();
        LocalPostgres server = database.server().orElseThrow();
        try (Connection session = server.superuser(Database.NAME)) {
            progress.accept("reading every row");
            Map<String, Long> counts = RowCounts.byReadingAll(session);
            manifest.rows().forEach((table, between) -> {
                long is = counts.getOrDefault(table, -1L);
                if (is < between.atLeast() || is > between.atMost()) {
                    wrong.add("the table " + table + " has " + is + " rows, expected " + between.atLeast() + " to "
                            + between.atMost());
                }
            });
            progress.accept("audit trail");
            wrong.addAll(AuditExamination.of(session));
            return new Examination(
                    wrong,
                    counts.values().stream().mapToLong(Long::longValue).sum(),
                    counts.getOrDefault("clinic", 0L),
                    counts.getOrDefault("audit_entry", 0L),
                    photos(session, counts.keySet()));
        } catch (SQLException unreadable) {
            wrong.add("the database cannot be read: " + unreadable.getMessage());
            return new Examination(wrong, 0, 0, 0, List.of());
        }
    }

    /// @param tables that there are: a backup from before photos were sent from home knows of none
    private static List<Named> photos(Connection session, Set<String> tables) throws SQLException {
        var photos = new ArrayList<Named>();
        for (String table : List.of("photo", "home_photo")) {
            if (tables.contains(table)) {
                try (var query = session.createStatement();
                        var rows = query.executeQuery("select clinic_id, patient_id, sha256 from stipple." + table)) {
                    while (rows.next()) {
                        photos.add(new Named(
                                rows.getObject(1, UUID.class), rows.getObject(2, UUID.class), rows.getString(3)));
                    }
                }
            }
        }
        return photos;
    }
}
