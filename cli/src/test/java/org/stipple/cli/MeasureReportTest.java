package org.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.phantom.Capture;
import org.stipple.phantom.Frame;
import org.stipple.phantom.Phantom;
import org.stipple.phantom.Skin;
import org.stipple.phantom.Wrinkle;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// What `stipple measure --report` writes.
class MeasureReportTest {

    private static final Frame SMALL = new Frame(480, 360, Length.ofMillimetres(0.05));

    private static final Skin GROOVED = Skin.plain(SkinType.III, 14)
            .withHaemoglobin(1.5)
            .withWrinkles(List.of(new Wrinkle(-7, 5, 8, -4, Length.ofMillimetres(0.15), Length.ofMillimetres(0.5))));

    @TempDir
    private Path folder;

    private Path before;
    private Path after;

    private record Run(int status, String out, String err) {}

    @BeforeEach
    void takePhotos() throws IOException {
        before = photo("anna-miller-before.jpg", GROOVED, 1);
        after = photo("anna-miller-after.jpg", GROOVED.withWrinkles(List.of()).withHaemoglobin(0.8), 2);
    }

    private Path photo(String name, Skin skin, long shot) throws IOException {
        var capture = Capture.careful(shot).moved(6 * shot, -3 * shot, 0);
        return Files.write(
                folder.resolve(name),
                Phantom.photograph(skin, capture, SMALL).photo().jpeg(Fraction.ofValue(0.95)));
    }

