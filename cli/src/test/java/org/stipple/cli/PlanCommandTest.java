package org.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.protocol.Course;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;

class PlanCommandTest {

    @TempDir
    private Path directory = Path.of("");

    private String clearCase() throws IOException {
        var settings = new Document.Mapping(Knowledge.builtIn().entries().getOrDefault("settings", Map.of()));
        var entry = Field.root(settings).required("clear-case").required("case");
        return Files.writeString(directory.resolve("clear.json"), Documents.json(entry.document()))
                .toString();
    }

    @Test
    void draftsTheCourseOfTheClearCase() throws IOException {
        var given = ScreenCommandTest.run("plan", clearCase(), "--on", "2026-11-20", "--json");
        assertThat(given.status()).isZero();
        var course = Course.read(Documents.read(given.out()));
        assertThat(course.planned()).hasSize(2);
        assertThat(ScreenCommandTest.run("plan", clearCase(), "--on", "2026-11-20")
                        .out())
                .startsWith("CAUTION")
                .contains("Course: 3 sessions, 30 days apart")
                .contains("left cheek: 1.5 mm");
    }

    /// The time of all zones of a session, from what each zone's dose says of its own.
    @Test
    void addsUpWhatTheZonesOfASessionTake() throws IOException {
        var given = ScreenCommandTest.run("plan", clearCase(), "--on", "2026-11-20", "--json");
        var answer = Field.root(Documents.read(given.out()));
        var sum = answer.required("needlingSeconds");
        double chosen = 0;
        double least = 0;
        for (var zone : answer.required("zones").items()) {
            var dose = zone.required("dose");
            chosen += dose.required("seconds").number(1, 1e6);
            least += dose.required("uncertainty")
                    .required("seconds")
                    .required("min")
                    .number(1, 1e6);
        }
        assertThat(sum.required("chosen").number(1, 1e6)).isCloseTo(chosen, within(1e-4 * chosen));
        assertThat(sum.required("min").number(1, 1e6)).isCloseTo(least, within(1e-4 * least));
        assertThat(sum.required("max").number(1, 1e6)).isGreaterThan(chosen);
        assertThat(ScreenCommandTest.run("plan", clearCase(), "--on", "2026-11-20")
                        .out())
                .contains("On the skin ", " s in a session, all zones together (");
    }

    /// Hair and scars are two courses of sessions, and the line of each zone says its own.
    @Test
    void saysTheSessionsOfAZoneThatHasItsOwn() throws IOException {
        var facts = ((Document.Mapping) Documents.read(Files.readString(Path.of(clearCase()))))
                .with("device", Document.of("dermapen-4"))
                .with("zones", Document.texts(java.util.List.of("scalp", "cheek-left")))
                .with("indications", Documents.read("[acne-scars, {id: hair, subtype: androgenetic}]"));
        var file = Files.writeString(directory.resolve("both.json"), Documents.json(facts));
        assertThat(ScreenCommandTest.run("plan", file.toString(), "--on", "2026-11-20")
                        .out())
                .contains("directions, 6 sessions 14 days apart")
                .contains("directions, 3 sessions 30 days apart");
    }

    @Test
    void writesAReportWithTheFiguresOfEachZone() throws IOException {
        Path report = directory.resolve("course.html");
        var given = ScreenCommandTest.run("plan", clearCase(), "--on", "2026-11-20", "--report", report.toString());
        assertThat(given.status()).isZero();
        assertThat(given.out()).startsWith("CAUTION");
        assertThat(Files.readString(report))
                .contains("<h2>left cheek</h2>", "<h2>nose</h2>", "1.5 mm", "density, mean", "/cm²")
                .contains("Not clinically validated")
                .doesNotContain("<script", "href=", "src=", "url(");
    }

    @Test
    void writesNothingWhereTheReportCannotBeWritten() throws IOException {
        var given = ScreenCommandTest.run("plan", clearCase(), "--report", directory + "/none/course.html");
        assertThat(given.status()).isEqualTo(2);
        assertThat(given.out()).isEmpty();
        assertThat(given.err()).startsWith("stipple: --report: was ").hasLineCount(1);
        assertThat(ScreenCommandTest.run("plan", "--batch", clearCase(), "--report", "x.html")
                        .err())
                .startsWith("stipple: --report: was ")
                .hasLineCount(1);
        assertThat(Path.of("x.html")).doesNotExist();
    }

    /// A slip in typing must not cost the case; a link is followed, not replaced.
    @Test
    void neverWritesItsReportOverTheCase() throws IOException {
        var asked = Path.of(clearCase());
        String before = Files.readString(asked);
        var link = Files.createSymbolicLink(directory.resolve("link.html"), asked);
        for (var report : List.of(asked, link)) {
            var given = ScreenCommandTest.run("plan", asked.toString(), "--report", report.toString());
            assertThat(given.status()).isEqualTo(2);
            assertThat(given.err()).contains("which is a file that is read, expected another file");
        }
        assertThat(Files.readString(asked)).isEqualTo(before);
        var made = Files.createFile(directory.resolve("made.html"));
        var elsewhere = Files.createSymbolicLink(directory.resolve("other.html"), made);
        assertThat(ScreenCommandTest.run("plan", asked.toString(), "--report", elsewhere.toString())
                        .status())
                .isZero();
        assertThat(elsewhere).isSymbolicLink();
        assertThat(made).isNotEmptyFile();
    }

    @Test
    void plansManyCases() throws IOException {
        var given = ScreenCommandTest.run("plan", "--batch", clearCase(), "--on", "2026-11-20");
        assertThat(given.out()).startsWith("{\"screening\":").endsWith("\"line\":1}\n");
    }
}
