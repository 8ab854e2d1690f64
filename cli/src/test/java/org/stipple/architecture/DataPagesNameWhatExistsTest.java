package org.stipple.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// In a page of `docs/data`, code that is written as a type (`Screening`, `Document.Mapping`, `List<ZoneId>`)
/// is a type, of ours or of the JDK. What is no type is not written that way there.
class DataPagesNameWhatExistsTest {

    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern TYPES = Pattern.compile("[\\w.<>, \\[\\]]*[A-Z]\\w*[a-z][\\w.<>, \\[\\]]*");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Z]\\w*[a-z]\\w*(?:\\.[A-Z]\\w*)*");
    private static final List<String> JDK = List.of("java.lang.", "java.util.", "java.time.", "java.math.");

    @Test
    void everyPageNamesOnlyTypesThatExist() throws IOException {
        Path pages = Sources.ROOT.resolve("docs/data");
        if (Files.isDirectory(pages)) {
            Set<String> ours = ours();
            for (Path page : Sources.everything()) {
                if (page.startsWith(pages) && page.toString().endsWith(".md")) {
                    assertThat(unknown(Sources.text(page), ours))
                            .as(page.getFileName().toString())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void findsATypeThatDoesNotExist() {
        var ours = Set.of("Screening", "Document", "Document.Mapping", "ZoneId");
        assertThat(unknown("A `Screening` holds a `Dozage` and a `List<ZoneIt>`, or `Document.Mappping`.", ours))
                .containsExactly("Document.Mappping", "Dozage", "ZoneIt");
    }

    @Test
    void passesOverWhatIsNoType() {
        var ours = Set.of("Screening", "Document.Mapping", "ZoneId");
        assertThat(unknown("""
                        A `Screening` (`Document.Mapping`, `List<ZoneId>`, `Optional<LocalDate>`) of `age: 34`, `{"a": 1}`,
                        `depthMm`, `mm`, `JSON`, `--on DATE`, `cheek-left`.
                        ```yaml
                        `Whatever`: Here
                        ```
                        """, ours)).isEmpty();
    }

    private static Set<String> ours() {
        return Code.all().stream()
                .map(JavaClass::getFullName)
                .map(name -> name.replaceAll("^([a-z]\\w*\\.)+", "").replace('$', '.'))
                .collect(Collectors.toSet());
    }

    private static Set<String> unknown(String page, Set<String> ours) {
        var unknown = new TreeSet<String>();
        Matcher code = CODE.matcher(FENCE.matcher(page).replaceAll(""));
        while (code.find()) {
            if (TYPES.matcher(code.group(1)).matches()) {
                Matcher name = NAME.matcher(code.group(1));
                while (name.find()) {
                    if (!ours.contains(name.group()) && !isOfTheJdk(name.group())) {
                        unknown.add(name.group());
                    }
                }
            }
        }
        return unknown;
    }

    private static boolean isOfTheJdk(String name) {
        for (String start : JDK) {
            try {
                Class.forName(start + name.replace('.', '$'), false, null);
                return true;
            } catch (ClassNotFoundException next) {
                // Not in this package.
            }
        }
        return false;
    }
}
