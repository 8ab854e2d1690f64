package org.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stipple.phantom.Capture;
import org.stipple.phantom.DemoScene;
import org.stipple.phantom.Frame;
import org.stipple.phantom.Phantom;
import org.stipple.phantom.Skin;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

class MeasureCommandTest {

    private static final Frame SMALL = new Frame(480, 360, Length.ofMillimetres(0.05));
    private static final List<String> METRICS = List.of(
            "wrinkle-density",
            "wrinkle-width",
            "wrinkle-depth-proxy",
            "pore-density",
            "pore-area",
            "roughness",
            "spot-area",
            "melanin-index",
            "ita",
            "erythema-index",
            "shine",
            "stretch-mark-density");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void answersTheAstronautWithEverythingThatStandsInTheWay() {
        Path astronaut = Path.of("..", "..", "shared", "data", "faces", "astronaut.png");
        Assumptions.assumeTrue(Files.isRegularFile(astronaut), "skipped: no shared data");
        assertThat(run("measure", astronaut.toString(), "--json")).isZero();
        var zone = zone();
        assertThat(zone.required("id").text()).isEqualTo("face");
        assertThat(zone.required("readings").items()).hasSize(METRICS.size()).allSatisfy(reading -> {
            assertThat(reading.required("verdict").text()).isEqualTo("not-measurable");
            assertThat(reading.required("why").text())
                    .contains("no landmarks")
                    .contains("no scale")
                    .contains("512 pixels");
        });
    }

    @Test
    void workedExampleOfTheReadingsPageIsWhatTheCommandAnswers() throws IOException {
        var before = new DemoScene(SkinType.III, DemoScene.Visit.BASELINE).render();
        var after = new DemoScene(SkinType.III, DemoScene.Visit.MONTH_3).render();
        var first = write("before.png", before.photo().png());
        var second = write("after.png", after.photo().png());
        assertThat(run("measure", first, second, "--view", "patch", "--scale", "mm-per-px:0.05", "--json"))
                .isZero();
        var shown = Field.root(Documents.read(example("readings.md", "json")));
        var answered = Field.root(Documents.read(out.toString()));
        assertThat(answered.required("scale").document())
                .isEqualTo(shown.required("scale").document());
        assertThat(answered.required("registration").required("p95Mm").number(0, 0.1))
                .isCloseTo(shown.required("registration").required("p95Mm").number(0, 1), within(0.02));
        var shownReading = reading(shown.required("zones").items().getFirst(), "erythema-index");
        var reading = reading(answered.required("zones").items().getFirst(), "erythema-index");
        for (String name : List.of("before", "after", "change")) {
            assertThat(reading.required(name).number(-2, 2))
                    .isCloseTo(shownReading.required(name).number(-2, 2), within(0.0005));
        }
        assertThat(reading.required("sdc95").document())
                .isEqualTo(shownReading.required("sdc95").document());
        assertThat(reading.required("verdict").document())
                .isEqualTo(shownReading.required("verdict").document());
    }

    @Test
    void workedExampleOfThePhotoPageIsAZonesFile() throws IOException {
        var zones = write("zones.json", example("photo-set.md", "json").getBytes());
        assertThat(run("measure", photo("a.jpg", 1), photo("b.jpg", 2), "--zones", zones, "--json"))
                .isZero();
        var zone = zone();
        assertThat(zone.required("id").text()).isEqualTo("cheek-left");
        assertThat(zone.required("followupPolygon").items()).hasSize(4);
        assertThat(reading(zone, "erythema-index").required("verdict").text()).isEqualTo("no-detectable-change");
    }

    @Test
    void answersEveryMetricOfTheContractInOrder() throws IOException {
        assertThat(run("measure", photo("a.png", 1), "--view", "patch", "--json"))
                .isZero();
        assertThat(zone().required("readings").items().stream()
                        .map(reading -> reading.required("metric").text()))
                .isEqualTo(METRICS);
        var erythema = reading(zone(), "erythema-index");
        assertThat(erythema.names()).containsExactly("metric", "unit", "before");
        assertThat(Field.root(Documents.read(out.toString())).names())
                .containsExactly("scale", "colour", "gates", "registration", "zones");
        assertThat(Field.root(Documents.read(out.toString()))
                        .required("gates")
                        .items()
                        .getFirst()
                        .names())
                .contains("gate", "photo", "value", "limit", "passed");
    }

