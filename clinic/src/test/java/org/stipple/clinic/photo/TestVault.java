package org.stipple.clinic.photo;

import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.stipple.clinic.access.ClinicId;
import org.stipple.clinic.access.PatientId;

/// Stores photos as the server does.
public final class TestVault {

    private TestVault() {}

    public static String put(Path directory, byte[] key, UUID clinic, UUID patient, byte[] photo) {
        return new PhotoVault(directory, key, new Random(photo.length))
                .put(new ClinicId(clinic), new PatientId(patient), photo);
    }
}
