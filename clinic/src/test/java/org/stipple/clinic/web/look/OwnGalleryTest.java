package org.stipple.clinic.web.look;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.stipple.clinic.web.words.Tongue;

/// Every page that patients see renders in every language, with nothing that the content policy would refuse.
final class OwnGalleryTest {

    private final TemplateEngine engine = TemplateEngine.create(
            new DirectoryCodeResolver(Path.of("src/main/jte")),
            Path.of("target", "gallery", "own-classes"),
            ContentType.Html);

    @Test
    void everyPageOfAPatient() {
        for (var page : OwnSamples.byTemplate().entrySet()) {
            for (Tongue tongue : Tongue.values()) {
                var out = new StringOutput();
                engine.render(
                        page.getKey() + ".jte",
                        Map.<String, Object>of("own", OwnSamples.frame(tongue), "page", page.getValue()),
                        out);
                String html = out.toString();
                assertThat(html)
                        .as(page.getKey())
                        .contains("lang=\"" + tongue.lang() + "\"")
                        .doesNotContain(" style=")
                        .doesNotContain("<style")
                        .doesNotContainPattern("\\son[a-z]+=\"")
                        .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
                        .containsOnlyOnce("<main ")
                        .containsOnlyOnce("<h1");
                assertThat(Pattern.compile("\\sid=\"([^\"]+)\"")
                                .matcher(html)
                                .results()
                                .map(found -> found.group(1)))
                        .as(page.getKey())
                        .doesNotHaveDuplicates();
            }
        }
    }
}
