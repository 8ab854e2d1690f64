package org.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `stipple dose` writes beside its answer.
class DoseFilesTest {

    /// An L of 40 by 20 mm whose upper right part is missing, with a no-go hole at its left: no two sides alike.
    private static final String CASE = """
            device: {kind: pen, pins: 14, swathMm: 8, strokeHz: 116.7, needleDiameterMm: 0.25, needleLengthMm: 2.5}
            technique: {depthMm: 1.0, passes: 2, directions: 2}
            zone:
              id: cheek-left
              outlineMm: [[0, 0], [40, 0], [40, 8], [20, 8], [20, 20], [0, 20]]
              holesMm: [[[3, 3], [9, 3], [9, 7], [3, 7]]]
            seed: 4711
            """;

    private static final int WHITE = 0xFFFFFFFF;

    @TempDir
    private Path folder;

    private record Run(int status, String out, String err) {}

    private Run dose(String text, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("case.yaml"), text);
        var out = new StringWriter();
        var err = new StringWriter();
        int status = Stipple.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Stream.concat(Stream.of("dose", file.toString()), Stream.of(options))
                        .toArray(String[]::new));
        return new Run(status, out.toString(), err.toString());
    }

    private List<String> written() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("case.yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static BufferedImage picture(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @Test
    void theMapShowsSkinInColoursAndLeavesOutWhatIsNotTreated() throws IOException {
        Path map = folder.resolve("map.png");
        var run = dose(CASE, "--map", map.toString());
        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo(dose(CASE).out());
        var picture = picture(Files.readAllBytes(map));
        // 40 mm in cells of 0.25 mm, four pixels each: 16 pixels a mm beside a margin of 16.
        assertThat(picture.getRGB(at(30), at(4, 20))).as("skin").isNotEqualTo(WHITE);
        assertThat(picture.getRGB(at(6), at(15, 20))).as("skin").isNotEqualTo(WHITE);
        assertThat(picture.getRGB(at(6), at(5, 20))).as("hole").isEqualTo(WHITE);
        assertThat(picture.getRGB(at(30), at(14, 20))).as("outside").isEqualTo(WHITE);
        assertThat(picture.getRGB(at(3), at(5, 20))).as("rim of the hole").isEqualTo(0xFF1A1A1A);
        assertThat(picture.getRGB(at(30), at(8, 20))).as("rim").isEqualTo(0xFF1A1A1A);
        // Half of the width is 20 mm: the scale bar ends there.
        int bar = picture.getHeight() - 16 - 14 - 12 + 1;
        assertThat(picture.getRGB(at(19.9), bar)).as("scale bar").isEqualTo(0xFF1A1A1A);
        assertThat(picture.getRGB(at(20.1), bar)).as("after the scale bar").isEqualTo(WHITE);
    }

    private static int at(double xMm) {
        return (int) Math.round(16 + 16 * xMm);
    }

    private static int at(double yMm, double heightMm) {
        return (int) Math.round(16 + 16 * (heightMm - yMm));
    }

    @Test
    void theSameSeedGivesTheSameMapAndAnotherDoesNot() throws IOException {
        var once = map(CASE);
        assertThat(map(CASE)).isEqualTo(once);
        assertThat(map(CASE.replace("4711", "4712"))).isNotEqualTo(once);
    }

    private byte[] map(String text) throws IOException {
        Path map = folder.resolve("map.png");
        assertThat(dose(text, "--map", map.toString()).status()).isZero();
        return Files.readAllBytes(map);
    }

    @ParameterizedTest
    @ValueSource(strings = {"widthMm: 1, heightMm: 1.3", "widthMm: 1000, heightMm: 1", "widthMm: 3, heightMm: 217"})
    void drawsTheSmallestAndTheLongestZone(String sides) throws IOException {
        String stamp = "device: {kind: stamp, pins: 9, widthMm: 5, needleLengthMm: 1, needleDiameterMm: 0.2,"
                + " stampsPerCm2: 4}\ntechnique: {depthMm: 1, passes: 1}\nzone: {" + sides + "}\n";
        var picture = picture(map(stamp));
        assertThat(picture.getWidth()).isBetween(150, 1100);
        assertThat(picture.getHeight()).isBetween(150, 1100);
    }

    @Test
    void theReportSaysAllAndAsksForNothing() throws Exception {
        Path report = folder.resolve("report.html");
        var run = dose(CASE, "--json", "--report", report.toString());
        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("{");
        String page = Files.readString(report);
        assertThat(page)
                .contains("Not clinically validated", "Seed 4711", "data:image/png;base64,", "density, mean")
                .contains("Channels per cm² that reach each layer", "PMC8259462", "Sasaki 2019", "63.09 h")
                .contains("<li>nothing here is clinically validated</li>", "50 % of the set depth reached")
                .doesNotContain("<script", "href=", "url(", "@import", "src=\"http");
        assertThat(page.split("<rect ", -1)).hasSizeGreaterThan(10);
        String svg = page.substring(page.indexOf("<svg"), page.indexOf("</svg>") + 6);
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
        String png = page.substring(page.indexOf("base64,") + 7);
        assertThat(Base64.getDecoder().decode(png.substring(0, png.indexOf('"'))))
                .isEqualTo(map(CASE));
    }

    @Test
    void aThicknessThatNobodyKnowsIsSaidInTheReport() throws IOException {
        Path report = folder.resolve("report.html");
        assertThat(dose(CASE.replace("cheek-left", "scalp"), "--report", report.toString())
                        .status())
                .isZero();
        assertThat(Files.readString(report)).contains("not known: ").doesNotContain("papillary dermis</th>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--map", "--report"})
    void whatCannotBeWrittenIsOneClearLineAndNothingElse(String option) throws IOException {
        for (String path : List.of(folder + "/none/out", folder.toString())) {
            var run = dose(CASE, option, path);
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .startsWith("stipple: " + option + ": was " + path)
                    .hasLineCount(1);
        }
        assertThat(written()).isEmpty();
    }

    @Test
    void nothingIsWrittenWhereTheQuestionOrTheOtherFileCannotBeUsed() throws IOException {
        String map = folder.resolve("map.png").toString();
        assertThat(dose(CASE.replace("passes: 2", "passes: 0"), "--map", map).status())
                .isEqualTo(2);
        assertThat(dose(CASE, "--map", map, "--report", folder + "/none/report.html")
                        .status())
                .isEqualTo(2);
        assertThat(dose(CASE, "--map", map, "--report", map).err()).startsWith("stipple: --report: was ");
        assertThat(written()).isEmpty();
    }

    @Test
    void aBatchHasNoPicture() throws IOException {
        Path batch = Files.writeString(folder.resolve("batch.ndjson"), "{}\n");
        for (String option : List.of("--map", "--report")) {
            var err = new StringWriter();
            int status = Stipple.run(
                    new PrintWriter(new StringWriter()),
                    new PrintWriter(err, true),
                    "dose",
                    "--batch",
                    batch.toString(),
                    option,
                    folder.resolve("out").toString());
            assertThat(status).isEqualTo(2);
            assertThat(err.toString())
                    .startsWith("stipple: " + option + ": was ")
                    .hasLineCount(1);
        }
        assertThat(written()).containsExactly("batch.ndjson");
    }
}
