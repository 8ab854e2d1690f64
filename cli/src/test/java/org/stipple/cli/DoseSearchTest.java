package org.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;

/// `stipple dose FILE --search GOAL`.
class DoseSearchTest {

    private static final String PEN = """
        device: {kind: pen, pins: 14, swathMm: 8, strokeHz: 116.7, needleDiameterMm: 0.25, needleLengthMm: 2.5}
        technique: {depthMm: 1.0, passes: 2, directions: 2}
        zone: {id: cheek-left, widthMm: 31, heightMm: 17}
        sex: female
        """;

    private static final String GOAL = """
        goal: {densityPerCm2: 1200, depthMm: 0.6}
        available: {depthsMm: [0.5, 0.75, 1.0], passes: [1, 2, 3, 4], directions: [1, 2], glidesMmPerS: [20, 40]}
        """;

    @TempDir
    private Path folder;

    /// What a run of the program gave.
    private record Run(int status, String out, String err) {

        Field search() {
            return Field.root(Documents.read(out)).required("search");
        }
    }

    private Run search(String file, String goal, String... options) throws IOException {
        var question = Files.writeString(folder.resolve("case.yaml"), file);
        var sought = Files.writeString(folder.resolve("goal.yaml"), goal);
        var out = new StringWriter();
        var err = new StringWriter();
        int status = Stipple.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Stream.concat(Stream.of("dose", question.toString(), "--search", sought.toString()), Stream.of(options))
                        .toArray(String[]::new));
        return new Run(status, out.toString(), err.toString());
    }

    private static List<Field> settings(Run run) {
        return run.search()
                .required("zones")
                .items()
                .getFirst()
                .required("settings")
                .items();
    }

    @Test
    void givesEverySettingThatNoOtherBeats() throws IOException {
        var run = search(PEN, GOAL, "--json");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        var settings = settings(run);
        assertThat(settings).isNotEmpty().allSatisfy(each -> {
            assertThat(each.names())
                    .containsExactly(
                            "depthMm",
                            "passes",
                            "directions",
                            "glideMmPerS",
                            "seconds",
                            "told",
                            "worst",
                            "density",
                            "coverage",
                            "duplicates",
                            "reachingDermis",
                            "beyondDermis",
                            "cautions");
            for (var other : settings) {
                boolean beaten = worst(other, "under") <= worst(each, "under")
                        && worst(other, "over") <= worst(each, "over")
                        && seconds(other) <= seconds(each);
                assertThat(beaten && other != each).isFalse();
            }
        });
        assertThat(run.search().required("combinations").items()).hasSameSizeAs(settings);
    }

    private static double worst(Field setting, String part) {
        return setting.required("worst").required(part).number(0, 1e9);
    }

    private static double seconds(Field setting) {
        return setting.required("seconds").number(0, 1e9);
    }

    /// The figures of a setting are those that `stipple dose` gives for it.
    @Test
    void whatASettingGivesIsWhatDoseAnswersForIt() throws IOException {
        var setting = settings(search(PEN, GOAL, "--json")).getLast();
        String technique = "technique: {depthMm: %s, passes: %s, directions: %s, glideMmPerS: %s}"
                .formatted(
                        Documents.json(setting.required("depthMm").document()),
                        Documents.json(setting.required("passes").document()),
                        Documents.json(setting.required("directions").document()),
                        Documents.json(setting.required("glideMmPerS").document()));
        var told = PEN.replaceFirst("technique: .*", technique);
        var answer = Field.root(Documents.read(search(told, GOAL, "--json").out()));
        assertThat(setting.required("coverage").document())
                .isEqualTo(answer.required("coverage").required("monteCarlo").document());
        assertThat(setting.required("duplicates").document())
                .isEqualTo(answer.required("duplicates").required("monteCarlo").document());
        assertThat(setting.required("density").required("n95").document())
                .isEqualTo(answer.required("density").required("n95").document());
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherDoesNot() throws IOException {
        String once = search(PEN, GOAL, "--json").out();
        assertThat(search(PEN, GOAL, "--json").out()).isEqualTo(once);
        assertThat(search(PEN + "seed: 2\n", GOAL, "--json").out()).isNotEqualTo(once);
    }

    @Test
    void takesStepsAndLabelOfADeviceThatIsNamed() throws IOException {
        String named = PEN.replaceFirst("device: .*", "device: skinpen-precision");
        var run = search(named, "goal: {densityPerCm2: 900, depthMm: 2}\navailable: {passes: [1, 2]}\n", "--json");
        assertThat(settings(run))
                .allSatisfy(each ->
                        assertThat(each.required("depthMm").number(0, 9)).isBetween(0.25, 1.5));
        assertThat(run.search().required("assumptions").items())
                .extracting(Field::text)
                .contains("label depth 1.5 mm, the deepest that the device's label evaluated");
    }

    @Test
    void aSessionKeepsTheTimeOfAllItsZones() throws IOException {
        String further = "further:\n  - {zone: {id: chin, widthMm: 13, heightMm: 11},"
                + " goal: {densityPerCm2: 500, depthMm: 0.5}}\n";
        var within = search(PEN, GOAL + "seconds: 6\n" + further, "--json").search();
        assertThat(within.required("zones").items()).hasSize(2);
        assertThat(within.required("combinations").items()).isNotEmpty().allSatisfy(each -> {
            assertThat(each.required("seconds").number(0, 1e9)).isLessThanOrEqualTo(6);
            assertThat(each.required("settings").items()).hasSize(2);
        });
        var tooLong = search(PEN, GOAL + "seconds: 1\n" + further, "--json").search();
        assertThat(tooLong.names()).doesNotContain("combinations");
        // (31 · 17 + 13 · 11) / (8 · 40) s
        assertThat(tooLong.required("tooLong").required("leastSeconds").number(2.09374, 2.09376))
                .isPositive();
    }

    @Test
    void namesWhatStandsInTheWay() throws IOException {
        var lid = PEN.replace("cheek-left", "periorbital-left");
        var deep = "goal: {densityPerCm2: 900, depthMm: 1}\navailable: {depthsMm: [1.0], passes: [1]}\n";
        var run = search(lid, deep, "--json");
        assertThat(run.status()).isZero();
        assertThat(Documents.json(run.search()
                        .required("zones")
                        .items()
                        .getFirst()
                        .required("infeasible")
                        .document()))
                .isEqualTo("[[\"beyond-dermis\"]]");
        assertThat(search(lid, deep).out())
                .contains("No setting fits. In the way stand: too much goes through the dermis in the worst scenario.");
        var pareto = search(lid, deep, "--pareto", folder.resolve("p.svg").toString());
        assertThat(pareto.status()).isEqualTo(2);
        assertThat(folder.resolve("p.svg")).doesNotExist();
    }

    @Test
    void writesThePlotTheDepthsAndAReportOfBoth() throws IOException {
        Path plot = folder.resolve("plot.svg");
        Path depths = folder.resolve("depths.svg");
        Path report = folder.resolve("report.html");
        var run = search(
                PEN, GOAL, "--pareto", plot.toString(), "--depths", depths.toString(), "--report", report.toString());
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Settings near 1200 /cm² and 0.6 mm, left cheek");
        String svg = Files.readString(plot);
        assertThat(svg).startsWith("<svg ").endsWith("</svg>\n").contains("under-dose, worst case");
        assertThat(Files.readString(depths)).startsWith("<svg ").contains("depth, mm");
        assertThat(Files.readString(report, StandardCharsets.UTF_8))
                .contains(svg)
                .contains("over-dose, worst")
                .doesNotContain("<script");
    }

    /// Each is refused by its place, in one line.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        goal: {depthMm: 1}                                                  | goal.densityPerCm2
        goal: {densityPerCm2: 0, depthMm: 1}                                | goal.densityPerCm2
        goal: {densityPerCm2: .nan, depthMm: 1}                             | goal.densityPerCm2
        goal: {densityPerCm2: 1e9, depthMm: 1}                              | goal.densityPerCm2
        goal: {densityPerCm2: 900, depthMm: 6}                              | goal.depthMm
        {goal: {densityPerCm2: 900, depthMm: 1}, avaliable: {}}             | avaliable
        {goal: {densityPerCm2: 900, depthMm: 1}, available: {passes: []}}   | available.passes
        {goal: {densityPerCm2: 900, depthMm: 1}, available: {passes: [0]}}  | available.passes[0]
        {goal: {densityPerCm2: 900, depthMm: 1}, available: {glidesMmPerS: [0]}} | available.glidesMmPerS[0]
        {goal: {densityPerCm2: 900, depthMm: 1}, available: {depthsMm: [0.0001]}} | available.depthsMm[0]
        {goal: {densityPerCm2: 900, depthMm: 1}, bounds: {coverage: {most: 2, force: hard}}} | bounds.coverage.most
        {goal: {densityPerCm2: 900, depthMm: 1}, bounds: {coverage: {most: 1, force: soft}}} | bounds.coverage.force
        {goal: {densityPerCm2: 900, depthMm: 1}, seconds: 0}                | seconds
        {goal: {densityPerCm2: 900, depthMm: 1}, further: [{zone: {widthMm: 0, heightMm: 3}}]} | further[0] zone.widthMm
        {goal: {densityPerCm2: 900, depthMm: 1}, further: [{}]}             | further[0].zone
        """)
    void aGoalThatDoesNotFitIsRefusedByItsPlace(String goal, String place) throws IOException {
        var run = search(PEN, goal, "--json");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("stipple: --search " + place + ": was ")
                .hasLineCount(1);
    }

    /// Whoever reads the line can mend the file without another page beside it.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        goal: {depthMm: 1}                       | goal.densityPerCm2: was absent, expected a number from 1 to 1000000 /cm²
        goal: {densityPerCm2: 0.5, depthMm: 1}   | goal.densityPerCm2: was 0.5, expected a number from 1 to 1000000 /cm²
        goal: {densityPerCm2: 900}               | goal.depthMm: was absent, expected a number from 0.05 to 5 mm
        goal: {densityPerCm2: 900, depthMm: 6}   | goal.depthMm: was 6, expected a number from 0.05 to 5 mm
        available: {passes: [1]}                 | goal: was absent, expected densityPerCm2, a number from 1 to 1000000 /cm², and depthMm, a number from 0.05 to 5 mm
        """)
    void aWishThatIsAbsentOrOutsideIsNamedWithRangeAndUnit(String goal, String line) throws IOException {
        var run = search(PEN, goal, "--json");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualToIgnoringNewLines("stipple: --search " + line + "\n");
    }

    @Test
    void moreCombinationsThanAreJudgedAreRefusedAtOnce() throws IOException {
        String passes = String.join(
                ", ",
                Stream.iterate(1, i -> i + 1).limit(100).map(String::valueOf).toList());
        String glides = String.join(
                ", ",
                Stream.iterate(10, i -> i + 1).limit(50).map(String::valueOf).toList());
        var run = search(
                PEN,
                "goal: {densityPerCm2: 900, depthMm: 1}\navailable: {passes: [%s], glidesMmPerS: [%s]}\n"
                        .formatted(passes, glides));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("stipple: --search available: was 150000 combinations, expected at most 20000\n");
    }

    @Test
    void standsBesideNoBatchAndAPlotNotWithoutASearch() throws IOException {
        var file = Files.writeString(folder.resolve("case.ndjson"), "");
        var goal = Files.writeString(folder.resolve("goal.yaml"), GOAL);
        var err = new StringWriter();
        assertThat(Stipple.run(
                        new PrintWriter(new StringWriter(), true),
                        new PrintWriter(err, true),
                        "dose",
                        "--batch",
                        file.toString(),
                        "--search",
                        goal.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("no --search beside --batch");
        var alone = Files.writeString(folder.resolve("case.yaml"), PEN);
        assertThat(Stipple.run(
                        new PrintWriter(new StringWriter(), true),
                        new PrintWriter(err, true),
                        "dose",
                        alone.toString(),
                        "--pareto",
                        folder.resolve("p.svg").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--search beside it");
    }
}
