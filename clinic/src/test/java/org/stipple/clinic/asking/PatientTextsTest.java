package org.stipple.clinic.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.stipple.clinic.web.words.KnowledgeWords;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Indication;
import org.stipple.quantities.ZoneId;

/// What patients are asked and told stands there in Spanish too, and in English that people read without
/// effort.
class PatientTextsTest {

    private static final Path FILES = Path.of("src/main/resources/org/stipple/clinic/words");
    private static final Properties SPANISH = texts("knowledge_es.properties");

    private static Properties texts(String file) {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(FILES.resolve(file), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }

    @Test
    void everyQuestionIsAskedInSpanish() {
        for (var question : Knowledge.builtIn().questions()) {
            assertThat(KnowledgeWords.in(Words.in(Tongue.SPANISH)).question(question))
                    .isNotBlank()
                    .isNotEqualTo(question.wording());
        }
    }

    private static void requireViews(List<String> missing, String key, Field entry) {
        int views = entry.optional("views").map(field -> field.items().size()).orElse(0);
        for (int view = 1; view <= views; view++) {
            if (!SPANISH.containsKey(key + ".view." + view)) {
                missing.add(key + ".view." + view);
            }
        }
        if (SPANISH.containsKey(key + ".view." + (views + 1))) {
            missing.add("one too many: " + key + ".view." + (views + 1));
        }
    }

    /// Of the law nothing is found where no place is named, and the self-check names none.
    @Test
    void everythingThatTheSelfCheckCanFindIsSaidInSpanishWithItsViews() {
        var missing = new ArrayList<String>();
        Knowledge.builtIn().entries().getOrDefault("rules", java.util.Map.of()).forEach((id, rule) -> {
            if (!id.startsWith("law-")) {
                if (!SPANISH.containsKey("finding." + id)) {
                    missing.add("finding." + id);
                }
                requireViews(missing, "finding." + id, new Field(id, rule));
            }
        });
        Knowledge.builtIn()
                .entries()
                .getOrDefault("disagreements", java.util.Map.of())
                .forEach((id, dispute) -> {
                    for (String key : List.of("disagreement." + id, "disagreement." + id + ".why")) {
                        if (!SPANISH.containsKey(key)) {
                            missing.add(key);
                        }
                    }
                    requireViews(missing, "disagreement." + id, new Field(id, dispute));
                });
        assertThat(missing).isEmpty();
    }

    @Test
    void nothingIsTranslatedThatTheKnowledgeDoesNotSay() {
        var entries = Knowledge.builtIn().entries();
        var questions = Knowledge.builtIn().questions().stream()
                .map(question -> question.fact().path())
                .collect(Collectors.toSet());
        for (String key : texts("knowledge_es.properties").stringPropertyNames()) {
            String id = key.substring(key.indexOf('.') + 1).replaceAll("\\.(view\\.\\d|why)$", "");
            switch (key.substring(0, key.indexOf('.'))) {
                case "question" -> assertThat(questions).contains(id);
                case "finding" -> assertThat(entries.get("rules")).containsKey(id);
                case "disagreement" -> assertThat(entries.get("disagreements")).containsKey(id);
                default -> {}
            }
        }
    }

    @Test
    void everyZoneEveryWishAndEveryChoiceHasItsWords() {
        for (Tongue tongue : Tongue.values()) {
            var words = Words.in(tongue);
            for (ZoneId zone : ZoneId.values()) {
                assertThat(words.of("zone." + zone.id())).isNotBlank();
            }
            for (Indication indication : Indication.values()) {
                assertThat(words.of("intake.indication." + indication.id())).isNotBlank();
            }
            for (Sheet sheet : Sheet.values()) {
                assertThat(words.of("intake.sheet." + sheet.id())).isNotBlank();
                for (var fact : sheet.facts()) {
                    fact.words()
                            .forEach(word ->
                                    assertThat(words.of("intake.word." + word)).isNotBlank());
                }
            }
        }
    }

    private static List<String> areas() {
        try (var files = Files.list(FILES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("_en.properties"))
                    .map(name -> name.replace("_en.properties", ""))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The frame of the pages; names of places and wishes are no sentences, and what the knowledge says is its
    /// own.
    @Test
    void theEnglishOfThePagesIsForGradeEightAtMost() {
        var high = new TreeMap<String, Double>();
        for (String area : areas()) {
            var texts = new TreeMap<String, String>();
            texts(area + "_en.properties").forEach((key, text) -> texts.put(key.toString(), text.toString()));
            texts.keySet().removeIf(key -> key.matches("zone\\..*|intake\\.(indication|word|sheet)\\..*"));
            if (texts.isEmpty()) {
                continue;
            }
            String all = String.join(
                    " ",
                    texts.values().stream()
                            .filter(text -> text.matches(".*[.?:]$"))
                            .toList());
            double grade = ReadingLevel.of(all).grade();
            System.out.printf("reading level of %s: grade %.1f%n", area, grade);
            assertThat(grade).as(area).isLessThanOrEqualTo(6.5);
            texts.forEach((key, text) -> {
                if (ReadingLevel.of(text).words() >= 8 && ReadingLevel.of(text).grade() > 8) {
                    high.put(key, ReadingLevel.of(text).grade());
                }
            });
        }
        assertThat(high).isEmpty();
    }

    @Test
    void theReadingLevelIsThatOfItsFormula() {
        // 6 words, 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59.
        assertThat(ReadingLevel.of("The cat sat on the mat.").grade()).isCloseTo(-1.45, within(1e-9));
        // 5 words, 1 sentence, 13 syllables: 0.39 × 5 + 11.8 × 13 / 5 − 15.59.
        assertThat(ReadingLevel.of("Contraindications necessitate immediate medical evaluation.")
                        .grade())
                .isGreaterThan(15);
        assertThat(ReadingLevel.syllables("people")).isEqualTo(2);
        assertThat(ReadingLevel.syllables("answered")).isEqualTo(2);
        assertThat(ReadingLevel.syllables("needle")).isEqualTo(2);
        assertThat(ReadingLevel.syllables("page")).isEqualTo(1);
        assertThat(ReadingLevel.syllables("clinician")).isEqualTo(4);
    }

    /// A clinic's words are shown as it wrote them: nobody but the clinic can translate them.
    @Test
    void whatAClinicSaysInItsOwnWordsIsNotReplacedByOurTranslation() {
        var spanish = KnowledgeWords.in(Words.in(Tongue.SPANISH));
        assertThat(spanish.finding("waxing", "Your skin needs a week after waxing."))
                .isEqualTo("Su piel necesita una semana después de la cera.");
        assertThat(spanish.finding("waxing", "Wait ten days after waxing.")).isEqualTo("Wait ten days after waxing.");
        assertThat(spanish.finding(
                        "under-label-age", "This device is for adults from 22 years on; a clinician decides."))
                .startsWith("A su edad");
        assertThat(spanish.finding("rule-of-the-clinic", "Not on Mondays.")).isEqualTo("Not on Mondays.");
    }

    @Test
    void aDocumentWithoutViewsAsksForNone() {
        var missing = new ArrayList<String>();
        requireViews(missing, "finding.pregnant", new Field("pregnant", Document.mapping()));
        assertThat(missing).isEmpty();
        requireViews(
                missing,
                "finding.nobody",
                new Field("nobody", Document.mapping().with("views", Document.texts(List.of("one", "other")))));
        assertThat(missing).containsExactly("finding.nobody.view.1", "finding.nobody.view.2");
    }
}
