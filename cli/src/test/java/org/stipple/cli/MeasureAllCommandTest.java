package org.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

class MeasureAllCommandTest {

    /// Nothing can be read on so little skin, which is quickly said.
    private static final Frame SMALL = new Frame(96, 72, Length.ofMillimetres(0.05));
    private static List<byte[]> shots = List.of();

    @TempDir
    private Path folder;

    private Path archive = Path.of(".");
    private Path answers = Path.of(".");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void photographs() {
        shots = java.util.stream.LongStream.range(0, 4)
                .mapToObj(shot -> Phantom.photograph(Skin.plain(SkinType.III, 3), Capture.careful(shot), SMALL)
                        .photo()
                        .jpeg(Fraction.ofValue(0.9)))
                .toList();
    }

    @BeforeEach
    void anEmptyArchive() throws IOException {
        archive = Files.createDirectory(folder.resolve("archive"));
        answers = folder.resolve("answers.ndjson");
    }

    @Test
    void aLineForEachPairWithTheAnswerOfMeasure() throws IOException {
        put("p01/2026-01.jpg", 0);
        put("p01/2026-04.jpg", 1);
        put("p01/2026-07.jpg", 2);
        put("p02/cheek/alone.jpg", 3);
        assertThat(all()).isZero();
        assertThat(pairs())
                .containsExactly(
                        "p01 p01/2026-01.jpg p01/2026-04.jpg",
                        "p01 p01/2026-01.jpg p01/2026-07.jpg",
                        "p02/cheek p02/cheek/alone.jpg -");
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("3 lines in").contains("3 measured, 0 as they stood there, 0 without");
        run(
                "measure",
                archive.resolve("p01/2026-01.jpg").toString(),
                archive.resolve("p01/2026-07.jpg").toString(),
                "--view",
                "patch",
                "--scale",
                "mm-per-px:0.05",
                "--json");
        var alone = (Document.Mapping) Documents.read(out.toString());
        var within = (Document.Mapping) Documents.read(lines().get(1));
        alone.fields()
                .forEach((name, value) ->
                        assertThat(within.fields().get(name)).as(name).isEqualTo(value));
    }

    @Test
    void goesOnAfterWhatIsThereAndDropsAHalfLine() throws IOException {
        put("a/1.jpg", 0);
        put("a/2.jpg", 1);
        put("b/1.jpg", 1);
        put("b/2.jpg", 2);
        assertThat(all()).isZero();
        byte[] whole = Files.readAllBytes(answers);
        int first = lines().getFirst().length() + 1;
        Files.write(answers, java.util.Arrays.copyOf(whole, first + 100));
        assertThat(all()).isZero();
        assertThat(err.toString()).contains("1 measured, 1 as they stood there");
        assertThat(Files.readAllBytes(answers)).isEqualTo(whole);
        assertThat(all()).isZero();
        assertThat(err.toString()).contains("0 measured, 2 as they stood there");
        assertThat(Files.readAllBytes(answers)).isEqualTo(whole);
        assertThat(names()).containsExactly("answers.ndjson", "archive");
    }

    @Test
    void measuresAnewWhatChangedAndForgetsWhatIsGone() throws IOException {
        put("a/1.jpg", 0);
        put("a/2.jpg", 1);
        put("b/1.jpg", 1);
        put("c/1.jpg", 2);
        assertThat(all()).isZero();
        var before = lines();
        put("a/2.jpg", 3);
        Files.delete(archive.resolve("b/1.jpg"));
        put("bb/1.jpg", 0);
        assertThat(all()).isZero();
        assertThat(err.toString()).contains("2 measured, 1 as they stood there");
        assertThat(pairs()).containsExactly("a a/1.jpg a/2.jpg", "bb bb/1.jpg -", "c c/1.jpg -");
        assertThat(lines().getFirst()).isNotEqualTo(before.getFirst());
        assertThat(lines().getLast()).isEqualTo(before.getLast());
        Files.writeString(archive.resolve("c/series.yaml"), "scale: mm-per-px:0.04");
        assertThat(all()).isZero();
        assertThat(err.toString()).as("other settings").contains("1 measured, 2 as they stood there");
    }