    @Test
    void saysWhyMillimetresAreAbsentWithoutAScale() throws IOException {
        assertThat(run("measure", photo("a.png", 1), photo("b.png", 2), "--view", "patch", "--json"))
                .isZero();
        var registration = Field.root(Documents.read(out.toString())).required("registration");
        assertThat(registration.optional("medianMm")).isEmpty();
        assertThat(registration.required("medianPx").number(0, 10)).isLessThan(1);
        assertThat(registration.required("why").text()).contains("no scale");
    }

    @Test
    void saysThatATagWithoutASideGivesNoScale() throws IOException {
        assertThat(run("measure", photo("a.png", 1), "--view", "patch", "--scale", "tag36h11", "--json"))
                .isZero();
        var scale = Field.root(Documents.read(out.toString())).required("scale");
        assertThat(scale.optional("mmPerPx")).isEmpty();
        assertThat(scale.required("why").text()).contains("a tag without a stated side gives none");
    }

    @Test
    void acceptsAGivenScaleAndARulerThatIsNotInThePhoto() throws IOException {
        assertThat(run(
                        "measure",
                        photo("a.png", 1),
                        "--view",
                        "patch",
                        "--scale",
                        "mm-per-px:0.05",
                        "--scale",
                        "tag36h11:20",
                        "--json"))
                .isZero();
        var scale = Field.root(Documents.read(out.toString())).required("scale");
        assertThat(scale.required("from").text()).isEqualTo("given");
        assertThat(scale.required("mmPerPx").number(0, 1)).isEqualTo(0.05);
    }

