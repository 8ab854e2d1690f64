package org.stipple.clinic.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stipple.clinic.aftercare.DiaryQuestion.FEVER;
import static org.stipple.clinic.aftercare.DiaryQuestion.OTHER;
import static org.stipple.clinic.aftercare.DiaryQuestion.PAIN;
import static org.stipple.clinic.aftercare.DiaryQuestion.REDNESS;
import static org.stipple.clinic.aftercare.DiaryQuestion.SWELLING;
import static org.stipple.clinic.aftercare.DiaryQuestion.WEEPING;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.RedFlag;

/// Which answers somebody has to answer, and that none of them is lost.
class TriageTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    private static final Triage TRIAGE = new Triage(KNOWLEDGE);

    private static List<String> signs(DiaryQuestion question, String answer, long hours) {
        return TRIAGE.of(question, answer, hours).stream().map(Sign::id).toList();
    }

    @Test
    void aFeverPusOrRednessThatSpreadsIsAnsweredWithinTheHourThatTheKnowledgeStates() {
        for (long hours : List.of(24L, 100L, 168L, 2000L)) {
            assertThat(signs(FEVER, "yes", hours)).containsExactly("infection");
            assertThat(signs(WEEPING, "pus", hours)).containsExactly("infection");
            assertThat(signs(REDNESS, "more", hours)).containsExactly("infection");
        }
        Sign fever = TRIAGE.of(FEVER, "yes", 30).getFirst();
        assertThat(fever.call()).isEqualTo(RedFlag.Call.CLINICIAN_TODAY);
        assertThat(fever.minutes()).isEqualTo(60);
    }

    @Test
    void rednessThatGrowsOnTheDayItselfIsExpectedAndAFeverIsNot() {
        assertThat(signs(REDNESS, "more", 3)).isEmpty();
        assertThat(signs(REDNESS, "more", 23)).isEmpty();
        assertThat(signs(FEVER, "yes", 3)).containsExactly("infection");
        assertThat(signs(WEEPING, "clear", 23)).isEmpty();
        assertThat(signs(WEEPING, "clear", 24)).containsExactly("infection");
    }

    /// A person at home is not asked to judge how near a swollen face is to one that chokes.
    @Test
    void muchSwellingOnTheDayItselfIsAnEmergencyWithinItsHoursAndAnsweredTheSameDayAfterThem() {
        for (long hours : List.of(0L, 4L)) {
            assertThat(signs(SWELLING, "much", hours)).containsExactly("anaphylaxis");
        }
        for (long hours : List.of(5L, 23L)) {
            assertThat(TRIAGE.of(SWELLING, "much", hours)).singleElement().satisfies(sign -> {
                assertThat(sign.id()).isEqualTo(Sign.SWOLLEN_FAST);
                assertThat(sign.call()).isEqualTo(RedFlag.Call.CLINICIAN_TODAY);
                assertThat(sign.minutes()).isEqualTo(60);
            });
        }
    }

    private static List<String> together(DiaryQuestion last, long hours, String... answers) {
        var standing = new java.util.EnumMap<DiaryQuestion, DiaryEntry.Given>(DiaryQuestion.class);
        for (String one : answers) {
            var question = DiaryQuestion.find(one.split(" ")[0]).orElseThrow();
            standing.put(question, new DiaryEntry.Given(question, one.split(" ")[1], "", java.time.Instant.EPOCH));
        }
        return TRIAGE.together(last, standing, hours).stream().map(Sign::id).toList();
    }

    @Test
    void whatIsExpectedAloneOnTheDayItselfIsNotExpectedTogether() {
        assertThat(together(WEEPING, 6, "redness more", "weeping clear")).containsExactly("infection");
        assertThat(together(SWELLING, 6, "redness more", "swelling much")).containsExactly("infection");
        assertThat(together(WEEPING, 6, "redness more", "swelling much", "weeping clear"))
                .containsExactly("infection");
        assertThat(together(REDNESS, 6, "redness more")).isEmpty();
        assertThat(together(WEEPING, 6, "redness same", "weeping clear")).isEmpty();
        // What was judged with its own answer is not raised once more by each that follows.
        assertThat(together(FEVER, 6, "redness more", "weeping clear", "fever no"))
                .isEmpty();
    }

    @Test
    void whatCannotWaitIsOfferedAtEveryHourOfEveryDay() {
        for (RedFlag flag : KNOWLEDGE.redFlags()) {
            if (flag.call() != RedFlag.Call.CLINICIAN) {
                for (long hours : List.of(0L, 5L, 169L, 1000L, 9000L)) {
                    assertThat(TRIAGE.offered(hours))
                            .as("after %s hours", hours)
                            .contains(flag);
                }
            }
        }
    }

    @Test
    void aFaceThatSwellsIsAnEmergencyWheneverItHappens() {
        for (long hours : List.of(0L, 5L, 500L)) {
            assertThat(TRIAGE.of(SWELLING, "face", hours)).singleElement().satisfies(sign -> {
                assertThat(sign.id()).isEqualTo("anaphylaxis");
                assertThat(sign.call()).isEqualTo(RedFlag.Call.EMERGENCY);
            });
        }
    }

    @Test
    void whatLastsLongerThanAWeekIsASignAndMuchSwellingAfterItsDaysToo() {
        assertThat(signs(REDNESS, "less", 167)).isEmpty();
        assertThat(signs(REDNESS, "less", 168)).containsExactly("lasting-redness");
        assertThat(signs(SWELLING, "little", 168)).containsExactly("lasting-redness");
        assertThat(signs(SWELLING, "much", 72)).isEmpty();
        assertThat(signs(SWELLING, "much", 97)).containsExactly(Sign.SWOLLEN_STILL);
        assertThat(signs(REDNESS, "none", 5000)).isEmpty();
    }

    @Test
    void whatSomebodyDoesNotKnowIsNeverANo() {
        for (DiaryQuestion question : DiaryQuestion.values()) {
            if (question.answers().contains(DiaryQuestion.UNKNOWN)) {
                assertThat(signs(question, DiaryQuestion.UNKNOWN, 30)).containsExactly(Sign.NOT_KNOWN);
            } else {
                assertThat(question).isEqualTo(OTHER);
            }
        }
    }

    @Test
    void wordsOfTheirOwnAreReadBySomebodyOnTheSameDay() {
        assertThat(TRIAGE.of(OTHER, "words", 30))
                .singleElement()
                .satisfies(sign -> assertThat(sign.call()).isEqualTo(RedFlag.Call.CLINICIAN_TODAY));
        assertThat(signs(PAIN, "much", 1)).containsExactly(Sign.STRONG_PAIN);
        assertThat(signs(PAIN, "worse", 50)).containsExactly(Sign.STRONG_PAIN);
    }

    /// Every sign of the knowledge base can be told at any time until it cannot show any more, and is answered
    /// as the knowledge base says.
    @Test
    void everySignOfTheKnowledgeCanBeToldByName() {
        for (RedFlag flag : KNOWLEDGE.redFlags()) {
            assertThat(TRIAGE.offered(flag.toHours())).contains(flag);
            assertThat(TRIAGE.of(OTHER, DiaryQuestion.SIGN + flag.id(), flag.toHours()))
                    .containsExactly(Sign.of(flag));
        }
        assertThat(TRIAGE.offered(1).getFirst().call()).isEqualTo(RedFlag.Call.EMERGENCY);
    }

    /// The answers that raise nothing are these, and a new answer has to be put among them on purpose.
    @Test
    void theAnswersThatRaiseNothingOnTheThirdDayAreNamedHere() {
        var quiet = java.util.Arrays.stream(DiaryQuestion.values())
                .flatMap(question -> question.answers().stream()
                        .filter(answer -> TRIAGE.of(question, answer, 60).isEmpty())
                        .map(answer -> question.id() + " " + answer))
                .toList();
        assertThat(quiet)
                .containsExactly(
                        "pain none",
                        "pain little",
                        "redness none",
                        "redness less",
                        "redness same",
                        "swelling none",
                        "swelling little",
                        "swelling much",
                        "weeping no",
                        "fever no",
                        "other nothing");
    }
}
