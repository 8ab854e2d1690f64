package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;

/// The worked examples of the data pages are what the program really says.
class DataPagesTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    private static String page(String name) throws IOException {
        return Files.readString(Path.of("..", "docs", "data", name + ".md"));
    }

    /// What stands in the page between fences of the language.
    private static String example(String name, String language) throws IOException {
        String page = page(name);
        int start = page.indexOf("```" + language) + 3 + language.length();
        return page.substring(start, page.indexOf("```", start));
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient-facts", "screening", "course"})
    void areShort(String name) throws IOException {
        assertThat(page(name).lines().count()).isLessThanOrEqualTo(60);
    }

    @Test
    void screensAsThePageSays() throws IOException {
        var facts = Cases.read(example("patient-facts", "yaml"));
        requirePart(
                "",
                Documents.read(example("screening", "json")),
                KNOWLEDGE.screen(facts, Cases.ON).toDocument());
    }

    @Test
    void plansAsThePageSays() throws IOException {
        var facts = Cases.read(example("patient-facts", "yaml"));
        var answers = new EnumMap<Fact, Answer>(Fact.class);
        for (var fact : Fact.values()) {
            if (!fact.isOptionalDetail()) {
                answers.put(fact, facts.answer(fact).orElseGet(() -> new RandomCases(1).harmless(fact)));
            }
        }
        var all = new PatientFacts(
                facts.setting(),
                facts.device(),
                facts.indications(),
                facts.zones(),
                answers,
                facts.place(),
                facts.wishes());
        requirePart(
                "",
                Documents.read(example("course", "json")),
                KNOWLEDGE.plan(all, Cases.ON).toDocument());
    }

    /// Every field of the page stands in the answer with the same value; the answer may have more.
    private static void requirePart(String path, Document page, Document answer) {
        switch (page) {
            case Document.Mapping(var fields) -> {
                assertThat(answer).as(path).isInstanceOf(Document.Mapping.class);
                var given = ((Document.Mapping) answer).fields();
                fields.forEach((name, value) -> {
                    assertThat(given).as(path).containsKey(name);
                    requirePart(path + "." + name, value, given.getOrDefault(name, Document.UNKNOWN));
                });
            }
            case Document.Listing(var items) -> {
                assertThat(answer).as(path).isInstanceOf(Document.Listing.class);
                var given = ((Document.Listing) answer).items();
                assertThat(given).as(path).hasSameSizeAs(items);
                for (int i = 0; i < items.size(); i++) {
                    requirePart(path + "[" + i + "]", items.get(i), given.get(i));
                }
            }
            case Document.Numeral(var number) -> {
                assertThat(answer).as(path).isInstanceOf(Document.Numeral.class);
                assertThat(((Document.Numeral) answer).value()).as(path).isEqualByComparingTo(number);
            }
            case Document.Text _, Document.Flag _, Document.Unknown _ ->
                assertThat(Documents.json(answer)).as(path).isEqualTo(Documents.json(page));
        }
    }

    /// A page of clarifications that names a rule which is not there misleads.
    @Test
    void clarifiesOnlyWhatIsThere() throws IOException {
        var known = KNOWLEDGE.entries().values().stream()
                .flatMap(section -> section.keySet().stream())
                .toList();
        String page = Files.readString(Path.of("..", "docs", "CLINICAL_CLARIFICATIONS.md"));
        for (String row : page.lines().filter(line -> line.startsWith("| ")).toList()) {
            String last = Arrays.asList(row.split("\\|")).getLast();
            for (String id : quoted(last)) {
                assertThat(id.equals("CourseSchedule")
                                || known.contains(id)
                                || KNOWLEDGE.entries().containsKey(id))
                        .as(id)
                        .isTrue();
            }
        }
    }

    private static List<String> quoted(String text) {
        var parts = text.split("`");
        var quoted = new java.util.ArrayList<String>();
        for (int i = 1; i < parts.length; i += 2) {
            quoted.add(parts[i]);
        }
        return quoted;
    }
}
