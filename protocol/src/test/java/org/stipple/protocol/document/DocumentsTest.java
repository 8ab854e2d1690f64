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
                "a: 1\\na: 2 | a: was written twice, again on line 2, expected each name once",
                "facts:\\n  pregnant: false\\n  pregnant: true | facts.pregnant: was written twice, again on line 3, expected each name once",
                "{\"zones\": [1, {\"b\": 1, \"b\": 2}]} | zones[1].b: was written twice, again on line 1, expected each name once",
                "facts: {peel: [ | facts.peel[0]: was nothing at line 1, column 16, expected a value",
                "a: {b: 1e99999999999} | a.b: was 1e99999999999, expected a number with a smaller exponent",
                "zones: [*chin] | zones[0]: was *chin, expected quotes around text that begins with *",
                "a: {? [x] : 1} | a: was a list or a mapping as a name, expected names that are text",
                "device: !!java.net.URL x | device: was a tag, tag:yaml.org,2002:java.net.URL, expected plain JSON or YAML"
            })
    void saysInItsOwnWordsWhereATextGoesWrong(String text, String message) {
        assertThatThrownBy(() -> Documents.read(text.replace("\\n", "\n")))
                .isInstanceOf(UnusableInput.class)
                .hasMessage(message);
    }

    /// The merge key is of YAML 1.1: under it a name could be given twice, or one that nobody knows.
    @Test
    void knowsNoMergeKey() {
        var merged = (Document.Mapping) Documents.read("age: 34\n<<: {age: 15}");
        assertThat(merged.fields()).containsOnlyKeys("age", "<<");
        assertThat(Documents.read("\"<<\": {age: 15}")).isEqualTo(Documents.read("<<: {age: 15}"));
    }

    /// The time to read a number grew with the square of its length: a second for a hundred thousand digits, and
    /// hours for these.
    @ParameterizedTest
    @ValueSource(strings = {"%s", "0.%s", "0x%s", "-%se3"})
    void refusesANumberWithoutEndAtOnce(String number) {
        String endless = number.formatted("1".repeat(3_000_000));
        var began = System.nanoTime();
        assertThatThrownBy(() -> Documents.read("{\"facts\": [0, " + endless + "]}"))
                .isInstanceOf(UnusableInput.class)
                .hasMessage("facts[1]: was a number of " + endless.length() + " characters, expected at most 100");
        assertThat(java.time.Duration.ofNanos(System.nanoTime() - began)).isLessThan(java.time.Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @CsvSource({
        "120.00000000000000001, 120.00000000000000001",
        "1e400, 1E+400",
        "1e-400, 1E-400",
        "1.50, 1.5",
        "+3, 3",
        "0x10, 16",
        "0o17, 15",
        ".5, 0.5",
        "1e3, 1000.0"
    })
    void readsANumberAsItIsWritten(String written, String read) {
        assertThat(Documents.json(Documents.read("[" + written + "]"))).isEqualTo("[" + read + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"age\"\n:34, \"b\" : [\"x\" , \"y\\\" :\"]}",
                "{\"age\"  \r\n\t :34,\"b\":[\"x\",\"y\\\" :\"]}",
            })
    void readsJsonWhoseNamesStandApartFromTheirColons(String json) {
        assertThat(Documents.read(json)).isEqualTo(Documents.read("{\"age\": 34, \"b\": [\"x\", \"y\\\" :\"]}"));
        String far = "{\"age\"" + " ".repeat(2_000) + ": 34}";
        assertThat(Documents.read(far)).isEqualTo(Documents.read("age: 34"));
    }

    /// Text of YAML written like JSON is not taken apart where YAML can read it.
    @Test
    void leavesTextAlone() {
        assertThat(Documents.json(Documents.read("{a: '\"x\" :y'}"))).isEqualTo("{\"a\":\"\\\"x\\\" :y\"}");
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
