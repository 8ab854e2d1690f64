package org.stipple.clinic.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;
import org.stipple.quantities.ZoneId;

/// What was judged by a scale: kept as it was said, by whom, of where and when; corrected by appending.
class ScoresTest {

    private static final Scores.By CLINICIAN = new Scores.By.Me(Score.Blinding.BLINDED);
    private static final Scores.By PERSON = new Scores.By.ThePerson(Score.Way.ROOM);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static Actor elsewhere;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-scales");
        elsewhere = stipple.clinic("Valley", "vera-scales");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private static PatientId somebody() {
        var person = new PatientId(UUID.randomUUID());
        stipple.the(Patients.class).register(person, Someone.bornIn(1992));
        return person;
    }

    private static Scores.Said said(String scale, Scores.By by, String total) {
        return new Scores.Said(
                scale,
                by,
                new Scores.Answered.Total(new BigDecimal(total)),
                Optional.empty(),
                Set.of(ZoneId.CHEEK_LEFT),
                DAY,
                Optional.empty());
    }

    private static Score record(PatientId person, String scale, Scores.By by, String total) {
        return stipple.the(Scores.class).record(UUID.randomUUID(), person, said(scale, by, total));
    }

    private static void refused(PatientId person, String scale, Scores.By by, String total, String why) {
        assertThatThrownBy(() -> record(person, scale, by, total))
                .isInstanceOf(Scores.NotScored.class)
                .hasMessageContaining(why);
    }

    @Test
    void whatWasSaidIsReadAsItWasSaidWithTheRangeAndReleaseOfThatDay() {
        Acting.doing(noor, () -> {
            PatientId person = somebody();
            Score written = record(person, "goodman-baron-qualitative", CLINICIAN, "3");
            assertThat(stipple.the(Scores.class).of(person))
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .isEqualTo(List.of(written));
            assertThat(written.scale().least()).isEqualByComparingTo("1");
            assertThat(written.scale().most()).isEqualByComparingTo("4");
            assertThat(written.scale().lowerIsBetter()).isTrue();
            assertThat(written.scale().knowledge()).isNotBlank();
            assertThat(written.told().rater())
                    .isEqualTo(new Score.Rater.Clinician(noor.name(), Score.Blinding.BLINDED));
            assertThat(written.told().answer())
                    .isInstanceOfSatisfying(
                            Score.Answer.Given.class,
                            given -> assertThat(given.meaning().orElseThrow()).startsWith("Moderate"));
        });
    }

    @Test
    void aNumberThatTheScaleDoesNotHaveIsRefused() {
        Acting.doing(noor, () -> {
            PatientId person = somebody();
            refused(person, "goodman-baron-qualitative", CLINICIAN, "5", "expected 1 to 4");
            refused(person, "goodman-baron-qualitative", CLINICIAN, "2.5", "in steps of 1");
            refused(person, "gais", CLINICIAN, "0", "expected 1 to 5");
            refused(person, "beauty", CLINICIAN, "1", "is not known here");
            assertThat(record(person, "mmasi", CLINICIAN, "7.2").total())
                    .hasValueSatisfying(total -> assertThat(total).isEqualByComparingTo("7.2"));
            refused(person, "mmasi", CLINICIAN, "7.25", "in steps of 0.1");
            assertThat(stipple.the(Scores.class).of(person)).hasSize(1);
        });
    }

    @Test
    void aScaleIsScoredByWhomItIsForAndNobodyAnswersAsThePerson() {
        Acting.doing(noor, () -> {
            PatientId person = somebody();
            refused(person, "goodman-baron-qualitative", PERSON, "2", "not scored by the patient");
            refused(person, "dlqi", CLINICIAN, "4", "not scored by the clinician");
            refused(
                    person,
                    "dlqi",
                    new Scores.By.ThePerson(Score.Way.ACCOUNT),
                    "4",
                    "Only the person themselves enters something as entered by themselves");
            assertThat(record(person, "dlqi", PERSON, "4").told().rater())
                    .isEqualTo(new Score.Rater.ThePerson("Amara Okafor", Score.Way.ROOM));
            assertThat(record(person, "gais", PERSON, "4").told().rater().by())
                    .isNotEqualTo(record(person, "gais", CLINICIAN, "2")
                            .told()
                            .rater()
                            .by());
        });
    }

