package org.stipple.clinic.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.PatientDetails;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.treatment.Charted.Done;
import org.stipple.clinic.treatment.NotCharted.Place;

/// What arises while a session is open is said of everything that is charted after it, and of its end.
class AgainstGoingOnTest {

    private static final String SENTENCE = "Stopped at once, cooled, and the midwife was called.";

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static int serial;

    private PatientId person = new PatientId(UUID.randomUUID());
    private String lot = "";

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-against");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    @BeforeEach
    void somebodyNew() {
        stipple.itIs("2026-11-20T09:00:00Z");
        person = new PatientId(UUID.randomUUID());
        lot = "GO" + ++serial;
    }

    private Plan agreed() {
        stipple.the(Patients.class).register(person, Someone.bornIn(1992));
        stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks());
        stipple.the(Screenings.class).screen(person);
        var courses = stipple.the(Courses.class);
        Plan plan = courses.draft(UUID.randomUUID(), person).plan();
        courses.sign(person, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
        Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
        return plan;
    }

    private UUID begun(Plan plan) {
        UUID unit = stipple.the(Stock.class)
                .receive("skinpen-precision", UnitCode.parse("(17)281130(10)" + lot + "(21)1"), 1)
                .getFirst()
                .id();
        return Someone.started(stipple.the(Sessions.class).start(UUID.randomUUID(), person, plan.id(), List.of(unit)))
                .id();
    }

    private List<String> against(UUID session) {
        return stipple.the(AgainstGoingOn.class).of(stipple.the(Sessions.class).find(person, session));
    }

    private static Done because(Done planned, String sentence) {
        return new Done(
                planned.depth(),
                planned.passes(),
                planned.directions(),
                planned.glide(),
                planned.endpoint(),
                planned.pain(),
                Optional.of(Why.OTHER),
                Optional.of(sentence));
    }

    /// The first zone before it arises, the second after it.
    private void isSaidFromThenOn(Runnable arises, String words) {
        Plan plan = agreed();
        UUID session = begun(plan);
        var sessions = stipple.the(Sessions.class);
        var zones = plan.course().planned();
        assertThat(sessions.chart(person, session, zones.getFirst().id(), Someone.asPlanned(zones.getFirst()))
                        .deviation())
                .isEmpty();
        assertThat(against(session))
                .as("what was charted here is no reason against itself")
                .isEmpty();

        stipple.itIs("2026-11-20T09:20:00Z");
        arises.run();
        assertThat(against(session)).anyMatch(why -> why.contains(words));
        Done planned = Someone.asPlanned(zones.getLast());
        assertThat(catchThrowableOfType(
                                NotCharted.class,
                                () -> sessions.chart(
                                        person, session, zones.getLast().id(), planned))
                        .wrong())
                .containsOnlyKeys(Place.WHY, Place.REASON);
        Charted charted = sessions.chart(person, session, zones.getLast().id(), because(planned, SENTENCE));
        assertThat(charted.gravity()).contains(Gravity.OVER_LIMIT);
        assertThat(charted.deviation().orElseThrow()).contains("arose after the session began", words);
        assertThat(stipple.the(Reviews.class).of(person, session))
                .extracting(review -> review.charted().entry())
                .containsExactly(charted.entry());

        for (String nothing : List.of("", "all well")) {
            assertThat(sessions.close(person, session, nothing, ClinicUnderTest.PASSWORD))
                    .singleElement()
                    .asString()
                    .contains("After the session began this arose", words, "Write in the note");
        }
        assertThat(sessions.close(person, session, SENTENCE, ClinicUnderTest.PASSWORD))
                .isEmpty();
        assertThat(sessions.find(person, session).close().orElseThrow().against())
                .anyMatch(why -> why.contains(words));
    }

    @Test
    void newerAnswersThatSayPregnant() {
        Acting.doing(
                noor,
                () -> isSaidFromThenOn(
                        () -> stipple.the(Intakes.class)
                                .save(
                                        person,
                                        1,
                                        Someone.withAcneScarsOnTheCheeks()
                                                .with("facts", Someone.answering("pregnant", true))),
                        "regnan"));
    }

    @Test
    void aBirthDateThatWasWrong() {
        Acting.doing(
                noor,
                () -> isSaidFromThenOn(
                        () -> {
                            var before = Someone.bornIn(1992);
                            stipple.the(Patients.class)
                                    .correct(
                                            person,
                                            1,
                                            new PatientDetails(
                                                    before.givenName(),
                                                    before.familyName(),
                                                    LocalDate.of(2011, 2, 11),
                                                    before.sex(),
                                                    before.phone(),
                                                    before.email()),
                                            "Read from the card; the desk had misheard.");
                        },
                        "No: Minors"));
    }

    @Test
    void aRecallOfTheLotInUse() {
        Acting.doing(
                noor,
                () -> isSaidFromThenOn(
                        () -> stipple.the(Stock.class).recall("skinpen-precision", lot, "Seal of the pouch is open"),
                        "in use here, is recalled: Seal of the pouch is open"));
    }

    @Test
    void whatIsAnsweredAfterTheEndTakesNothingFromWhatWasDone() {
        Acting.doing(noor, () -> {
            Plan plan = agreed();
            UUID session = begun(plan);
            var sessions = stipple.the(Sessions.class);
            plan.course()
                    .planned()
                    .forEach(zone -> sessions.chart(person, session, zone.id(), Someone.asPlanned(zone)));
            assertThat(sessions.close(person, session, "", ClinicUnderTest.PASSWORD))
                    .isEmpty();
            stipple.the(Intakes.class)
                    .save(
                            person,
                            1,
                            Someone.withAcneScarsOnTheCheeks().with("facts", Someone.answering("pregnant", true)));
            assertThat(against(session)).isEmpty();
        });
    }
}
