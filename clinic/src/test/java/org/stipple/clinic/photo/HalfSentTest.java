package org.stipple.clinic.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.ClinicId;
import org.stipple.clinic.access.PatientId;

/// What has come of a photo lies encrypted on the disk, once, and outlives the program.
class HalfSentTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final HalfSent.Whose WHOSE = new HalfSent.Whose(
            new ClinicId(UUID.randomUUID()),
            new AccountId(UUID.randomUUID()),
            new PatientId(UUID.randomUUID()),
            UUID.randomUUID());

    @TempDir
    Path directory;

    private HalfSent halves() {
        var key = new byte[32];
        Arrays.fill(key, (byte) 7);
        return new HalfSent(directory.resolve("half-sent"), key, new Random(1));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Path file() throws IOException {
        try (var files = Files.list(directory.resolve("half-sent"))) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void partsFollowOneAnotherAndAreGoneOnWithAfterARestart() {
        halves().begin(WHOSE, "a face of 11 bytes", NOW);
        assertThat(halves().add(WHOSE, 0, bytes("left"), NOW)).contains(new HalfSent.Added(true, 4));
        assertThat(halves().add(WHOSE, 4, bytes(" cheek"), NOW)).contains(new HalfSent.Added(true, 10));
        assertThat(halves().find(WHOSE)).contains(new HalfSent.Half("a face of 11 bytes", 10));
        assertThat(halves().all(WHOSE)).isEqualTo(bytes("left cheek"));
    }

    @Test
    void aPartThatComesAgainIsThereOnceAndOneThatReachesFurtherAddsItsRest() {
        halves().begin(WHOSE, "told", NOW);
        halves().add(WHOSE, 0, bytes("left"), NOW);
        assertThat(halves().add(WHOSE, 0, bytes("left"), NOW)).contains(new HalfSent.Added(true, 4));
        assertThat(halves().add(WHOSE, 2, bytes("ft cheek"), NOW)).contains(new HalfSent.Added(true, 10));
        assertThat(halves().all(WHOSE)).isEqualTo(bytes("left cheek"));
    }

    @Test
    void aPartOutOfOrderOrOtherThanTheOneThatIsThereIsNotTaken() {
        halves().begin(WHOSE, "told", NOW);
        halves().add(WHOSE, 0, bytes("left"), NOW);
        assertThat(halves().add(WHOSE, 8, bytes("ek"), NOW)).contains(new HalfSent.Added(false, 4));
        assertThat(halves().add(WHOSE, 0, bytes("lift"), NOW)).contains(new HalfSent.Added(false, 4));
        assertThat(halves().add(WHOSE, -1, bytes("l"), NOW)).contains(new HalfSent.Added(false, 4));
        assertThat(halves().all(WHOSE)).isEqualTo(bytes("left"));
    }

    @Test
    void aPartThatAPowerCutToreIsCutOffAndCanBeSentAgain() throws IOException {
        halves().begin(WHOSE, "told", NOW);
        halves().add(WHOSE, 0, bytes("left"), NOW);
        halves().add(WHOSE, 4, bytes(" cheek"), NOW);
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length - 3));
        assertThat(halves().find(WHOSE)).contains(new HalfSent.Half("told", 4));
        halves().add(WHOSE, 4, bytes(" cheek"), NOW);
        assertThat(halves().all(WHOSE)).isEqualTo(bytes("left cheek"));
    }

    @Test
    void nothingOfItCanBeReadOnTheDiskAndAChangedBitIsNoticed() throws IOException {
        halves().begin(WHOSE, "told of a face", NOW);
        halves().add(WHOSE, 0, bytes("left cheek"), NOW);
        assertThat(Files.readString(file(), StandardCharsets.ISO_8859_1)).doesNotContain("cheek", "face");
        byte[] whole = Files.readAllBytes(file());
        whole[whole.length - 1] ^= 1;
        Files.write(file(), whole, StandardOpenOption.TRUNCATE_EXISTING);
        assertThatThrownBy(() -> halves().all(WHOSE)).hasMessageContaining("is not what was sent");
    }

    @Test
    void anotherClinicAccountOrPersonFindsNothing() {
        halves().begin(WHOSE, "told", NOW);
        for (var other : new HalfSent.Whose[] {
            new HalfSent.Whose(new ClinicId(UUID.randomUUID()), WHOSE.account(), WHOSE.patient(), WHOSE.upload()),
            new HalfSent.Whose(WHOSE.clinic(), new AccountId(UUID.randomUUID()), WHOSE.patient(), WHOSE.upload()),
            new HalfSent.Whose(WHOSE.clinic(), WHOSE.account(), new PatientId(UUID.randomUUID()), WHOSE.upload())
        }) {
            assertThat(halves().find(other)).isEmpty();
            assertThat(halves().add(other, 0, bytes("left"), NOW)).isEmpty();
        }
    }

    @Test
    void whatNobodyGoesOnWithIsGoneAfterADay() {
        halves().begin(WHOSE, "told", NOW);
        halves().forgetOlderThan(NOW.minus(Duration.ofMinutes(1)));
        assertThat(halves().find(WHOSE)).isPresent();
        halves().forgetOlderThan(NOW.plus(Duration.ofMinutes(1)));
        assertThat(halves().find(WHOSE)).isEmpty();
    }
}