    @Test
    void findsTheZonesOfTheAstronautWithTheModelsAndReadsNoneForWantOfPixels() {
        Path data = Path.of("..", "..", "shared", "data");
        Assumptions.assumeTrue(Files.isDirectory(data.resolve("models")), "skipped: no shared data");
        assertThat(run(
                        "measure",
                        data.resolve("faces/astronaut.png").toString(),
                        "--landmark-models",
                        data.resolve("models").toString(),
                        "--scale",
                        "ipd:63",
                        "--json"))
                .isZero();
        var answer = Field.root(Documents.read(out.toString()));
        assertThat(answer.required("scale").required("from").text()).isEqualTo("ipd");
        assertThat(answer.required("scale").required("estimated").flag()).isTrue();
        assertThat(answer.required("zones").items()).hasSize(13).allSatisfy(zone -> {
            for (Field reading : zone.required("readings").items()) {
                assertThat(reading.required("verdict").text()).isEqualTo("not-measurable");
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{baseline: {points: [[1, 2, 3]]}} | baseline.points: was",
                "{baseline: {points: [[1, 2]]}} | baseline.points[0]: was",
                "{baseline: {}} | baseline: was",
                "{followup: {}} | baseline: was",
                "{face: {}} | face: was",
                "{baseline: {clicked: {nose-tip: [1, 2]}}} | baseline.clicked.eye-right-outer: was",
                "{baseline: {clicked: {nose: [1, 2]}}} | baseline.clicked.nose: was"
            })
    void namesThePlaceInALandmarksFileThatDoesNotFit(String text, String says) throws IOException {
        var file = write("landmarks.yaml", text.getBytes());
        assertRefused(says, "measure", photo("a.png", 1), "--landmarks", file);
    }

    @Test
    void laysZonesOverSixClickedPoints() throws IOException {
        Path data = Path.of("..", "..", "shared", "data");
        Assumptions.assumeTrue(Files.isDirectory(data.resolve("geometry")), "skipped: no shared data");
        var clicked =
                "{baseline: {clicked: {eye-right-outer: [194, 101], eye-left-outer: [256, 104], nose-tip: [223, 129],"
                        + " mouth-right: [200, 139], mouth-left: [247, 141], chin: [222, 174]}}}";
        assertThat(run(
                        "measure",
                        data.resolve("faces/astronaut.png").toString(),
                        "--landmarks",
                        write("clicked.yaml", clicked.getBytes()),
                        "--landmark-models",
                        data.resolve("geometry").toString(),
                        "--json"))
                .isZero();
        assertThat(Field.root(Documents.read(out.toString())).required("zones").items())
                .hasSize(13);
    }

    @Test
    void refusesModelsThatAreOtherFiles() throws IOException {
        write("face_detection_short_range.tflite", new byte[] {1});
        assertRefused(
                "--landmark-models: was " + folder + " without a usable face_landmark.tflite",
                "measure",
                photo("a.png", 1),
                "--landmark-models",
                folder.toString());
        write("face_landmark.tflite", new byte[] {2});
        assertRefused(
                "--landmark-models: was " + folder + " with face_detection_short_range.tflite with SHA-256",
                "measure",
                photo("a.png", 1),
                "--landmark-models",
                folder.toString());
    }

    @Test
    void showsATableToPeople() throws IOException {
        assertThat(run("measure", photo("a.png", 1), photo("b.png", 2), "--view", "patch"))
                .isZero();
        assertThat(out.toString())
                .contains("no-detectable-change")
                .contains("not-measurable: wrinkle-density")
                .contains("Nothing here is clinically validated");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void readsOnePhotoWithoutOpenCv() throws IOException, InterruptedException {
        String path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("opencv"))
                .collect(Collectors.joining(File.pathSeparator));
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        path,
                        "org.stipple.cli.Stipple",
                        "measure",
                        photo("a.png", 1),
                        "--view",
                        "patch")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("erythema-index");
    }

    @Test
    void refusesFilesThatAreNoPhotosInOneLine() throws IOException {
        byte[] png = Files.readAllBytes(Path.of(photo("whole.png", 1)));
        var bad = List.of(
                write("cut.png", Arrays.copyOf(png, png.length / 2)),
                write("renamed.jpg", "GIF89a".getBytes()),
                write("drawing.png", "<svg/>".getBytes()),
                write("empty.jpg", new byte[0]),
                write("huge.jpg", new byte[25_000_001]),
                folder.toString(),
                folder.resolve("absent.jpg").toString());
        for (String file : bad) {
            assertRefused("BASELINE: was " + file, "measure", file, "--view", "patch");
            assertRefused(
                    "FOLLOWUP: was " + file,
                    "measure",
                    folder.resolve("whole.png").toString(),
                    file);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--scale, tag36h11:0.5, tag36h11:SIDE",
        "--scale, tag25h9:20, tag36h11:SIDE",
        "--scale, card, card:PITCH",
        "--scale, card:x, card:PITCH",
        "--scale, ipd:200, ipd:DISTANCE",
        "--scale, mm-per-px:-1, mm-per-px:NUMBER",
        "--scale, mm-per-px:NaN, mm-per-px:NUMBER",
        "--scale, 0.04, mm-per-px:NUMBER",
        "--view, profile, left-45"
    })
    void namesTheOptionThatDoesNotFit(String option, String value, String says) throws IOException {
        assertRefused(option, "measure", photo("a.png", 1), option, value);
        assertThat(err.toString()).contains(says);
    }

    @Test
    void writesMasksInTheSizeOfThePhoto() throws IOException {
        Path masks = folder.resolve("masks");
        assertThat(run(
                        "measure",
                        photo("a.png", 1),
                        photo("b.png", 2),
                        "--view",
                        "patch",
                        "--scale",
                        "mm-per-px:0.05",
                        "--masks",
                        masks.toString()))
                .isZero();
        for (String name : List.of("baseline-wrinkles", "followup-pores", "baseline-stretch-marks", "change-shine")) {
            var image = javax.imageio.ImageIO.read(masks.resolve(name + ".png").toFile());
            assertThat(image.getWidth()).isEqualTo(480);
            assertThat(image.getHeight()).isEqualTo(360);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{zones: [{id: cheek, polygon: [[0, 0], [400, 0], [400, 300]]}]} | zones[0].id",
                "{zones: [{id: chin, polygon: [[0, 0], [400, 0], [481, 300]]}]} | zones[0].polygon[2][0]",
                "{zones: [{id: chin, polygon: [[0, 0], [400, 0], [400]]}]} | zones[0].polygon[2]",
                "{zones: [{id: chin, polygon: [[0, 0], [400, 0], [200, 0]]}]} | zones[0].polygon",
                "{zones: [{id: chin, polygon: [[0, 0], [400, 0]]}]} | zones[0].polygon",
                "{zones: []} | zones",
                "{zone: []} | zone"
            })
    void namesThePlaceInAZonesFileThatDoesNotFit(String text, String path) throws IOException {
        var zones = write("zones.yaml", text.getBytes());
        assertRefused(path + ": was", "measure", photo("a.png", 1), "--zones", zones);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{zones: [{id: chin, polygon: [[0, 0] [400, 0]]}]} | zones[0].polygon[1]: was a list without a comma or without its end at line 1, column 38, expected a comma between its items and ] at its end",
                "{zones: [{id: chin, polygon: [[0, 0], | zones[0].polygon[1]: was nothing at line 2, column 1, expected a value",
                "'{zones: [], zones: []}' | zones: was written twice, again on line 1, expected each name once",
                "'{zones: [{id: \"chin}]}' | was text in quotes without its end at line 2, column 1, expected a closing quote"
            })
    void saysInPlainWordsWhereAZonesFileIsBrokenAndWhatItShouldSay(String text, String says) throws IOException {
        var zones = write("zones.yaml", (text + "\n").getBytes());
        String where = says.startsWith("was") ? ": " : " ";
        assertRefused("--zones " + zones + where + says, "measure", photo("a.png", 1), "--zones", zones);
    }

    @Test
    void saysWhichFileIsAbsentAndOnlyOnce() throws IOException {
        for (String option : List.of("--zones", "--landmarks", "--repeatability")) {
            assertRefused(
                    option + ": was nowhere.yaml, where no file is",
                    "measure",
                    photo("a.png", 1),
                    option,
                    "nowhere.yaml");
        }
    }

    @Test
    void saysThatLeftAndRightOfClickedPointsMayBeExchanged() throws IOException {
        var exchanged =
                "{baseline: {clicked: {eye-right-outer: [256, 104], eye-left-outer: [194, 101], nose-tip: [223, 129],"
                        + " mouth-right: [247, 141], mouth-left: [200, 139], chin: [222, 174]}}}";
        assertRefused(
                "baseline.clicked: was",
                "measure",
                photo("a.png", 1),
                "--landmarks",
                write("clicked.yaml", exchanged.getBytes()));
        assertThat(err.toString()).contains("left and right as the patient has them, which may be exchanged here");
    }

    private void assertRefused(String says, String... arguments) {
        err.getBuffer().setLength(0);
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).hasSize(1).first().asString().startsWith("stipple: " + says);
    }

    private int run(String... arguments) {
        return Stipple.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private Field zone() {
        return Field.root(Documents.read(out.toString()))
                .required("zones")
                .items()
                .getFirst();
    }

    private static Field reading(Field zone, String metric) {
        return zone.required("readings").items().stream()
                .filter(reading -> reading.required("metric").document().equals(Document.of(metric)))
                .findFirst()
                .orElseThrow();
    }

    /// The same skin each time, in another photo.
    private String photo(String name, long shot) throws IOException {
        var photo = Phantom.photograph(
                        Skin.plain(SkinType.IV, 8), Capture.careful(shot).moved(6 * shot, -3 * shot, 0), SMALL)
                .photo();
        return write(
                name, name.endsWith("png") ? photo.png() : photo.jpeg(org.stipple.quantities.Fraction.ofValue(0.95)));
    }

    private String write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }

    /// The first block of this language on a page.
    private static String example(String page, String language) throws IOException {
        String text = Files.readString(Path.of("..", "docs", "data", page));
        String fence = "```" + language + "\n";
        int start = text.indexOf(fence) + fence.length();
        return text.substring(start, text.indexOf("```", start));
    }
}
