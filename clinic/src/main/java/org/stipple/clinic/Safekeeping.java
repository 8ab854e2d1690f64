package org.stipple.clinic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.stipple.clinic.database.Backup;
import org.stipple.clinic.database.BackupManifest;
import org.stipple.clinic.database.CannotStart;
import org.stipple.clinic.database.DataDirectory;
import org.stipple.clinic.database.Database;
import org.stipple.clinic.database.Examination;
import org.stipple.clinic.database.Restore;
import org.stipple.clinic.photo.StoredFiles;
import org.stipple.protocol.Knowledge;

/// Backup and restore of an installation, as the command line offers them.
public final class Safekeeping {

    private Safekeeping() {}

    /// Makes a backup, whether the server runs or not.
    ///
    /// @param data the data directory
    /// @param target does not exist, or is empty
    public static BackupManifest backup(Path data, Path target, Consumer<String> progress) {
        var about = new LinkedHashMap<String, String>();
        about.put("stipple", ClinicApplication.VERSION);
        var knowledge = Knowledge.builtIn();
        about.put(
                "knowledge",
                knowledge.release().version() + " " + knowledge.release().hash());
        return Backup.take(data, target, about, progress);
    }

    /// Makes a data directory of a backup.
    ///
    /// @param secrets the secrets file of the installation that was backed up
    /// @param erasures the ledger of what was erased since; empty where it is lost
    public static BackupManifest restore(
            Path backup, Path secrets, Optional<Path> erasures, Path data, Consumer<String> progress) {
        return Restore.into(backup, secrets, erasures, data, progress);
    }

    /// What a verification found.
    ///
    /// @param wrong everything that is not as it should be, each in a sentence; empty for a good backup
    public record Verified(BackupManifest manifest, Examination database, int photos, List<String> wrong) {
        public Verified {
            wrong = List.copyOf(wrong);
        }
    }

    /// Restores a backup into a directory that is thrown away, starts its database, and looks at everything in
    /// it.
    ///
    /// @param scratch does not exist; where it is restored to
    public static Verified verify(Path backup, Path secrets, Path scratch, Consumer<String> progress) {
        try {
            BackupManifest manifest = Restore.into(backup, secrets, Optional.empty(), scratch, progress);
            boolean demo = manifest.fact("data").equals("demo");
            progress.accept("starting the restored database");
            try (var directory = DataDirectory.open(
                            scratch,
                            demo ? DataDirectory.Kind.DEMO : DataDirectory.Kind.CLINIC,
                            ClinicApplication.VERSION);
                    var database = Database.local(directory, progress)) {
                var wrong = new ArrayList<String>();
                try {
                    database.refuseUnlessIsolated(ClinicApplication.LOOKED_AT);
                } catch (CannotStart open) {
                    wrong.add("clinics are not kept apart: " + open.getMessage());
                }
                var found = Examination.of(database, manifest, progress);
                wrong.addAll(found.wrong());
                progress.accept("opening every photo");
                wrong.addAll(StoredFiles.damaged(
                        directory.photos(),
                        directory.secrets().keyFor("photos"),
                        found.photos().stream()
                                .map(photo -> new StoredFiles.Photo(photo.clinic(), photo.patient(), photo.sha256()))
                                .toList(),
                        progress));
                return new Verified(manifest, found, found.photos().size(), wrong);
            }
        } finally {
            Restore.discard(scratch);
        }
    }

    /// Where a data directory keeps the secret without which its backups do not open.
    public static Path secretsOf(Path data) {
        return data.resolve("secrets");
    }

    /// Copies the secret to a place of its own.
    public static void keepKey(Path data, Path file) {
        if (Files.exists(file)) {
            throw new CannotStart(file + " is there already: the key is not written over anything");
        }
        Backup.copySecrets(data, file);
    }
}
