package org.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Test
    void plansManyCases() throws IOException {
        var given = ScreenCommandTest.run("plan", "--batch", clearCase(), "--on", "2026-11-20");
        assertThat(given.out()).startsWith("{\"screening\":").endsWith("\"line\":1}\n");
    }
}