    private Run measure(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status = Stipple.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Stream.concat(Stream.of("measure"), Stream.of(arguments)).toArray(String[]::new));
        return new Run(status, out.toString(), err.toString());
    }

    private String report(String... arguments) throws IOException {
        Path report = folder.resolve("report.html");
        var run = measure(Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--view", "patch", "--scale", "mm-per-px:0.05", "--report", report.toString()))
                .toArray(String[]::new));
        assertThat(run.status()).as(run.err()).isZero();
        return Files.readString(report);
    }

    private String pair() throws IOException {
        return report(before.toString(), after.toString());
    }

    private static List<byte[]> pictures(String page) {
        var pictures = new ArrayList<byte[]>();
        var found = Pattern.compile("href=\"data:image/(?:jpeg|png);base64,([^\"]*)\"")
                .matcher(page);
        while (found.find()) {
            pictures.add(Base64.getDecoder().decode(found.group(1)));
        }
        return pictures;
    }

    @Test
    void theReportOfAPairSaysAllAndAsksForNothing() throws IOException {
        String page = pair();
        assertThat(page)
                .contains("Not clinically validated", "<h2>Before and after</h2>", "<h2>What changed where</h2>")
                .contains("▲ improved", "erythema index", "detectable from (SDC95)", "<svg class=\"change-bar\"")
                .contains("no longer found", "less red", "<h2>Gates</h2>", "at most 0.5 stops")
                .contains("0.05 mm a pixel, as it was given", "no colour card", "half of the skin lies within")
                .contains("spots under ultraviolet light", "porphyrins", "the true depth of a wrinkle")
                .doesNotContain("http://www", "https:", "url(", "@import", "src=", "anna-miller");
        for (String address : page.split("href=\"", -1)) {
            assertThat(address.startsWith("<!DOCTYPE")
                            || address.startsWith("data:image/")
                            || address.startsWith("#base\""))
                    .as(address.substring(0, Math.min(40, address.length())))
                    .isTrue();
        }
    }

    @Test
    void theZonesThatWereReadAreDrawnOverBothPhotosAndTheMaps() throws IOException {
        Path zones = Files.writeString(folder.resolve("zones.json"), """
                {"zones": [{"id": "cheek-left", "polygon": [[40, 30], [440.5, 20], [430, 335], [60, 320]]}]}
                """);
        String page = report(before.toString(), after.toString(), "--zones", zones.toString());
        assertThat(page)
                .contains("points=\"40.0,30.0 440.5,20.0 430.0,335.0 60.0,320.0\"", ">left cheek</text>")
                .contains("Show the zones that were read")
                .contains("<use href=\"#outlines\"/><use href=\"#names\"/></g></svg></figure>")
                .contains("<use href=\"#outlines\"/></svg><figcaption>");
        assertThat(pair()).as("the whole photo").doesNotContain("<polygon", "#outlines\"", "Show the zones");
    }

    @Test
    void itsPicturesAreMadeAnewAndOneStandsInItOnlyOnce() throws IOException {
        String page = pair();
        List<byte[]> pictures = pictures(page);
        assertThat(pictures).hasSizeGreaterThan(3);
        for (byte[] picture : pictures) {
            var image = ImageIO.read(new ByteArrayInputStream(picture));
            assertThat(image.getWidth()).isEqualTo(480);
            assertThat(new String(picture, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "tEXt", "iCCP");
        }
        assertThat(pictures).noneMatch(picture -> java.util.Arrays.equals(picture, read(before)));
        assertThat(page.split("id=\"base\"", -1)).hasSize(2);
        assertThat(page.split("<use href=\"#base\"", -1)).hasSizeGreaterThan(2);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    @Test
    void itsOneScriptIsNamedByItsHashAndWithoutItBothPhotosStandSideBySide() throws Exception {
        String page = pair();
        String script = page.substring(page.indexOf("<script>") + 8, page.indexOf("</script>"));
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
        assertThat(page).contains("script-src 'sha256-" + hash + "'").contains("default-src 'none'");
        assertThat(page.split("<script", -1)).hasSize(2);
        assertThat(page)
                .contains("<div id=\"pair\" class=\"pair\">", "<p id=\"slider\" hidden>", "type=\"button\" hidden>")
                .contains("<figcaption>Before</figcaption>", "<figcaption>After</figcaption>", "<label for=\"range\">");
    }

    @Test
    void onePhotoGivesTheReportOfOnePhoto() throws IOException {
        String page = report(before.toString());
        assertThat(page)
                .contains("<h1>What one photo shows</h1>", "<h2>What was found where</h2>", "found 100 %")
                .doesNotContain("<script", "Before and after", "change-bar\"", "detectable from (SDC95)</th>");
        assertThat(pictures(page)).isNotEmpty();
    }

    @Test
    void whatIsNotMeasurableStandsWithItsReason() throws IOException {
        Path report = folder.resolve("face.html");
        assertThat(measure(before.toString(), after.toString(), "--report", report.toString())
                        .status())
                .isZero();
        assertThat(Files.readString(report))
                .contains("Nothing was measurable here.", "no landmarks and no zones were given")
                .contains("could not be laid onto each other")
                .doesNotContain("<script");
    }

    @Test
    void zonesOfWhichNothingWasMeasurableForTheSameReasonsStandTogether() throws IOException {
        Path other = photo("other.jpg", Skin.plain(SkinType.III, 99), 3);
        Path zones = Files.writeString(folder.resolve("zones.json"), """
                {"zones": [{"id": "cheek-left", "polygon": [[10, 10], [470, 10], [470, 170], [10, 170]]},
                           {"id": "cheek-right", "polygon": [[10, 190], [470, 190], [470, 350], [10, 350]]}]}
                """);
        String page = report(before.toString(), other.toString(), "--zones", zones.toString());
        assertThat(page)
                .contains("<h2>Left cheek (1.8 cm²), right cheek (1.8 cm²)</h2>")
                .contains("Nothing was measurable here.")
                .doesNotContain("Not measurable here:");
        assertThat(page.split("Nothing was measurable here", -1))
                .as("said once")
                .hasSize(2);
    }

    @Test
    void eachKindOfGateIsExplainedOnceAndPixelsStandInFull() throws IOException {
        String page = pair();
        assertThat(page)
                .contains("What the gates mean:")
                .contains("<li>Direction of the light against the baseline: how differently light and shadow lie")
                .contains("<li>Colour of the light against the baseline: by how much the proportion of blue to green")
                .contains("480 px", "could not be laid and does not count")
                .doesNotContain("says nothing", "of the relief&#39;s direction", "log10(B/G)");
        assertThat(page.split("<li>Sharpness: ", -1)).hasSize(2);
    }

    @Test
    void theAnswerIsTheSameWithAndWithoutAReport() throws IOException {
        String[] asked = {before.toString(), after.toString(), "--view", "patch", "--scale", "mm-per-px:0.05", "--json"
        };
        var plain = measure(asked);
        var reported = measure(Stream.concat(
                        Stream.of(asked),
                        Stream.of("--report", folder.resolve("report.html").toString()))
                .toArray(String[]::new));
        assertThat(reported.out()).isEqualTo(plain.out());
    }

    @Test
    void neverReplacesWhatItReadsAndLeavesNothingBehind() throws IOException {
        byte[] photo = read(before);
        Path link = Files.createSymbolicLink(folder.resolve("link.jpg"), after);
        for (Path report : List.of(before, after, link, folder.resolve("none/report.html"), folder)) {
            var run = measure(before.toString(), after.toString(), "--view", "patch", "--report", report.toString());
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("stipple: --report: was " + report).hasLineCount(1);
        }
        assertThat(measure(folder.resolve("absent.jpg").toString(), "--report", folder + "/report.html")
                        .status())
                .isEqualTo(2);
        assertThat(read(before)).isEqualTo(photo);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void saysThatTheDiskIsFull() {
        assertThat(OutFile.fault(new java.nio.file.FileSystemException("r.html", null, "No space left on device")))
                .isEqualTo(", for which no space is left on the disk");
        assertThat(OutFile.fault(new java.nio.file.AccessDeniedException("r.html")))
                .isEqualTo(", which cannot be written");
    }
}
