package org.stipple.clinic.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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
import org.stipple.protocol.document.Document;
import org.stipple.quantities.Sex;

/// What has changed since the signature stands against the session of today.
class TodaysGateTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static int serial;

    private PatientId person = new PatientId(UUID.randomUUID());

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-gate");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    @BeforeEach
    void somebodyNew() {
        stipple.itIs("2026-11-20T09:00:00Z");
        person = new PatientId(UUID.randomUUID());
    }

    private Plan agreed(PatientDetails details, Document.Mapping request) {
        stipple.the(Patients.class).register(person, details);
        stipple.the(Intakes.class).save(person, 0, request);
        return agreed();
    }

    private Plan agreed() {
        stipple.the(Screenings.class).screen(person);
        var courses = stipple.the(Courses.class);
        Plan plan = courses.draft(UUID.randomUUID(), person).plan();
        courses.sign(person, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
        Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
        return plan;
    }

    private UUID unit() {
        var code = UnitCode.parse("(17)281130(10)LOT8(21)" + ++serial);
        return stipple.the(Stock.class)
                .receive("skinpen-precision", code, 1)
                .getFirst()
                .id();
    }

    private List<String> against(Plan plan) {
        return switch (stipple.the(Sessions.class).start(UUID.randomUUID(), person, plan.id(), List.of(unit()))) {
            case Start.Started _ -> List.of();
            case Start.NotStarted(var why) -> why;
        };
    }

    @Test
    void answersAboutOtherZonesDoNotCount() {
        Acting.doing(noor, () -> {
            Plan plan = agreed(Someone.bornIn(1992), Someone.withAcneScarsOnTheCheeks());
            stipple.the(Intakes.class)
                    .save(
                            person,
                            1,
                            Someone.withAcneScarsOnTheCheeks().with("zones", Document.texts(List.of("cheek-left"))));
            assertThat(against(plan)).anyMatch(why -> why.contains("Ask again for right cheek"));
        });
    }

    @Test
    void aSecondSessionOnTheSameSkinWaitsEvenIfNobodyRemembersTheFirst() {
        Acting.doing(noor, () -> {
            Plan plan = agreed(Someone.bornIn(1992), Someone.withAcneScarsOnTheCheeks());
            var sessions = stipple.the(Sessions.class);
            var first = Someone.started(sessions.start(UUID.randomUUID(), person, plan.id(), List.of(unit())));
            assertThat(against(plan)).anyMatch(why -> why.contains("Session 1 is still open"));
            for (var zone : plan.course().planned()) {
                sessions.chart(person, first.id(), zone.id(), Someone.asPlanned(zone));
            }
            sessions.close(person, first.id(), "", ClinicUnderTest.PASSWORD);
            assertThat(against(plan)).anyMatch(why -> why.startsWith("Wait: "));
            stipple.itIs("2026-12-10T09:00:00Z");
            stipple.the(Intakes.class).confirm(person, 1);
            assertThat(against(plan))
                    .as("the dated wait is over, the interval of the signed course is not")
                    .noneMatch(why -> why.startsWith("Wait: "))
                    .anyMatch(why -> why.contains("28 days at least between sessions: from 18 Dec 2026"));
            stipple.itIs("2026-12-20T09:00:00Z");
            stipple.the(Intakes.class).confirm(person, 2);
            assertThat(against(plan)).isEmpty();
        });
    }

    @Test
    void aCorrectedSexIsAskedAboutPregnancy() {
        Acting.doing(noor, () -> {
            var female = Someone.bornIn(1992);
            var male = new PatientDetails(
                    female.givenName(),
                    female.familyName(),
                    female.birthDate(),
                    Sex.MALE,
                    female.phone(),
                    female.email());
            Plan plan = agreed(male, Someone.withAcneScarsOnTheCheeks().with("facts", Someone.without("pregnant")));
            stipple.the(Patients.class).correct(person, 1, female, "Asked her; the desk had misheard.");
            assertThat(against(plan)).anyMatch(why -> why.startsWith("An answer is missing: "));
        });
    }

    @Test
    void aSignOffCoversWhatWasSeenAndNothingElse() {
        Acting.doing(noor, () -> {
            Plan plan = agreed(
                    Someone.bornIn(1992),
                    Someone.withAcneScarsOnTheCheeks().with("facts", Someone.answering("keloid-history", true)));
            assertThat(plan.course().screening().findings())
                    .anyMatch(finding -> finding.rule().contains("keloid"));
            stipple.the(Intakes.class)
                    .save(
                            person,
                            1,
                            Someone.withAcneScarsOnTheCheeks().with("facts", Someone.answering("pih-history", true)));
            assertThat(against(plan)).noneMatch(why -> why.contains("keloid"));
        });
    }

    @Test
    void theOlderOfTwoSignedCoursesIsNotTreated() {
        Acting.doing(noor, () -> {
            Plan older = agreed(Someone.bornIn(1992), Someone.withAcneScarsOnTheCheeks());
            stipple.itIs("2026-11-20T10:00:00Z");
            agreed();
            assertThat(against(older)).anyMatch(why -> why.contains("newer course"));
        });
    }

    @Test
    void aCodeThatSaysAnotherExpiryIsPutAside() {
        Acting.doing(noor, () -> {
            unit();
            var check = stipple.the(Stock.class)
                    .check(UnitCode.parse("(17)200131(10)LOT8(21)" + serial), "skinpen-precision");
            assertThat(check.toString()).contains("Put it aside");
        });
    }

    @Test
    void aRecallSaysHowManyUnitsItStopsWhateverTheCase() {
        Acting.doing(noor, () -> {
            var stock = stipple.the(Stock.class);
            stock.receive("skinpen-precision", UnitCode.parse("(17)281130(10)Lot5(21)1"), 1);
            assertThat(stock.recall("skinpen-precision", "NOBODY", "Seal of the pouch is open"))
                    .isEqualTo(new Stock.Recalled(0, 0));
            assertThat(stock.recall("skinpen-precision", "LOT5", "Seal of the pouch is open"))
                    .isEqualTo(new Stock.Recalled(1, 0));
            assertThat(stock.check(UnitCode.parse("(10)Lot5(21)1"), "skinpen-precision")
                            .toString())
                    .contains("recalled");
        });
    }
}