    /// A patient's account belongs to no record yet: it opens none, also not the one with its own name.
    @Test
    void aPatientsAccountEntersNothingForStaffAndNothingAsStaff() {
        PatientId[] person = new PatientId[1];
        Acting.doing(noor, () -> person[0] = somebody());
        Actor patient = noor.colleague(new AccountId(UUID.randomUUID()), "Amara Okafor", Set.of(Role.PATIENT));
        Acting.doing(
                patient,
                () -> assertThatThrownBy(() -> record(person[0], "dlqi", PERSON, "4"))
                        .isInstanceOf(RuntimeException.class));
        Acting.doing(
                noor, () -> assertThat(stipple.the(Scores.class).of(person[0])).isEmpty());
    }

    @Test
    void noAnswerIsKeptAsNoneAndNeverAsANumber() {
        Acting.doing(noor, () -> {
            PatientId person = somebody();
            var declined = new Scores.Said(
                    "dlqi",
                    PERSON,
                    new Scores.Answered.None(Score.Answer.Why.DECLINED),
                    Optional.empty(),
                    Set.of(),
                    DAY,
                    Optional.empty());
            Score score = stipple.the(Scores.class).record(UUID.randomUUID(), person, declined);
            assertThat(score.total()).isEmpty();
            assertThat(stipple.the(Scores.class).of(person).getFirst().told().answer())
                    .isEqualTo(new Score.Answer.Absent(Score.Answer.Why.DECLINED));
        });
    }

    @Test
    void aCorrectionIsAppendedWithItsReasonAndBothStay() {
        Acting.doing(noor, () -> {
            PatientId person = somebody();
            Score first = record(person, "gais", CLINICIAN, "2");
            var scores = stipple.the(Scores.class);
            assertThatThrownBy(() ->
                            scores.correct(UUID.randomUUID(), person, first.id(), said("gais", CLINICIAN, "3"), "x"))
                    .hasMessageContaining("expected why it is corrected");
            Score second = scores.correct(
                    UUID.randomUUID(), person, first.id(), said("gais", CLINICIAN, "3"), "Mixed up two photos.");
            assertThat(scores.of(person)).extracting(Score::id).containsExactly(first.id(), second.id());
            assertThat(Score.standing(scores.of(person))).extracting(Score::id).containsExactly(second.id());
            assertThatThrownBy(() -> scores.correct(
                            UUID.randomUUID(),
                            person,
                            first.id(),
                            said("gais", CLINICIAN, "4"),
                            "Once more, in haste."))
                    .hasMessageContaining("was corrected before");
            assertThatThrownBy(() -> scores.correct(
                            UUID.randomUUID(),
                            person,
                            second.id(),
                            said("dlqi", PERSON, "4"),
                            "Another scale was meant."))
                    .hasMessageContaining("by the same scale");
        });
    }

    @Test
    void whoJudgedStaysWhoJudgedWhenAnotherCorrectsIt() {
        PatientId[] person = new PatientId[1];
        UUID[] score = new UUID[1];
        Acting.doing(noor, () -> {
            person[0] = somebody();
            score[0] = record(person[0], "gais", CLINICIAN, "2").id();
        });
        Actor ari = noor.colleague(new AccountId(UUID.randomUUID()), "Dr. Ari", Set.of(Role.SUPERVISING_CLINICIAN));
        Acting.doing(ari, () -> {
            Score corrected = stipple.the(Scores.class)
                    .correct(
                            UUID.randomUUID(),
                            person[0],
                            score[0],
                            said("gais", CLINICIAN, "3"),
                            "Noor asked for it by telephone.");
            assertThat(corrected.told().rater().name()).isEqualTo(noor.name());
            assertThat(corrected.recordedBy()).isEqualTo("Dr. Ari");
        });
    }