    /// Two starts that were broken off leave two files, which together have everything.
    @Test
    void goesOnFromTwoStartsThatWereBrokenOff() throws IOException {
        for (String person : List.of("a", "b", "c", "d")) {
            put(person + "/1.jpg", person.charAt(0) - 'a');
        }
        assertThat(all()).isZero();
        byte[] whole = Files.readAllBytes(answers);
        var lines = lines();
        Files.writeString(answers, lines.getFirst() + "\n" + lines.get(1).substring(0, 50));
        Files.writeString(folder.resolve("answers.ndjson.before"), lines.getFirst() + "\n" + lines.get(2) + "\n");
        assertThat(all()).isZero();
        assertThat(err.toString()).contains("2 measured, 2 as they stood there");
        assertThat(Files.readAllBytes(answers)).isEqualTo(whole);
        assertThat(names()).containsExactly("answers.ndjson", "archive");
    }

    @Test
    void oneBadFileStopsNobody() throws IOException, InterruptedException {
        put("a/1.jpg", 0);
        Files.writeString(archive.resolve("a/2.jpg"), "GIF89a");
        put("a/3.jpg", 1);
        Files.writeString(archive.resolve("a/notes.txt"), "not a photo by its name");
        Files.write(folder(archive.resolve("b")).resolve("1.jpg"), new byte[0]);
        put("b/2.jpg", 1);
        put("c/1.jpg", 1);
        Files.writeString(archive.resolve("c/series.yaml"), "veiw: patch");
        assertThat(new ProcessBuilder(
                                "mkfifo",
                                folder(archive.resolve("d")).resolve("pipe.jpg").toString())
                        .start()
                        .waitFor())
                .isZero();
        put("e/1.jpg", 2);
        assertThat(all()).isZero();
        assertThat(errors())
                .containsExactly(
                        "a/2.jpg: was a GIF file, expected " + PhotoFile.EXPECTED,
                        "-",
                        "b/1.jpg: was an empty file, expected " + PhotoFile.EXPECTED,
                        "c/series.yaml.veiw: was a name that is not known here, expected one of baseline, landmarks,"
                                + " photos, scale, view, zones",
                        "d/pipe.jpg: was a pipe, a device or a socket, expected " + PhotoFile.EXPECTED,
                        "-");
        assertThat(err.toString())
                .contains("2 measured, 0 as they stood there, 4 without an answer")
                .contains("  a/2.jpg: was a GIF file", "  c/series.yaml.veiw: was a name")
                .doesNotContain("a/2.jpg: a/2.jpg", "c: c/series");
        assertThat(all()).as("tried again").isZero();
        assertThat(err.toString()).contains("0 measured, 2 as they stood there, 4 without an answer");
    }

    @Test
    void linksToFoldersAreNotFollowedSoThatNoneLoops() throws IOException {
        put("a/1.jpg", 0);
        Files.createSymbolicLink(archive.resolve("a/again"), archive);
        Files.createSymbolicLink(archive.resolve("a/2.jpg"), archive.resolve("a/2.jpg"));
        assertThat(all()).isZero();
        assertThat(errors())
                .containsExactly(
                        "a/2.jpg: was a link that leads to no file, expected " + PhotoFile.EXPECTED,
                        "a link to a folder, which is not followed");
    }

    @Test
    void aPhotoThatLiesThereTwiceIsNoSecondVisit() throws IOException {
        put("a/1.jpg", 0);
        put("a/2.jpg", 1);
        put("a/3.jpg", 0);
        put("a/4.jpg", 1);
        assertThat(all()).isZero();
        assertThat(errors().get(1)).startsWith("a/3.jpg: was the same file as a/1.jpg, byte for byte");
        assertThat(errors().get(2)).startsWith("a/4.jpg: was the same file as a/2.jpg, byte for byte");
    }

