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
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Every component renders, with nothing that the content policy of the server would refuse. The pages it
/// leaves in
/// `target/gallery` can be opened in a browser.
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
        String html = "";
        for (boolean room : new boolean[] {false, true}) {
            var parameters = new java.util.HashMap<>(model);
            parameters.put("page", Samples.page(room));
            var out = new StringOutput();
            engine.render("gallery/" + name + ".jte", parameters, out);
            html = out.toString();
            // Opened as a file, the addresses of the server must become neighbours.
            Files.writeString(
                    GALLERY.resolve(name + (room ? "-room" : "") + ".html"),
                    html.replace("=\"/static/", "=\"").replace("=\"/", "=\""));
        }
        return html;
    }

    private static void assertFitForTheContentPolicy(String html) {
        assertThat(html).doesNotContain(" style=").doesNotContain("<style").doesNotContainPattern("\\son[a-z]+=\"");
        assertThat(html).doesNotContainPattern("<script(?![^>]*\\ssrc=)");
    }
}
