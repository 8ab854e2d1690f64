package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditEntry;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.outcome.Outcomes;
import org.stipple.clinic.patient.Patients;
import org.stipple.phantom.DemoScene.Visit;

/// What two photos say, as a browser gets it.
class MeasurementPageTest {

    private static final Pattern PICTURE = Pattern.compile("src=\"(/people/[^\"]*/pictures/[a-z-]+)\"");

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Belongings clinic;
    static String page;
    static Caller caller;

    @BeforeAll
    static void measure() throws Exception {
        stipple = ClinicUnderTest.serving(directory);
        clinic = Belongings.of(stipple, "Wasseramsel", "everybody-pictures");
        var person = new PatientId(UUID.fromString(clinic.the("id")));
        UUID measured = Acting.as(clinic.everybody(), () -> {
            UUID before = Someone.photo(stipple, person, Visit.BASELINE);
            UUID after = Someone.photo(stipple, person, Visit.MONTH_3);
            return stipple.the(Outcomes.class)
                    .measure(UUID.randomUUID(), person, before, Optional.of(after))
                    .id();
        });
        page = "/people/" + person + "/measurements/" + measured;
        caller = Caller.signedIn(stipple.port(), "everybody-pictures");
    }

    @AfterAll
    static void stop() {
        caller.close();
        stipple.close();
    }

    private static List<String> pictures(String html) {
        return PICTURE.matcher(html)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    @Test
    void whatTheCourseIsAboutStandsFirstThenAllOfItAndThenWhyNot() throws Exception {
        assertThat(caller.get(page).body())
                .containsSubsequence(
                        "data-compare=\"slide\"",
                        "Improved",
                        "roughness",
                        "What the course is about: acne scars",
                        "<h3>Roughness",
                        "Detectable from",
                        "change-bar",
                        "Not measurable here, and why",
                        "no colour card",
                        "What changed where",
                        "less red",
                        "Over time",
                        "The other ",
                        "0.05 mm a pixel, as it was given",
                        "gates passed",
                        "sharpness",
                        "porphyrins")
                .doesNotContain("style=\"");
    }

    @Test
    void howManyReadingsWereNotMeasurableAndWhatTheGatesMeanStandsThere() throws Exception {
        assertThat(caller.get(page).body())
                // Without a card no typology angle, and of skin that was redder no melanin, no spots, no
                // stretch marks.
                .contains("Not measurable</dt><dd>4 of 12 readings")
                .contains("What the gates mean", "how differently light and shadow lie")
                .doesNotContain("log10(B/G)", "says nothing");
    }

    @Test
    void aRefusedUploadComesBackAsItWasEnteredAndSaysWhatIsAccepted() throws Exception {
        var answer = caller.upload(
                "/people/" + clinic.the("id") + "/photos",
                Map.of(
                        "key",
                        UUID.randomUUID().toString(),
                        "view",
                        "left-45",
                        "takenOn",
                        "2026-01-05",
                        "mmPerPx",
                        "0.043"),
                "GIF89a".getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Not stored: the file is a GIF file. Accepted is a photo as a camera makes it: JPEG or PNG")
                .contains("<option value=\"left-45\" selected>", "value=\"0.043\"", "value=\"2026-01-05\"");
    }

    @Test
    void everyPictureIsGivenByItsOwnRouteAndEachLookIsInTheTrail() throws Exception {
        var pictures = pictures(caller.get(page).body());
        assertThat(pictures).hasSizeGreaterThan(3).anyMatch(one -> one.endsWith("/after"));
        for (String picture : pictures) {
            var answer = caller.get(picture);
            assertThat(answer.statusCode()).as(picture).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .isEqualTo(picture.matches(".*/(before|after)") ? "image/jpeg" : "image/png");
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        }
        assertThat(looks()).hasSizeGreaterThanOrEqualTo(pictures.size());
        assertThat(caller.get(page + "/pictures/teeth").statusCode()).isEqualTo(404);
    }

    private static List<AuditEntry> looks() throws Exception {
        var person = new PatientId(UUID.fromString(clinic.the("id")));
        return Acting.as(
                clinic.everybody(),
                () -> Objects.requireNonNull(
                                stipple.the(TransactionTemplate.class).execute(_ -> {
                                    stipple.the(Patients.class).read(person, "trail");
                                    return stipple.the(AuditTrail.class).about(person, 500);
                                }))
                        .stream()
                        .filter(entry -> entry.what().equals("picture of photos"))
                        .toList());
    }

    @Test
    void thePersonsPageShowsHowWhatTheCourseIsAboutWent() throws Exception {
        assertThat(caller.get("/people/" + clinic.the("id")).body())
                .contains("Roughness: change since the baseline", "plot-band", "Roughness: improved.")
                .doesNotContain("Shine: change since the baseline");
    }

    /// Whatever lies on the disk: no file of it begins as a picture does.
    @Test
    void noPictureLiesOnTheDiskAsAPicture() throws Exception {
        try (var files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)).noneMatch(MeasurementPageTest::isPicture);
        }
    }

    private static boolean isPicture(Path file) {
        try (var in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            return start.startsWith("\u00ff\u00d8\u00ff") || start.startsWith("\u0089PNG");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