    @Test
    void aSeriesSaysViewScaleOrderZonesAndLandmarks() throws IOException {
        put("a/x.jpg", 0);
        put("a/y.jpg", 1);
        put("a/z.jpg", 2);
        Files.writeString(archive.resolve("a/series.yaml"), """
                view: frontal
                scale: [mm-per-px:0.05]
                baseline: y.jpg
                photos: [z.jpg, y.jpg]
                zones: [{id: chin, polygon: [[10, 5], [90, 6], [80, 70], [12, 60]]}]
                """);
        put("b/1.jpg", 1);
        Files.writeString(
                archive.resolve("b/zones.json"),
                "{\"zones\": [{\"id\": \"nose\", \"polygon\": [[0, 0], [40, 0], [40, 900]]}]}");
        assertThat(all()).isZero();
        assertThat(pairs()).containsExactly("a a/y.jpg a/z.jpg", "b b/1.jpg -");
        var zone = Field.root(Documents.read(lines().getFirst()))
                .required("zones")
                .items()
                .getFirst();
        assertThat(zone.required("id").text()).isEqualTo("chin");
        assertThat(errors().getLast())
                .isEqualTo("b/zones.json.zones[0].polygon[2][1]: was 900, expected a number from 0.0 to 72.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "photos: [1.jpg, 1.jpg] | a/series.yaml.photos[1]: was \"1.jpg\", expected each photo once",
                "photos: [../b/1.jpg] | a/series.yaml.photos[0]: was \"../b/1.jpg\", expected the name of a photo in this",
                "baseline: 9.jpg | a/series.yaml.baseline: was \"9.jpg\", expected the name of a photo in this folder",
                "scale: mm-per-px:0 | a/series.yaml.scale: was \"mm-per-px:0\", expected mm-per-px:NUMBER",
                "view: side | a/series.yaml.view: was \"side\", expected one of frontal",
                "landmarks: {2.jpg: {points: []}} | a/series.yaml.landmarks.2.jpg: was a name that is not known here",
                "'{' | a/series.yaml"
            })
    void namesThePlaceInASeriesThatDoesNotFit(String text, String says) throws IOException {
        put("a/1.jpg", 0);
        put("b/1.jpg", 1);
        Files.writeString(archive.resolve("a/series.yaml"), text);
        assertThat(all()).isZero();
        assertThat(errors().getFirst()).startsWith(says);
        assertThat(errors().getLast()).isEqualTo("-");
    }

    @Test
    void namesAreWrittenAsTheyAreAndInTheirOrder() throws IOException {
        for (String name : List.of("b", "B", "ä\"\n", "a b", "a", "a!/x")) {
            put(name + "/1.jpg", 0);
        }
        put("0.jpg", 1);
        assertThat(all()).isZero();
        assertThat(lines().stream()
                        .map(line -> Field.root(Documents.read(line))
                                .required("series")
                                .text()))
                .containsExactly(".", "B", "a", "a b", "a!/x", "b", "ä\"\n");
    }

    @Test
    void refusesInOneLineWhatCannotBeMeasuredOrWritten() throws IOException {
        assertRefused("DIR: was " + archive + ", in which no photo is, expected a folder of folders with photos");
        put("a/1.jpg", 0);
        answers = archive.resolve("a/answers.ndjson");
        assertRefused("--out: was " + answers + ", which lies in DIR, expected a file outside the archive");
        answers = Files.writeString(folder.resolve("diary.txt"), "Dear diary\n");
        assertRefused("--out: was " + answers + ", which is there and holds something else");
        assertThat(Files.readString(answers)).isEqualTo("Dear diary\n");
        answers = folder.resolve("nowhere/answers.ndjson");
        assertRefused("--out: was " + answers + ", whose directory is not there");
        answers = Path.of("/dev/full");
        assertRefused("--out: was /dev/full, which cannot be written");
        answers = Files.writeString(folder.resolve("linked.ndjson"), "");
        Files.createSymbolicLink(archive.resolve("a/2.jpg"), answers);
        assertRefused("--out: was " + answers + ", to which " + archive.resolve("a/2.jpg") + " leads");
        archive = folder.resolve("absent");
        assertRefused("DIR: was " + archive + ", where nothing is");
        archive = answers;
        assertRefused("DIR: was " + archive + ", no folder");
    }