    @Test
    void whatWasAMistakeCountsNoMoreAndOnlyACorrectionSaysSo() {
        Acting.doing(noor, () -> {
            PatientId person = somebody();
            Score wrong = record(person, "gais", CLINICIAN, "5");
            var mistaken = new Scores.Said(
                    "gais",
                    CLINICIAN,
                    new Scores.Answered.None(Score.Answer.Why.MISTAKEN),
                    Optional.empty(),
                    Set.of(),
                    DAY,
                    Optional.empty());
            var scores = stipple.the(Scores.class);
            assertThatThrownBy(() -> scores.record(UUID.randomUUID(), person, mistaken))
                    .hasMessageContaining("can have been a mistake");
            scores.correct(UUID.randomUUID(), person, wrong.id(), mistaken, "It was of another person.");
            assertThat(Score.standing(scores.of(person))).isEmpty();
            assertThat(scores.of(person)).hasSize(2);
        });
    }

    @Test
    void aDayToComeOrBeforeTheBirthIsRefused() {
        Acting.doing(noor, () -> {
            PatientId person = somebody();
            for (LocalDate day : List.of(LocalDate.of(2026, 11, 21), LocalDate.of(1991, 1, 1))) {
                var said = said("gais", CLINICIAN, "2");
                assertThatThrownBy(() -> stipple.the(Scores.class)
                                .record(
                                        UUID.randomUUID(),
                                        person,
                                        new Scores.Said(
                                                said.scale(),
                                                said.rater(),
                                                said.answer(),
                                                said.variant(),
                                                said.zones(),
                                                day,
                                                said.beside())))
                        .isInstanceOf(Scores.NotScored.class);
            }
        });
    }

    @Test
    void anotherClinicSeesNoneAndCorrectsNone() {
        PatientId[] person = new PatientId[1];
        UUID[] score = new UUID[1];
        Acting.doing(noor, () -> {
            person[0] = somebody();
            score[0] = record(person[0], "gais", CLINICIAN, "2").id();
        });
        Acting.doing(elsewhere, () -> {
            assertThatThrownBy(() -> stipple.the(Scores.class).of(person[0])).isInstanceOf(NoSuchPatient.class);
            assertThatThrownBy(() -> stipple.the(Scores.class)
                            .correct(
                                    UUID.randomUUID(),
                                    person[0],
                                    score[0],
                                    said("gais", CLINICIAN, "3"),
                                    "Tried from elsewhere."))
                    .isInstanceOf(NoSuchPatient.class);
            PatientId own = somebody();
            assertThatThrownBy(() -> stipple.the(Scores.class)
                            .correct(
                                    UUID.randomUUID(),
                                    own,
                                    score[0],
                                    said("gais", CLINICIAN, "3"),
                                    "Tried from elsewhere."))
                    .isInstanceOf(NoSuchPatient.class);
        });
    }

    @Test
    void writingAndReadingStandInTheTrail() throws Exception {
        List<String> what = Acting.as(noor, () -> {
            PatientId person = somebody();
            record(person, "gais", CLINICIAN, "2");
            return Objects.requireNonNull(stipple.the(TransactionTemplate.class).execute(_ -> {
                        stipple.the(Scores.class).of(person);
                        return stipple.the(AuditTrail.class).about(person, 50);
                    }))
                    .stream()
                    .map(entry -> entry.what())
                    .toList();
        });
        assertThat(what).contains("scale scored", "scales");
    }

    @Test
    void evenTheOwnerOfTheTablesChangesNoScore() throws SQLException {
        Acting.doing(noor, () -> record(somebody(), "gais", CLINICIAN, "2"));
        try (var connection = stipple.owner().getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("truncate stipple.scale_score"))
                    .isInstanceOf(SQLException.class);
        }
    }
}
