package org.stipple.clinic.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.access.ClinicId;
import org.stipple.clinic.access.PatientId;

class PhotoVaultTest {

    private static final byte[] PICTURE = "a picture of a cheek".repeat(50).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private final ClinicId clinic = new ClinicId(UUID.randomUUID());
    private final PatientId patient = new PatientId(UUID.randomUUID());
    private PhotoVault vault;

    @BeforeEach
    void open() {
        vault = new PhotoVault(directory, new byte[32], RandomGenerator.of("L64X128MixRandom"));
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void givesBackWhatWasStoredAndKeepsItUnreadable() throws IOException {
        String hash = vault.put(clinic, patient, PICTURE);
        assertThat(vault.get(clinic, patient, hash)).isEqualTo(PICTURE);
        assertThat(files()).hasSize(1);
        assertThat(Files.readString(files().getFirst(), StandardCharsets.ISO_8859_1)).doesNotContain("cheek");
    }

    @Test
    void storingTheSameTwiceKeepsOneFile() throws IOException {
        assertThat(vault.put(clinic, patient, PICTURE)).isEqualTo(vault.put(clinic, patient, PICTURE));
        assertThat(files()).hasSize(1);
    }

    @Test
    void everySingleFlippedBitIsNoticed() throws IOException {
        String hash = vault.put(clinic, patient, PICTURE);
        Path file = files().getFirst();
        byte[] good = Files.readAllBytes(file);
        for (int at = 0; at < good.length; at += 37) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            Files.write(file, bad);
            assertThatThrownBy(() -> vault.get(clinic, patient, hash)).isInstanceOf(PhotoVault.DamagedPhoto.class);
        }
        Files.write(file, java.util.Arrays.copyOf(good, 5));
        assertThatThrownBy(() -> vault.get(clinic, patient, hash)).isInstanceOf(PhotoVault.DamagedPhoto.class);
    }

    @Test
    void aPhotoPutInAnothersPlaceIsNoticed() throws IOException {
        var other = new PatientId(UUID.randomUUID());
        String mine = vault.put(clinic, patient, PICTURE);
        Path first = files().getFirst();
        vault.put(clinic, other, PICTURE);
        Path second = files().stream().filter(file -> !file.equals(first)).findFirst().orElseThrow();
        Files.copy(second, first, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> vault.get(clinic, patient, mine)).isInstanceOf(PhotoVault.DamagedPhoto.class);
    }

    @Test
    void equalPhotosOfTwoPeopleDoNotLookAlike() throws IOException {
        vault.put(clinic, patient, PICTURE);
        vault.put(clinic, new PatientId(UUID.randomUUID()), PICTURE);
        assertThat(files().stream().map(Path::getFileName).distinct()).hasSize(2);
    }

    @Test
    void anotherKeyOpensNothing() {
        String hash = vault.put(clinic, patient, PICTURE);
        var key = new byte[32];
        key[0] = 1;
        var stranger = new PhotoVault(directory, key, RandomGenerator.of("L64X128MixRandom"));
        assertThatThrownBy(() -> stranger.get(clinic, patient, hash)).isInstanceOf(PhotoVault.DamagedPhoto.class);
    }
}
