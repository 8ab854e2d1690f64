package org.stipple.clinic.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.aftercare.Diary;
import org.stipple.clinic.aftercare.DiaryEntry;
import org.stipple.clinic.aftercare.DiaryEntry.Given;
import org.stipple.clinic.aftercare.DiaryQuestion;
import org.stipple.clinic.aftercare.Triage;
import org.stipple.clinic.meaning.Meaning.Kind;
import org.stipple.clinic.meaning.Meaning.Line;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.Knowledge;

/// What a program says of answers is never that something is well.
class MeaningTest {

    private static final Path WORDS = Path.of("src/main/resources/org/stipple/clinic/words");
    private static final Instant BEGAN = Instant.parse("2026-11-20T09:00:00Z");
    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    private static final Triage TRIAGE = new Triage(KNOWLEDGE);
    private static final Meaning MEANING = new Meaning(KNOWLEDGE);

    /// What reassures, in either language, whatever stands beside it.
    private static final Pattern REASSURES = Pattern.compile(
            "normal|worr(y|ies)|harmless|healthy|fine|\\bok\\b|okay|all right|alright|\\bwell\\b|\\bgood\\b|nothing wrong"
                    + "|no danger|no risk|\\bsafe|do not call|no need|as expected|heal(s|ing)? (well|as)"
                    + "|preocup|inofensiv|\\bsan[oa]\\b|\\bbien\\b|\\bbuen|tranquil|sin peligro|sin riesgo|segur[oa]s?\\b(?! de)"
                    + "|no hace falta|no es nada|como se espera|todo va",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// Answers than which there is no milder one.
    private static final Set<String> MILDEST = Set.of("none", "no", "nothing");

    private static List<String> answers(DiaryQuestion question) {
        return question == DiaryQuestion.OTHER
                ? Stream.concat(
                                question.answers().stream(),
                                KNOWLEDGE.redFlags().stream().map(flag -> "sign:" + flag.id()))
                        .toList()
                : question.answers();
    }

    /// Every combination of answers: one of each question.
    private static List<List<String>> combinations() {
        List<List<String>> all = List.of(List.of());
        for (DiaryQuestion question : DiaryQuestion.values()) {
            var longer = new ArrayList<List<String>>();
            for (List<String> begun : all) {
                for (String answer : answers(question)) {
                    longer.add(Stream.concat(begun.stream(), Stream.of(answer)).toList());
                }
            }
            all = longer;
        }
        return all;
    }

    private static DiaryEntry entry(List<String> answers, Instant at) {
        var given = new ArrayList<Given>();
        for (DiaryQuestion question : DiaryQuestion.values()) {
            String answer = answers.get(question.ordinal());
            given.add(new Given(question, answer, answer.equals("words") ? "My cheek feels odd." : "", at));
        }
        return new DiaryEntry(new UUID(0, 1), new PatientId(new UUID(0, 2)), new UUID(0, 3), at, "test", given);
    }

    /// What the diary raises of it.
    private static Set<String> raised(DiaryEntry entry) {
        var raised = new HashSet<String>();
        entry.given()
                .forEach(given -> TRIAGE.of(
                                given.question(),
                                given.answer(),
                                Duration.between(BEGAN, given.at()).toHours())
                        .forEach(sign -> raised.add(sign.id())));
        return raised;
    }

    private static List<Line> lines(DiaryEntry entry) {
        return MEANING.of(entry, BEGAN, ZoneOffset.UTC, raised(entry));
    }

    @Test
    void noCombinationOfAnswersOnAnyDayIsReassured() {
        var sentences = new HashSet<String>();
        int told = 0;
        for (int day : new int[] {0, 1, 3, 4, 6, 7, 8, 20, 200}) {
            for (List<String> answers : combinations()) {
                DiaryEntry entry = entry(answers, BEGAN.plus(Duration.ofDays(day)));
                List<Line> lines = lines(entry);
                told += lines.size();
                for (Line line : lines) {
                    assertThat(MILDEST)
                            .as(answers + " on day " + day)
                            .doesNotContain(line.given().answer());
                    for (Tongue tongue : Tongue.values()) {
                        sentences.add(MEANING.sentence(line, Words.in(tongue)));
                    }
                }
            }
        }
        assertThat(told).isGreaterThan(100_000);
        assertThat(sentences)
                .hasSizeGreaterThan(50)
                .allMatch(sentence -> sentence.endsWith("this is a sign. The clinic was told.")
                        || sentence.endsWith("the clinic was told, so that somebody looks at it.")
                        || sentence.endsWith("this is more than is usual.")
                        || sentence.endsWith("esto es un signo. La clínica ya tiene el aviso.")
                        || sentence.endsWith("la clínica ya tiene el aviso, para que alguien lo mire.")
                        || sentence.endsWith("esto es más de lo habitual."))
                // What the person tapped stands between quotes, as the knowledge says it.
                .noneMatch(sentence ->
                        REASSURES.matcher(sentence.replaceAll("“.*”|«.*»", "")).find());
    }

    /// Whatever was raised stands there, and what was not raised is never said to have been.
    @Test
    void thatTheClinicWasToldIsSaidOfExactlyWhatItWasTold() {
        for (int day : new int[] {0, 2, 9}) {
            for (List<String> answers : combinations()) {
                DiaryEntry entry = entry(answers, BEGAN.plus(Duration.ofDays(day)));
                long signs = entry.given().stream()
                        .filter(given -> !TRIAGE.of(given.question(), given.answer(), day * 24L)
                                .isEmpty())
                        .count();
                assertThat(lines(entry).stream().filter(line -> line.kind() != Kind.MORE))
                        .hasSize((int) signs);
                assertThat(MEANING.of(entry, BEGAN, ZoneOffset.UTC, Set.of()))
                        .allMatch(line -> line.kind() == Kind.MORE);
            }
        }
    }

    @Test
    void rednessAndSwellingAreMoreThanUsualOnceTheirDaysAreOver() {
        var still = List.of("none", "less", "little", "no", "no", "nothing");
        assertThat(kinds(still, 3)).isEmpty();
        assertThat(kinds(still, 4))
                .isEqualTo(Map.of(DiaryQuestion.REDNESS, Kind.MORE, DiaryQuestion.SWELLING, Kind.MORE));
        assertThat(kinds(still, 7))
                .isEqualTo(Map.of(DiaryQuestion.REDNESS, Kind.SIGN, DiaryQuestion.SWELLING, Kind.SIGN));
    }

    @Test
    void whatOnlyAPersonCanJudgeIsSaidToBeLookedAt() {
        assertThat(kinds(List.of("unknown", "none", "none", "no", "no", "words"), 1))
                .isEqualTo(Map.of(DiaryQuestion.PAIN, Kind.LOOKED, DiaryQuestion.OTHER, Kind.LOOKED));
    }

    private static Map<DiaryQuestion, Kind> kinds(List<String> answers, int day) {
        return lines(entry(answers, BEGAN.plus(Duration.ofDays(day)))).stream()
                .collect(java.util.stream.Collectors.toMap(line -> line.given().question(), Line::kind));
    }

    /// Every text of the module, and that each is among those which the lead reads.
    @Test
    void noTextInEitherLanguageReassuresAndTheLeadReadsEach() throws IOException {
        for (Tongue tongue : Tongue.values()) {
            var texts = new Properties();
            try (var in = Files.newBufferedReader(
                    WORDS.resolve("meaning_" + tongue.lang() + ".properties"), StandardCharsets.UTF_8)) {
                texts.load(in);
            }
            assertThat(texts.stringPropertyNames()).isEqualTo(Set.copyOf(IntendedUse.KEYS));
            assertThat(texts.values().stream().map(Object::toString))
                    // “If you are not sure”, which is why one should call.
                    .map(text -> text.replaceAll("If you are not sure|Si no está seguro", ""))
                    .noneMatch(text -> REASSURES.matcher(text).find());
            assertThat(IntendedUse.forThePerson(tongue)).hasSize(IntendedUse.KEYS.size());
        }
    }

    /// The check above finds what it looks for.
    @Test
    void whatReassuresIsFound() {
        assertThat(List.of(
                        "This is normal on day 2.",
                        "There is nothing to worry about.",
                        "Your skin heals well.",
                        "Esto es normal.",
                        "No se preocupe.",
                        "Su piel está bien."))
                .allMatch(sentence -> REASSURES.matcher(sentence).find());
    }

    /// The diary is built without this module, and cannot ask it for anything but words.
    @Test
    void theDiaryKnowsNothingOfThisModule() {
        var diary = Objects.requireNonNull(Diary.class.getPackage().getAnnotation(ApplicationModule.class));
        assertThat(Arrays.asList(diary.allowedDependencies()))
                .contains("treatment")
                .noneMatch(one -> one.contains("meaning"));
    }
}
