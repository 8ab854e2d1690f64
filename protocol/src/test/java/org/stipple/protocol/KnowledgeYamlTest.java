package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.UnusableInput;

class KnowledgeYamlTest {

    /// Few in every build; `-Dstipple.cases=100000` for a thorough run.
    private static final int CASES = 10 * Integer.getInteger("stipple.cases", 900);

    private static List<String> files() {
        var files = new ArrayList<>(List.of("index.yaml"));
        var index = Field.root(Documents.read(Knowledge.resource("index.yaml")));
        index.required("files").items().forEach(file -> files.add(file.text()));
        return files;
    }

    /// Also that nothing in the knowledge is beyond it: that would load, but slowly.
    @ParameterizedTest
    @MethodSource("files")
    void readsTheKnowledgeAsTheCompleteReader(String file) {
        String text = Knowledge.resource(file);
        assertThat(KnowledgeYaml.quickly(text)).contains(Documents.read(text));
    }

    @Test
    void loadsTheSameKnowledge() {
        var quick = Knowledge.builtIn();
        var reference = Knowledge.read(Knowledge::resource, Documents::read);
        assertThat(quick.release()).isEqualTo(reference.release());
        assertThat(quick.entries()).isEqualTo(reference.entries());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1\nb: 2.50\nc: 2026-11-20\nd: true\ne: null\nf: 7,000 rpm\n",
                "a:\n  - b: 1\n    c: [x, {d: e, f: \"g, h\"}]\n  - plain\n",
                "a: >-\n  one\n  two\nb: x # behind\n# whole\nc: 0.20\n",
                "- {a: b}\n-   \n",
                "- a\n- b\n"
            })
    void readsItsPartAlike(String text) {
        assertSame(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a: b: c",
                "a: 'x'",
                "a: |\n  x\n",
                "a: &b c",
                "a: *b",
                "a: 0x1f",
                "a: 010",
                "a: 1e3",
                "a: +1",
                "a: -1",
                "a: .5",
                "a: 5.",
                "a: ~",
                "a: True",
                "a:",
                "a: b\n  c",
                "a: [b,\n  c]",
                "a: {b: c, b: d}",
                "a: b\na: c",
                "a: {b}",
                "a: [b: c]",
                "a: [b, ]",
                "a: {b: [c}",
                "a: \"x\\n\"",
                "a:\n- b",
                "- - a",
                "---\na: b",
                "a: b\n...",
                "a:\tb",
                "a: b\r\n",
                "? a",
                "true: b",
                "1: b",
                "a: >\n  b",
                "a: >-\n  b\n   c",
                "a: >-\n  b\n\n  c",
                "a: @b",
                "a:\n   b: c\n  d: e",
                "  a: b",
                "a: \u2028"
            })
    void leavesTheRestToTheCompleteReader(String text) {
        assertSame(text);
    }

    /// Whatever people or accidents do to a file, it is read alike, or left to the reference.
    @Test
    void readsSpoiltFilesAlikeOrNotAtAll() {
        var random = new Random(31);
        var pieces = pieces();
        var marks = ":{}[],-#\"'>|&*!%@`? \n\\.0123eE+xtfn~=<".toCharArray();
        int readQuickly = 0;
        for (int i = 0; i < CASES; i++) {
            var text = new StringBuilder(pieces.get(random.nextInt(pieces.size())));
            for (int change = random.nextInt(3); change >= 0 && !text.isEmpty(); change--) {
                int where = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.deleteCharAt(where);
                    case 1 -> text.insert(where, marks[random.nextInt(marks.length)]);
                    case 2 -> text.setCharAt(where, marks[random.nextInt(marks.length)]);
                    default -> text.insert(where, text.substring(where, Math.min(text.length(), where + 4)));
                }
            }
            readQuickly += assertSame(text.toString()) ? 1 : 0;
        }
        assertThat(readQuickly).isBetween(CASES / 20, CASES);
    }

    /// Some lines of every file, brought to the left.
    private static List<String> pieces() {
        var pieces = new ArrayList<String>();
        for (String file : files()) {
            var lines = Knowledge.resource(file).lines().toList();
            for (int i = 0; i < lines.size(); i += 3) {
                var few = lines.subList(i, Math.min(lines.size(), i + 4));
                pieces.add(String.join("\n", few).stripIndent());
            }
        }
        return pieces;
    }

    /// @return whether it was read quickly
    private static boolean assertSame(String text) {
        var quickly = KnowledgeYaml.quickly(text);
        if (quickly.isPresent()) {
            assertThat(quickly).as(text).isEqualTo(completely(text));
        }
        return quickly.isPresent();
    }

    private static Optional<Document> completely(String text) {
        try {
            return Optional.of(Documents.read(text));
        } catch (UnusableInput _) {
            return Optional.empty();
        }
    }
}