    /// Killed in the middle, asked to stop in the middle, then let go on: as if nothing had happened.
    @Test
    void whereverItIsStoppedItGoesOn() throws IOException, InterruptedException {
        for (int person = 10; person < 18; person++) {
            put(person + "/1.jpg", person % 3);
            put(person + "/2.jpg", person % 3 + 1);
        }
        stopped("-9", 1);
        // As Ctrl-C, which a program that was started in the background ignores, and so do those it starts.
        String said = stopped("-TERM", 3);
        assertThat(said).contains("stopped after ").contains("the same command goes on from there");
        assertThat(said.lines().filter(line -> line.contains("failed"))).isEmpty();
        assertThat(Files.readString(answers)).as("whole lines").endsWith("\n");
        assertThat(all()).isZero();
        assertThat(err.toString()).doesNotContain(" 0 as they stood there");
        byte[] whole = Files.readAllBytes(answers);
        Files.delete(answers);
        assertThat(all()).isZero();
        assertThat(Files.readAllBytes(answers)).isEqualTo(whole);
    }

    /// A limit on the size of files stands for a full disk.
    @Test
    void whereThereIsNoRoomItSaysSoAndGoesOnLater() throws IOException, InterruptedException {
        for (int person = 10; person < 14; person++) {
            put(person + "/1.jpg", person % 3);
        }
        assertThat(all()).isZero();
        byte[] whole = Files.readAllBytes(answers);
        Files.delete(answers);
        int blocks = whole.length / 2 / 512;
        var process = started("ulimit -f " + blocks + "; exec \"$@\"");
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isEqualTo(1);
        assertThat(said)
                .contains("failed before the end of the archive, " + answers + " can be gone on with: ")
                .doesNotContain("at org.stipple");
        assertThat(Files.readString(answers)).endsWith("\n");
        assertThat(all()).isZero();
        assertThat(err.toString()).doesNotContain(" 0 as they stood there");
        assertThat(Files.readAllBytes(answers)).isEqualTo(whole);
    }

    /// Starts it, sends it a signal when so many lines are there, and answers what it said.
    private String stopped(String signal, int lines) throws IOException, InterruptedException {
        var process = started("exec \"$@\"");
        while (process.isAlive() && (!Files.exists(answers) || lines().size() < lines)) {
            Thread.sleep(20);
        }
        assertThat(process.isAlive()).as("it was to be stopped in the middle").isTrue();
        new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        return said;
    }

    private Process started(String shell) throws IOException {
        return new ProcessBuilder(
                        "sh",
                        "-c",
                        shell,
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.stipple.cli.Stipple",
                        "measure-all",
                        archive.toString(),
                        "--out",
                        answers.toString(),
                        "--view",
                        "patch",
                        "--scale",
                        "mm-per-px:0.05")
                .redirectErrorStream(true)
                .start();
    }

    private int all() {
        return run(
                "measure-all",
                archive.toString(),
                "--out",
                answers.toString(),
                "--view",
                "patch",
                "--scale",
                "mm-per-px:0.05");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Stipple.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private void assertRefused(String says) {
        assertThat(all()).isEqualTo(2);
        assertThat(err.toString()).startsWith("stipple: " + says);
        assertThat(err.toString().lines()).hasSize(1);
    }

    private void put(String name, int shot) throws IOException {
        Path path = archive.resolve(name);
        folder(java.util.Objects.requireNonNull(path.getParent()));
        Files.write(path, shots.get(shot));
    }

    private static Path folder(Path path) throws IOException {
        return Files.createDirectories(path);
    }

    private List<String> names() throws IOException {
        try (var within = Files.list(folder)) {
            return within.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> lines() throws IOException {
        return Files.readString(answers).lines().toList();
    }

    private List<String> pairs() throws IOException {
        return lines().stream()
                .map(line -> Field.root(Documents.read(line)))
                .map(line -> line.required("series").text() + " "
                        + line.required("baseline").text() + " "
                        + line.optional("followup").map(Field::text).orElse("-"))
                .toList();
    }

    private List<String> errors() throws IOException {
        return lines().stream()
                .map(line -> Field.root(Documents.read(line))
                        .optional("error")
                        .map(Field::text)
                        .orElse("-"))
                .toList();
    }
}
