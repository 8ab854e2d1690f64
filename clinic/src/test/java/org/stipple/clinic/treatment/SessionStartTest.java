package org.stipple.clinic.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Handpieces;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCheck;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.protocol.Operator;
import org.stipple.protocol.Verdict;

class SessionStartTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static int serial;

    private PatientId person = new PatientId(UUID.randomUUID());

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-start");
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

    private Plan drafted() {
        stipple.the(Patients.class).register(person, Someone.bornIn(1992));
        stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks());
        stipple.the(Screenings.class).screen(person);
        return stipple.the(Courses.class).draft(UUID.randomUUID(), person).plan();
    }

    private Plan signed() {
        Plan plan = drafted();
        stipple.the(Courses.class)
                .sign(person, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
        return plan;
    }

    private Plan agreed() {
        Plan plan = signed();
        Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
        return plan;
    }

    private UUID unit() {
        var code = UnitCode.parse("(17)271130(10)LOT9(21)" + ++serial);
        return stipple.the(Stock.class)
                .receive("skinpen-precision", code, 1)
                .getFirst()
                .id();
    }

    private List<String> against(Plan plan, List<UUID> units) {
        return switch (stipple.the(Sessions.class).start(UUID.randomUUID(), person, plan.id(), units)) {
            case Start.Started _ -> List.of();
            case Start.NotStarted(var why) -> why;
        };
    }

    @Test
    void startsWhenEverythingIsInPlace() {
        Acting.doing(noor, () -> assertThat(against(agreed(), List.of(unit()))).isEmpty());
    }

    @Test
    void doesNotStartOnADraft() {
        Acting.doing(
                noor,
                () -> assertThat(against(drafted(), List.of(unit())))
                        .singleElement()
                        .asString()
                        .contains("not signed"));
    }

    @Test
    void saysEverythingThatStandsAgainstItNotJustTheFirst() {
        Acting.doing(noor, () -> {
            Plan plan = signed();
            stipple.itIs("2026-11-21T09:00:00Z");
            assertThat(against(plan, List.of()))
                    .anyMatch(why -> why.contains("Ask again today"))
                    .anyMatch(why -> why.contains("no consent"))
                    .anyMatch(why -> why.contains("No cartridge"));
        });
    }

    @Test
    void doesNotStartOnWhatTodaysAnswersRefuse() {
        Acting.doing(noor, () -> {
            Plan plan = agreed();
            stipple.the(Intakes.class)
                    .save(
                            person,
                            1,
                            Someone.withAcneScarsOnTheCheeks().with("facts", Someone.answering("pregnant", true)));
            assertThat(against(plan, List.of(unit()))).anyMatch(why -> why.startsWith("No: Pregnancy"));
        });
    }

    @Test
    void consentWithdrawnOrToAnotherTextIsNoConsent() {
        Acting.doing(noor, () -> {
            Plan plan = agreed();
            var consents = stipple.the(Consents.class);
            consents.withdraw(person, consents.of(person).getFirst().id());
            assertThat(against(plan, List.of(unit())))
                    .singleElement()
                    .asString()
                    .contains("no consent");
        });
    }

    @Test
    void aRefusedStartUsesNoUnit() {
        Acting.doing(noor, () -> {
            Plan plan = signed();
            UUID unit = unit();
            assertThat(against(plan, List.of(unit))).isNotEmpty();
            assertThat(stipple.the(Stock.class).find(unit).orElseThrow().usedIn())
                    .isEmpty();
        });
    }

    /// Two people, one unit: the unit, and not only the open session, has to tell them apart.
    @Test
    void ofFiftyStartsWithOneUnitAtOnceExactlyOneSucceedsAndNoneBreaks() throws Exception {
        Plan first = Acting.as(noor, this::agreed);
        PatientId one = person;
        person = new PatientId(UUID.randomUUID());
        Plan second = Acting.as(noor, this::agreed);
        PatientId other = person;
        UUID unit = Acting.as(noor, SessionStartTest.this::unit);
        var starts = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 50; i++) {
            boolean even = i % 2 == 0;
            starts.add(() -> Acting.as(
                    noor,
                    () -> stipple.the(Sessions.class)
                                    .start(
                                            UUID.randomUUID(),
                                            even ? one : other,
                                            even ? first.id() : second.id(),
                                            List.of(unit))
                            instanceof Start.Started));
        }
        try (var threads = Executors.newFixedThreadPool(50)) {
            int started = 0;
            for (var start : threads.invokeAll(starts)) {
                started += start.get() ? 1 : 0;
            }
            assertThat(started).isEqualTo(1);
        }
    }

    @Test
    void aRecallBetweenScanAndStartRefuses() {
        Acting.doing(noor, () -> {
            Plan plan = agreed();
            var code = UnitCode.parse("(17)271130(10)BETWEEN(21)1");
            var stock = stipple.the(Stock.class);
            UUID unit = stock.receive("skinpen-precision", code, 1).getFirst().id();
            assertThat(stock.check(code, "skinpen-precision")).isInstanceOf(UnitCheck.Usable.class);
            stock.recall("skinpen-precision", "BETWEEN", "seal of the pouch is open");
            assertThat(against(plan, List.of(unit))).singleElement().asString().contains("is recalled");
            assertThat(stock.find(unit).orElseThrow().usedIn()).isEmpty();
        });
    }

    @Test
    void fromTheFirstHandpieceOnEachSessionNamesOne() {
        Actor hanna = stipple.clinic("Handpieces", "hanna-handpiece");
        Acting.doing(hanna, () -> {
            Plan plan = agreed();
            var handpieces = stipple.the(Handpieces.class);
            var handpiece = handpieces.receive(
                    "skinpen-precision", Optional.empty(), Optional.empty(), "H-0007", Optional.empty());
            UUID cartridge = unit();
            assertThat(against(plan, List.of(cartridge)))
                    .singleElement()
                    .asString()
                    .contains("No handpiece was scanned");
            handpieces.takeOut(handpiece.id(), "The motor stalls under load");
            assertThat(against(plan, List.of(cartridge, handpiece.id())))
                    .singleElement()
                    .asString()
                    .contains("out of service");
            handpieces.putBack(handpiece.id(), "Motor replaced by the maker");
            var session = Someone.started(stipple.the(Sessions.class)
                    .start(UUID.randomUUID(), person, plan.id(), List.of(cartridge, handpiece.id())));
            assertThat(handpieces.usedIn(session.id()))
                    .singleElement()
                    .satisfies(used -> assertThat(used.sessions()).isEqualTo(1));
        });
    }

    @Test
    void startsOnlyForWhoeverTheCourseWasPlannedFor() {
        Actor nina = stipple.clinic("Nursery", "nina-nurse");
        Acting.doing(nina, () -> {
            Plan plan = agreed();
            var who = stipple.the(WhoTreats.class);
            who.state(Operator.NURSE);
            assertThat(against(plan, List.of(unit())))
                    .singleElement()
                    .asString()
                    .contains("planned for a physician, and you treat as a nurse");
            who.state(Operator.PHYSICIAN);
            var session = Someone.started(
                    stipple.the(Sessions.class).start(UUID.randomUUID(), person, plan.id(), List.of(unit())));
            assertThat(stipple.the(Sessions.class).find(person, session.id()).operator())
                    .contains(Operator.PHYSICIAN);
        });
    }

    @Test
    void anAccountWithoutAProfessionDeclaresNoneUnlessItSupervises() throws Exception {
        var sam = new Actor(
                noor.account(),
                noor.clinic(),
                "Sam",
                Set.of(Role.PRACTITIONER),
                noor.clinicName(),
                noor.jurisdiction(),
                noor.zone());
        Plan plan = Acting.as(noor, this::agreed);
        Acting.doing(sam, () -> {
            var who = stipple.the(WhoTreats.class);
            assertThatThrownBy(() -> who.state(Operator.PHYSICIAN)).hasMessageContaining("An administrator states it");
            assertThat(who.current())
                    .as("what was once said does not count either")
                    .isEmpty();
            assertThat(against(plan, List.of(unit())))
                    .singleElement()
                    .asString()
                    .contains("planned for a physician", "an administrator states it");
        });
    }

    @Test
    void anAccountWithAProfessionNeverTreatsAsAnother() throws Exception {
        UUID account = UUID.randomUUID();
        Acting.doing(
                noor,
                () -> stipple.the(Accounts.class)
                        .add(
                                account,
                                "nurse-fixed",
                                "Ines Vidal",
                                ClinicUnderTest.PASSWORD,
                                Set.of(Role.PRACTITIONER),
                                Optional.of(Operator.NURSE)));
        var nurse = new Actor(
                new AccountId(account),
                noor.clinic(),
                "Ines Vidal",
                Set.of(Role.PRACTITIONER),
                noor.clinicName(),
                noor.jurisdiction(),
                noor.zone(),
                Optional.of(Operator.NURSE));
        Acting.doing(nurse, () -> {
            var who = stipple.the(WhoTreats.class);
            assertThatThrownBy(() -> who.state(Operator.PHYSICIAN)).hasMessageContaining("account is that of a nurse");
            who.state(Operator.NURSE);
            assertThat(who.current()).contains(Operator.NURSE);
            assertThat(stipple.the(WhoTreatsStore.class).newest(nurse.account()))
                    .isEmpty();
        });
    }

    @Test
    void theNextSessionIsNamedWithItsDateAndOneThatIsOpenStandsAloneInTheWay() {
        Acting.doing(noor, () -> {
            Plan plan = agreed();
            var sessions = stipple.the(Sessions.class);
            var course = stipple.the(Courses.class).inForce(person).orElseThrow();
            assertThat(sessions.nextFrom(person, course)).as("before the first").isEmpty();
            var session = Someone.started(sessions.start(UUID.randomUUID(), person, plan.id(), List.of(unit())));
            assertThat(sessions.against(person, course, List.of()))
                    .as("the same page in a second tab")
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.step()).isEqualTo(Obstacle.Step.OPEN_SESSION);
                        assertThat(one.words()).contains("Session 1 is still open", "Nothing is lost");
                    });
            for (var zone : plan.course().planned()) {
                sessions.chart(person, session.id(), zone.id(), Someone.asPlanned(zone));
            }
            sessions.close(person, session.id(), "", ClinicUnderTest.PASSWORD);
            assertThat(sessions.nextFrom(person, course))
                    .as("as the page before the session says, to the day")
                    .contains(java.time.LocalDate.parse("2026-12-18"));
            assertThat(sessions.nextPlanned(person, course)).contains(java.time.LocalDate.parse("2026-12-20"));
            assertThat(stipple.the(Screenings.class)
                            .latest(person)
                            .orElseThrow()
                            .screening()
                            .verdict())
                    .as("not the verdict from before the needle")
                    .isEqualTo(Verdict.DEFER);
        });
    }
}
