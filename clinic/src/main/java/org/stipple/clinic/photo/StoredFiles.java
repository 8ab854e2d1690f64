package org.stipple.clinic.photo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.stipple.clinic.access.ClinicId;
import org.stipple.clinic.access.PatientId;

/// Whether the files of photos are what was stored, for a backup that is verified: every one is opened.
public final class StoredFiles {

    private static final long TELL_EVERY_NANOS = 2_000_000_000L;

    private StoredFiles() {}

    /// A photo that a database names.
    public record Photo(UUID clinic, UUID patient, String sha256) {}

    /// Opens every photo and compares it with the hash that the database has of it.
    ///
    /// @param directory of the files
    /// @param key of the installation
    /// @return each that is damaged, gone or somebody else's, in a sentence that names no person
    public static List<String> damaged(Path directory, byte[] key, List<Photo> photos, Consumer<String> progress) {
        // Nothing is written, so that nothing random is drawn.
        var vault = new PhotoVault(directory, key, new Random(0));
        var damaged = new ArrayList<String>();
        long told = System.nanoTime();
        int opened = 0;
        for (Photo photo : photos) {
            try {
                vault.get(new ClinicId(photo.clinic()), new PatientId(photo.patient()), photo.sha256());
            } catch (PhotoVault.DamagedPhoto broken) {
                damaged.add("the photo with the content " + photo.sha256().substring(0, 16)
                        + "… is damaged, gone, or lies in another's place");
            }
            opened++;
            if (System.nanoTime() - told > TELL_EVERY_NANOS) {
                told = System.nanoTime();
                progress.accept("photos: " + opened + " of " + photos.size());
            }
        }
        return damaged;
    }
}
