package org.stipple.protocol.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {

    @Test
    void readsYamlAndJsonIntoTheSameTree() {
        var yaml = Documents.read("age: 34\nzones: [cheek-left, nose]\npregnant: false\npeel: {last: 2026-10-01}\n");
        var json = Documents.read(
                "{\"age\": 34,\n\t\"zones\": [\"cheek-left\", \"nose\"], \"pregnant\": false, \"peel\": {\"last\": \"2026-10-01\"}}");
        assertThat(yaml).isEqualTo(json);
    }

    @Test
    void writesTheSameCharactersForTheSameDocument() {
        String json = "{\"a\":[1,2.50,null],\"b\":{\"c\":\"é\\n\\\"\",\"d\":[]},\"e\":[{\"f\":true}]}";
        assertThat(Documents.json(Documents.read(json))).isEqualTo(json.replace("2.50", "2.5"));
        assertThat(Documents.read(Documents.pretty(Documents.read(json)))).isEqualTo(Documents.read(json));
    }

    @Test
    void putsAnAnswerBelowADottedPathAndKeepsWhatStandsBesideIt() {
        var facts = (Document.Mapping) Documents.read("herpes: {history: true}\npeel: null\n");
        assertThat(facts.withPath("herpes.active", Document.of(false))
                        .withPath("peel.last", Document.of("never"))
                        .withPath("a.b.c", Document.of(1))
                        .withPath("pregnant", Document.of(false)))
                .isEqualTo(
                        Documents.read(
                                "herpes: {history: true, active: false}\npeel: {last: never}\na: {b: {c: 1}}\npregnant: false\n"));
    }

    @Test
    void neverPutsAPartUnderAnAnswerThatHasNone() {
        var facts = (Document.Mapping) Documents.read("peel: never\n");
        assertThatThrownBy(() -> facts.withPath("peel.last", Document.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("peel");
        assertThatThrownBy(() -> facts.withPath("laser..last", Document.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pregnant: yes", "pregnant: no", "pregnant: On"})
    void tellsWhoWritesYesToWriteTrue(String yaml) {
        var field = Field.root(Documents.read(yaml)).required("pregnant");
        assertThatThrownBy(field::flag).isInstanceOf(UnusableInput.class).hasMessageContaining("write true or false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1\na: 2",
                "{\"a\": 1, \"a\": 2}",
                "",
                "--- 1\n--- 2",
                "a: .nan",
                "a: .inf",
                "a: [",
                "? [x]\n: 1",
                "a: &a [1]\nb: *b",
                "!!java.net.URL x: 1"
            })
    void refusesWhatIsNoPlainDocument(String text) {
        assertThatThrownBy(() -> Documents.read(text)).isInstanceOf(UnusableInput.class);
    }

    @Test
    void refusesAnAliasBombAndDeepNestingAtOnce() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        assertThatThrownBy(() -> Documents.read(bomb.toString())).isInstanceOf(UnusableInput.class);
        assertThatThrownBy(() -> Documents.read("[".repeat(100_000))).isInstanceOf(UnusableInput.class);
        assertThatThrownBy(() -> Documents.read("[".repeat(60) + "]".repeat(60)))
                .isInstanceOf(UnusableInput.class);
    }

    @Test
    void namesTheFullPathOfWhatDoesNotFit() {
        var root = Field.root(Documents.read("technique: {glideMmPerS: -3, passes: [1, x]}"));
        assertThatThrownBy(
                        () -> root.required("technique").required("glideMmPerS").number(0.1, 500))
                .hasMessage("technique.glideMmPerS: was -3, expected a number from 0.1 to 500.0");
        assertThatThrownBy(() -> root.required("technique")
                        .required("passes")
                        .items()
                        .get(1)
                        .integer(1, 9))
                .hasMessage("technique.passes[1]: was \"x\", expected a whole number from 1 to 9");
        assertThatThrownBy(() -> root.mapping(java.util.Set.of("technik"))).hasMessageStartingWith("technique: ");
    }

    /// In words of ours, and with the path: the reader's own words change with its release and name no field.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: 1\\na: 2 | line 2, column 1: was the field a for the second time, expected each field once, in a",
                "facts:\\n  pregnant: false\\n  pregnant: true | line 3, column 3: was the field pregnant for the second time, expected each field once, in facts.pregnant",
                "{\"zones\": [1, {\"b\": 1, \"b\": 2}]} | line 1, column 24: was the field b for the second time, expected each field once, in zones[1].b",
                "facts: {peel: [ | line 1, column 16: was nothing, expected a value, in facts.peel[0]",
                "a: {? [x] : 1} | a: was a list or a mapping as a name, expected names that are text",
                "device: !!java.net.URL x | device: was a tag, tag:yaml.org,2002:java.net.URL, expected plain JSON or YAML"
            })
    void saysInItsOwnWordsWhereATextGoesWrong(String text, String message) {
        assertThatThrownBy(() -> Documents.read(text.replace("\\n", "\n")))
                .isInstanceOf(UnusableInput.class)
                .hasMessage(message);
    }

    @Test
    void namesThePathOfWhatIsTooDeepOrRefersTooOften() {
        assertThatThrownBy(() -> Documents.read("facts: " + "[".repeat(60) + "]".repeat(60)))
                .isInstanceOf(UnusableInput.class)
                .hasMessageStartingWith("facts[0][0]")
                .hasMessageEndingWith("was nested deeper than 50, expected a flatter document");
        assertThatThrownBy(() -> Documents.read("a: &a [x]\nfacts: [" + "*a, ".repeat(30) + "*a]"))
                .isInstanceOf(UnusableInput.class)
                .hasMessageStartingWith(
                        "facts[20]: was one reference (*) more to a list or a mapping, expected at most 20");
    }
}
