package org.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.imaging.Metric;
import org.stipple.imaging.Repeatability;
import org.stipple.imaging.SkinTone;
import org.stipple.phantom.Capture;
import org.stipple.phantom.Frame;
import org.stipple.phantom.Phantom;
import org.stipple.phantom.Skin;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// A clinic's own limits of detection, and that nobody makes them too small.
class RepeatabilityCommandTest {

    private static final Frame SMALL = new Frame(480, 360, Length.ofMillimetres(0.05));
    private static final String SCALE = "mm-per-px:0.05";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void judgesByTheClinicsOwnRepeatability() throws IOException {
        Path photos = retests(5);
        Path limits = folder.resolve("own.json");
        assertThat(run("repeatability", photos.toString(), "--out", limits.toString(), "--scale", SCALE))
                .isZero();
        assertThat(out.toString()).contains("erythema-index").contains("ICC(2,1)");
        double own = limit(limits, "erythema-index");
        assertThat(judged(limits)).isEqualTo(own);
    }

    @Test
    void aCopyIsNoPhotoTakenAnew() throws IOException {
        Path photos = retests(5);
        Path first = photos.resolve("person-3/0.png");
        Path copy = Files.copy(first, photos.resolve("person-3/2.png"));
        assertRefused(photos, "DIR: was " + copy + ", the same file as " + first + ", byte for byte");
        Files.delete(copy);
        Path elsewhere = Files.copy(first, photos.resolve("person-4/2.png"));
        assertRefused(photos, "DIR: was " + elsewhere + ", the same file as " + first + ", byte for byte");
    }

    /// The pixels of one shot, compressed twice: other bytes, and not taken anew.
    @Test
    void photosThatDifferByNearlyNothingMakeNoLimitBelowHalfOfTheSyntheticOne() throws IOException {
        Path photos = Files.createDirectory(folder.resolve("compressed"));
        for (int person = 0; person < 5; person++) {
            Path place = Files.createDirectory(photos.resolve("person-" + person));
            var skin = Skin.plain(SkinType.IV, 70 + person).withHaemoglobin(0.8 + 0.1 * person);
            var shot = Phantom.photograph(skin, Capture.careful(10 * person), SMALL)
                    .photo();
            Files.write(place.resolve("0.png"), shot.png());
            Files.write(place.resolve("1.jpg"), shot.jpeg(Fraction.ofValue(0.98)));
        }
        Path limits = folder.resolve("own.json");
        assertThat(run("repeatability", photos.toString(), "--out", limits.toString(), "--scale", SCALE))
                .isZero();
        double least = Repeatability.least(Metric.ERYTHEMA_INDEX, SkinTone.MEDIUM);
        assertThat(limit(limits, "erythema-index")).isCloseTo(least, within(1e-6));
        assertThat(err.toString())
                .contains("stipple: the limit of erythema-index on medium skin was")
                .contains("raised to 0.006000, half of that of synthetic skin");
        err.getBuffer().setLength(0);
        judged(limits);
        assertThat(err.toString()).as("what was raised already").isEmpty();
    }

    @Test
    void aFileWithALimitTooSmallIsRaisedWhenItIsReadAndSaysSo() throws IOException {
        Path limits = Files.writeString(
                folder.resolve("own.json"),
                "{\"metrics\": [{\"metric\": \"erythema-index\", \"tone\": \"medium\", \"sdc95\": 8e-10}]}");
        assertThat(judged(limits)).isEqualTo(Repeatability.least(Metric.ERYTHEMA_INDEX, SkinTone.MEDIUM));
        assertThat(err.toString())
                .startsWith("stipple: " + limits + ": the limit of erythema-index on medium skin was 8.000e-10, raised")
                .hasLineCount(1);
    }

    @Test
    void saysHowManyPiecesOfSkinWereUsableAndWhichWereNotAndWhy() throws IOException {
        Path photos = retests(5);
        Path blurred = photos.resolve("person-2/1.png");
        var skin = Skin.plain(SkinType.IV, 72).withHaemoglobin(1);
        Files.write(
                blurred,
                Phantom.photograph(skin, Capture.careful(21).blurred(6), SMALL)
                        .photo()
                        .png());
        assertRefused(photos, "DIR: was 5 pieces of skin, of which 4 can be used (0 light, 4 medium, 0 dark); of 5");
        assertThat(err.toString())
                .contains("1 could not be used: person-2: the two photos agree in ")
                .contains("expected 5 usable pieces of skin of one tone at least");
    }

    private Path retests(int people) throws IOException {
        Path photos = Files.createDirectory(folder.resolve("retests"));
        for (int person = 0; person < people; person++) {
            Path place = Files.createDirectory(photos.resolve("person-" + person));
            for (int shot = 0; shot < 2; shot++) {
                var skin = Skin.plain(SkinType.IV, 70 + person).withHaemoglobin(0.8 + 0.1 * person);
                var photo = Phantom.photograph(skin, Capture.careful(10 * person + shot), SMALL);
                Files.write(place.resolve(shot + ".png"), photo.photo().png());
            }
        }
        return photos;
    }

    private void assertRefused(Path photos, String says) {
        err.getBuffer().setLength(0);
        Path limits = folder.resolve("none.json");
        assertThat(run("repeatability", photos.toString(), "--out", limits.toString(), "--scale", SCALE))
                .isEqualTo(2);
        assertThat(limits).doesNotExist();
        assertThat(err.toString()).startsWith("stipple: " + says).hasLineCount(1);
    }

    private static double limit(Path limits, String metric) throws IOException {
        return named(Field.root(Documents.read(Files.readString(limits))).required("metrics"), metric)
                .required("sdc95")
                .number(0, 1);
    }

    /// By what a change of redness is judged with these limits.
    private double judged(Path limits) throws IOException {
        out.getBuffer().setLength(0);
        assertThat(run(
                        "measure",
                        photo("a.png", 1),
                        photo("b.png", 2),
                        "--view",
                        "patch",
                        "--repeatability",
                        limits.toString(),
                        "--json"))
                .isZero();
        var zone = Field.root(Documents.read(out.toString()))
                .required("zones")
                .items()
                .getFirst();
        return named(zone.required("readings"), "erythema-index")
                .required("sdc95")
                .number(0, 1);
    }

    private static Field named(Field rows, String metric) {
        return rows.items().stream()
                .filter(row -> row.required("metric").document().equals(Document.of(metric)))
                .findFirst()
                .orElseThrow();
    }

    private String photo(String name, long shot) throws IOException {
        var photo = Phantom.photograph(
                Skin.plain(SkinType.IV, 8), Capture.careful(shot).moved(6 * shot, -3 * shot, 0), SMALL);
        return Files.write(folder.resolve(name), photo.photo().png()).toString();
    }

    private int run(String... arguments) {
        return Stipple.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
