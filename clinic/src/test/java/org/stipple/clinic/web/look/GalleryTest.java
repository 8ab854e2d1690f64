package org.stipple.clinic.web.look;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;

/// Every component renders, with nothing that the content policy of the server would refuse. The pages it
/// leaves in `target/gallery` can be opened in a browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GalleryTest {

    private static final Path GALLERY = Path.of("target", "gallery");
    private TemplateEngine engine =
            TemplateEngine.create(new DirectoryCodeResolver(Path.of("src/main/jte")), ContentType.Html);

    @BeforeAll
    void templatesOfTheProgramAndOfTheGalleryTogether() throws IOException {
        Path templates = GALLERY.resolve("templates");
        copy(Path.of("src/main/jte"), templates);
        copy(Path.of("src/test/jte"), templates);
        copy(Path.of("src/main/resources/static"), GALLERY);
        standInPhoto("sample-before.svg", "#c9b8a8", 130);
        standInPhoto("sample-after.svg", "#bfae9f", 70);
        engine = TemplateEngine.create(
                new DirectoryCodeResolver(templates), GALLERY.resolve("classes"), ContentType.Html);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /// A patch of one colour with a disc: enough to see which photo is where.
    private static void standInPhoto(String name, String colour, int radius) throws IOException {
        Files.writeString(GALLERY.resolve(name), """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 800" width="600" height="800">\
            <rect width="600" height="800" fill="%s"/><circle cx="300" cy="400" r="%d" fill="#8a6f60"/></svg>
            """.formatted(colour, radius));
    }

    @Test
    void course() throws IOException {
        assertFitForTheContentPolicy(render("course", Samples.course()));
    }

    @Test
    void screening() throws IOException {
        assertFitForTheContentPolicy(render("screening", Samples.screening()));
    }

    @Test
    void person() throws IOException {
        assertFitForTheContentPolicy(render("person", Samples.person()));
    }

    private String render(String name, Map<String, Object> model) throws IOException {
        return render("gallery/" + name, name, "page", model);
    }

    private String render(String template, String name, String frame, Map<String, ?> model) throws IOException {
        String html = "";
        for (boolean room : new boolean[] {false, true}) {
            var parameters = new HashMap<String, Object>(model);
            parameters.put(frame, template.startsWith("entry/") ? Samples.door() : Samples.page(room));
            var out = new StringOutput();
            engine.render(template + ".jte", parameters, out);
            html = out.toString();
            // Opened as a file, the addresses of the server must become neighbours.
            Files.writeString(
                    GALLERY.resolve(name + (room ? "-room" : "") + ".html"),
                    html.replace("=\"/static/", "=\"").replace("=\"/", "=\""));
        }
        return html;
    }

    @Test
    void everyPageOfAVisit() throws IOException {
        for (var page : PageSamples.byTemplate().entrySet()) {
            String html =
                    render(page.getKey(), page.getKey().replace('/', '-'), "frame", Map.of("page", page.getValue()));
            assertFitForTheContentPolicy(html);
            assertSoundForScreenReaders(page.getKey(), html);
        }
    }

    @Test
    void everyPageOfAPersonsOwn() throws IOException {
        var words = Words.in(Tongue.ENGLISH);
        var own =
                new OwnFrame(words, "Harbour Skin Clinic", new Reach.InOneText("+1 555 0100"), true, false, List.of());
        for (var page : PageSamples.ownByTemplate().entrySet()) {
            var out = new StringOutput();
            engine.render(page.getKey() + ".jte", Map.of("own", own, "page", page.getValue()), out);
            assertFitForTheContentPolicy(out.toString());
            assertSoundForScreenReaders(page.getKey(), out.toString());
        }
    }

    @Test
    void errorPage() throws IOException {
        String html = render(
                "error",
                "error",
                "page",
                Map.of(
                        "title", "This page is not here",
                        "happened", "The address leads nowhere.",
                        "next", "Go back, or begin with the list of people.",
                        "reference", "7f3a-11"));
        assertFitForTheContentPolicy(html);
        assertSoundForScreenReaders("error", html);
    }

    /// One main heading, no level left out, every field named, no identifier twice.
    private static void assertSoundForScreenReaders(String name, String html) {
        var levels = Pattern.compile("<h([1-6])[ >]")
                .matcher(html)
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .toList();
        assertThat(levels).as(name).startsWith(1).containsOnlyOnce(1);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i) - levels.get(i - 1))
                    .as("%s: heading %d of %s", name, i, levels)
                    .isLessThanOrEqualTo(1);
        }
        var ids = Pattern.compile("\\sid=\"([^\"]+)\"").matcher(html).results().map(found -> found.group(1));
        assertThat(ids).as(name).doesNotHaveDuplicates();
        var fields = Pattern.compile("<(?:input|select|textarea)\\s[^>]*>")
                .matcher(html)
                .results();
        assertThat(fields.map(field -> field.group()).filter(field -> !field.contains("type=\"hidden\"")))
                .as(name)
                .allSatisfy(field -> assertThat(isNamed(field, html)).as(field).isTrue());
        assertThat(html).containsOnlyOnce("<main ").contains("class=\"skip\"");
    }

    /// By a label that points at it or that it stands in.
    private static boolean isNamed(String field, String html) {
        var id = Pattern.compile("\\sid=\"([^\"]+)\"").matcher(field);
        if (id.find() && html.contains("for=\"" + id.group(1) + "\"")) {
            return true;
        }
        String before = html.substring(0, html.indexOf(field));
        return before.lastIndexOf("<label") > before.lastIndexOf("</label");
    }

    private static void assertFitForTheContentPolicy(String html) {
        assertThat(html).doesNotContain(" style=").doesNotContain("<style").doesNotContainPattern("\\son[a-z]+=\"");
        assertThat(html).doesNotContainPattern("<script(?![^>]*\\ssrc=)");
    }
}
