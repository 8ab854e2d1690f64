package org.stipple.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What no compiler sees.
class SourcesAreTidyTest {

    private static final int COLUMNS = 120;
    private static final Pattern LEFT_UNDONE = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern MACHINE = Pattern.compile("(?<![\\w.$}>*-])/(home|work|root|Users)/[\\w.]");
    private static final List<String> TEXTS = List.of(
            ".java", ".md", ".xml", ".yaml", ".yml", ".json", ".jte", ".css", ".js", ".sql", ".txt", ".sh", "stipple");

    @Test
    void documentationLinesFitThePage() {
        assertThat(everywhere(Sources.everything(), ".java"::equals, SourcesAreTidyTest::longDocumentation))
                .as("the formatter breaks such lines in two: wrap them by hand, see CONTRIBUTING.md")
                .isEmpty();
    }

    @Test
    void nothingIsLeftUndone() {
        assertThat(everywhere(Sources.everything(), TEXTS::contains, text -> matching(LEFT_UNDONE, text)))
                .isEmpty();
    }

    @Test
    void noPathOfSomebodysMachineIsWrittenDown() {
        assertThat(everywhere(Sources.everything(), TEXTS::contains, text -> matching(MACHINE, text)))
                .isEmpty();
    }

    @Test
    void findsALongDocumentationLine() {
        assertThat(longDocumentation("class A {\n    /// " + "x".repeat(COLUMNS) + "\n}"))
                .containsExactly(2);
        assertThat(longDocumentation("/// " + "x".repeat(COLUMNS - 4))).isEmpty();
        String later = "    ///\n    /// " + "x".repeat(COLUMNS - 4 - 8);
        assertThat(longDocumentation(later)).isEmpty();
        assertThat(longDocumentation(later + "x")).containsExactly(2);
        assertThat(longDocumentation("String s = \"" + "x".repeat(COLUMNS) + "\";"))
                .isEmpty();
    }

    @Test
    void findsWhatIsLeftUndone() {
        assertThat(matching(LEFT_UNDONE, "a\n// TO" + "DO later\n/* FIX" + "ME */"))
                .containsExactly(2, 3);
        assertThat(matching(LEFT_UNDONE, "// TO" + "DOS")).isEmpty();
    }

    @Test
    void findsAPathOfAMachine() {
        assertThat(matching(MACHINE, "see /ho" + "me/ann/x\n\"/wo" + "rk/y\"\nfile:/ro" + "ot/z"))
                .containsExactly(1, 2, 3);
        assertThat(matching(MACHINE, "GET /patients/home/ 1/work/2 $x/home/y ~/work"))
                .isEmpty();
    }

    /// The formatter counts the indentation of the second and later lines of a comment twice.
    private static List<Integer> longDocumentation(String text) {
        var found = new ArrayList<Integer>();
        String[] lines = text.split("\n", -1);
        boolean inside = false;
        for (int i = 0; i < lines.length; i++) {
            String words = lines[i].strip();
            int indent = inside ? lines[i].indexOf('/') : 0;
            inside = words.startsWith("///");
            if (inside && lines[i].length() + indent > COLUMNS) {
                found.add(i + 1);
            }
        }
        return found;
    }

    private static List<Integer> matching(Pattern pattern, String text) {
        return lines(text, line -> pattern.matcher(line).find());
    }

    private static List<Integer> lines(String text, java.util.function.Predicate<String> wrong) {
        String[] lines = text.split("\n", -1);
        return IntStream.range(0, lines.length)
                .filter(i -> wrong.test(lines[i]))
                .mapToObj(i -> i + 1)
                .toList();
    }

    private static List<String> everywhere(
            List<Path> files,
            java.util.function.Predicate<String> ending,
            java.util.function.Function<String, List<Integer>> check) {
        var found = new ArrayList<String>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            int dot = name.lastIndexOf('.');
            if (ending.test(dot < 0 ? name : name.substring(dot))) {
                for (int line : check.apply(Sources.text(file))) {
                    found.add(Sources.ROOT.relativize(file) + ":" + line);
                }
            }
        }
        return found;
    }
}
