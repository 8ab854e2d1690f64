package org.stipple.clinic.web.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.document.Field;

/// Patients read every text in their own language, whole, and never half in another.
class WordsTest {

    private static final Path FILES = Path.of("src/main/resources/org/stipple/clinic/words");
    private static final Pattern PLACE = Pattern.compile("\\{\\d");

    private static Properties texts(Path file) throws IOException {
        var texts = new Properties();
        try (var in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }

    private static List<String> areas() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.map(file -> file.getFileName().toString().replaceAll("_..\\.properties$", ""))
                    .distinct()
                    .filter(area -> !area.equals("knowledge"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(match -> match.group())
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void everyTextStandsInEveryLanguageWithTheSamePlaces() throws IOException {
        assertThat(areas()).contains("frame", "letter");
        for (String area : areas()) {
            var english = texts(FILES.resolve(area + "_en.properties"));
            for (Tongue tongue : Tongue.values()) {
                var other = texts(FILES.resolve(area + "_" + tongue.lang() + ".properties"));
                assertThat(other.stringPropertyNames())
                        .as(area + " " + tongue)
                        .isEqualTo(english.stringPropertyNames());
                for (String key : english.stringPropertyNames()) {
                    assertThat(places(other.getProperty(key)))
                            .as(key + " " + tongue)
                            .isEqualTo(places(english.getProperty(key)));
                }
            }
        }
    }

    @Test
    void everyKeyBeginsWithItsAreaAndNoTextIsEmptyOrHoldsAQuoteThatSwallowsPlaces() throws IOException {
        for (String area : areas()) {
            for (Tongue tongue : Tongue.values()) {
                new TreeMap<>(texts(FILES.resolve(area + "_" + tongue.lang() + ".properties"))).forEach((key, text) -> {
                    assertThat(key.toString()).startsWith(area + ".");
                    assertThat(text.toString()).as(key.toString()).isNotBlank().doesNotContain("'");
                });
            }
        }
    }

    @Test
    void everythingThatTheKnowledgeSaysToPatientsIsThereInSpanish() {
        var knowledge = Knowledge.builtIn();
        var spanish = KnowledgeWords.in(Words.in(Tongue.SPANISH));
        var english = KnowledgeWords.in(Words.in(Tongue.ENGLISH));
        assertThat(knowledge.redFlags()).hasSizeGreaterThan(10);
        knowledge.redFlags().forEach(flag -> {
            assertThat(spanish.redFlag(flag)).isNotBlank().isNotEqualTo(english.redFlag(flag));
            assertThat(english.redFlag(flag)).isEqualTo(flag.patientWords());
        });
        knowledge.healing().forEach(one -> assertThat(spanish.healing(one)).isNotEqualTo(english.healing(one)));
        knowledge.entries().getOrDefault("aftercare", Map.of()).forEach((id, step) -> {
            for (String what : List.of("do", "avoid")) {
                String said = new Field(id, step).required(what).text();
                String key = "aftercare." + id + "." + what;
                assertThat(Words.in(Tongue.SPANISH).area("knowledge").getProperty(key, ""))
                        .as(key)
                        .isNotEqualTo(said.isEmpty() ? "any" : said)
                        .matches(text -> text.isEmpty() == said.isEmpty());
            }
        });
    }

    /// What was taken out of the knowledge is taken out of its translations.
    @Test
    void nothingIsTranslatedThatTheKnowledgeDoesNotSay() throws IOException {
        var knowledge = Knowledge.builtIn();
        var known = new ArrayList<String>();
        knowledge.redFlags().forEach(flag -> known.add("red-flag." + flag.id()));
        knowledge.healing().forEach(one -> known.add("healing." + one.id()));
        knowledge.entries().getOrDefault("aftercare", Map.of()).keySet().forEach(step -> {
            known.add("aftercare." + step + ".do");
            known.add("aftercare." + step + ".avoid");
        });
        assertThat(texts(FILES.resolve("knowledge_es.properties")).stringPropertyNames().stream()
                        .filter(key -> key.matches("(red-flag|healing|aftercare)\\..*")))
                .isSubsetOf(known);
    }

    @Test
    void daysNumbersAndSentencesAreWrittenAsTheLanguageWritesThem() {
        var english = Words.in(Tongue.ENGLISH);
        var spanish = Words.in(Tongue.SPANISH);
        assertThat(english.day(LocalDate.of(2026, 12, 3))).isEqualTo("3 December 2026");
        assertThat(spanish.day(LocalDate.of(2026, 12, 3))).isEqualTo("3 de diciembre de 2026");
        assertThat(english.number(new BigDecimal("1.50"))).isEqualTo("1.50");
        assertThat(spanish.number(new BigDecimal("1.50"))).isEqualTo("1,50");
        assertThat(spanish.moment(Instant.parse("2026-12-03T13:05:00Z"), ZoneId.of("Europe/Madrid")))
                .isEqualTo("jueves, 3 de diciembre de 2026, 14:05");
        assertThat(spanish.of("letter.title", "Hillside")).isEqualTo("Un mensaje de Hillside");
    }

    @Test
    void aTextThatIsMissingIsNeverTakenFromAnotherLanguage() {
        assertThatThrownBy(() -> Words.in(Tongue.SPANISH).of("letter.nothing"))
                .hasMessageContaining("letter.nothing")
                .hasMessageContaining("Español");
        assertThatThrownBy(() -> Words.in(Tongue.SPANISH).of("nowhere.nothing")).hasMessageContaining("nowhere_es");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.sorted().toList();
        }
    }

    @Test
    void theWordsOfZonesStandInOnePlace() throws IOException {
        for (Tongue tongue : Tongue.values()) {
            var words = Words.in(tongue);
            assertThat(Arrays.stream(org.stipple.quantities.ZoneId.values()).map(zone -> words.of("zone." + zone.id())))
                    .doesNotHaveDuplicates()
                    .noneMatch(String::isBlank);
        }
        String zone = "(.*\\.)?zone\\.("
                + Arrays.stream(org.stipple.quantities.ZoneId.values())
                        .map(org.stipple.quantities.ZoneId::id)
                        .collect(Collectors.joining("|"))
                + ")";
        var others = new ArrayList<String>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            texts(file).forEach((key, text) -> {
                if (!name.startsWith("zone_") && key.toString().matches(zone)
                        || text.toString().matches("(?i).*\\b(mentón|entrecejo|nalgas?|vientre)\\b.*")) {
                    others.add(name + ": " + key);
                }
            });
        }
        assertThat(others).as("another word for a zone").isEmpty();
    }

    /// `design`: these are the words that were found; a list of all would be a dictionary.
    @Test
    void spanishFitsWhoeverReadsIt() throws IOException {
        var masculine = Pattern.compile(
                "(?iU)\\b(est(oy|á) (seguro|enfermo|mareado|cansado|preocupado|embarazado)|(sí|usted|uno) mismo|fotos para"
                        + " enseñar|antes de ser adulto|\\bsuero)\\b");
        for (Path file : files()) {
            if (file.toString().endsWith("_es.properties")) {
                texts(file)
                        .forEach((key, text) -> assertThat(
                                        masculine.matcher(text.toString()).find())
                                .as(key + "=" + text)
                                .isFalse());
            }
        }
    }

    @Test
    void aHintOfTheSelfCheckAsksNobodyToSayWhatIsNotSo() {
        for (Tongue tongue : Tongue.values()) {
            var words = Words.in(tongue);
            assertThat(words.of("selfcheck.needles.hint")).contains(words.of("intake.answer.unknown"));
            assertThat(words.of("selfcheck.detail.ask"))
                    .as("“no” is a verdict on this page")
                    .doesNotContainPattern("(?i)\\b(a|un) no\\b");
        }
    }
}
