package org.stipple.clinic.outcome.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.outcome.Outcomes;
import org.stipple.clinic.outcome.web.OutcomeViews.ReportPage;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.treatment.Charted.Done;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.treatment.Why;
import org.stipple.phantom.DemoScene.Visit;
import org.stipple.protocol.ZonePlan;
import org.stipple.quantities.ZoneId;

/// The report of a visit tells of that visit, whatever was measured later.
class VisitReportTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static int serial;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-report");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private static Plan agreed(PatientId person) {
        stipple.itIs("2026-11-20T09:00:00Z");
        stipple.the(Patients.class).register(person, Someone.bornIn(1992));
        stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks());
        stipple.the(Screenings.class).screen(person);
        var courses = stipple.the(Courses.class);
        Plan plan = courses.draft(UUID.randomUUID(), person).plan();
        courses.sign(person, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
        for (Purpose purpose : Purpose.values()) {
            Someone.agrees(stipple, person, purpose, plan);
        }
        return plan;
    }

    private static UUID session(PatientId person, Plan plan) {
        var code = UnitCode.parse("(17)281130(10)LOT6(21)" + ++serial);
        UUID unit = stipple.the(Stock.class)
                .receive("skinpen-precision", code, 1)
                .getFirst()
                .id();
        var sessions = stipple.the(Sessions.class);
        var session = Someone.started(sessions.start(UUID.randomUUID(), person, plan.id(), List.of(unit)));
        for (var zone : plan.course().planned()) {
            sessions.chart(person, session.id(), zone.id(), Someone.asPlanned(zone));
        }
        sessions.close(person, session.id(), "", ClinicUnderTest.PASSWORD);
        return session.id();
    }

    private static ReportPage report(PatientId person, UUID session) {
        return java.util.Objects.requireNonNull(stipple.the(TransactionTemplate.class)
                .execute(_ -> stipple.the(VisitReport.class).of(person, session)));
    }

    /// The session of the first day, open still.
    private static UUID begun(PatientId person, Plan plan) {
        var code = UnitCode.parse("(17)281130(10)LOT6(21)" + ++serial);
        UUID unit = stipple.the(Stock.class)
                .receive("skinpen-precision", code, 1)
                .getFirst()
                .id();
        return Someone.started(stipple.the(Sessions.class).start(UUID.randomUUID(), person, plan.id(), List.of(unit)))
                .id();
    }

    private static void withdraw(PatientId person) {
        var consents = stipple.the(Consents.class);
        consents.of(person).stream()
                .filter(consent -> consent.purpose() == Purpose.TREATMENT && consent.holds())
                .forEach(consent -> consents.withdraw(person, consent.id()));
    }

    @Test
    void itShowsTheConsentOfItsOwnStartAndWhatCameOfItLater() {
        Acting.doing(noor, () -> {
            var person = new PatientId(UUID.randomUUID());
            Plan plan = agreed(person);
            UUID first = session(person, plan);
            stipple.itIs("2026-11-25T10:00:00Z");
            withdraw(person);
            stipple.itIs("2026-11-26T11:00:00Z");
            Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
            assertThat(report(person, first).consents())
                    .filteredOn(line -> line.startsWith(Purpose.TREATMENT.words()))
                    .singleElement()
                    .asString()
                    .contains("signed 20 Nov", "withdrawn 25 Nov")
                    .doesNotContain("26 Nov");
            assertThat(report(person, first).toLookAt())
                    .as("withdrawn after the session")
                    .isEmpty();
        });
    }

    @Test
    void aDepartureThatWasAmendedAwayStandsInTheReport() {
        Acting.doing(noor, () -> {
            var person = new PatientId(UUID.randomUUID());
            Plan plan = agreed(person);
            UUID session = begun(person, plan);
            var zone = plan.course().planned().getFirst();
            var last = plan.course().planned().getLast();
            chart(person, session, last, last.passes() + 1, "one spot again");
            chart(person, session, zone, 100, "Lost count; cooled, and looked at after an hour.");
            chart(person, session, zone, zone.passes(), "It was three passes, and I typed a hundred.");
            var report = report(person, session);
            assertThat(report.toLookAt())
                    .satisfiesExactly(
                            first -> assertThat(first)
                                    .startsWith("Over a limit, ")
                                    .contains("100 passes instead of")
                                    .contains("It was amended 20 Nov")
                                    .contains("by Dr. Hillside")
                                    .contains("because “It was three passes, and I typed a hundred.”"),
                            amendment -> assertThat(amendment).contains("amends what was first charted"),
                            mild -> assertThat(mild).startsWith("Other than planned, "));
            assertThat(report.zones())
                    .filteredOn(row -> row.zone().equals(zone.id().words()))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.deviation()).contains("100 passes instead of");
                        assertThat(row.history())
                                .contains(
                                        "First charted 20 Nov", "100 passes in", "; amended 20 Nov", "because “It was");
                    });
        });
    }

    @Test
    void aZoneThatWasNotTreatedStandsInTheReportWithItsReasonAndWhatWasChartedBefore() {
        Acting.doing(noor, () -> {
            var person = new PatientId(UUID.randomUUID());
            Plan plan = agreed(person);
            UUID session = begun(person, plan);
            var zone = plan.course().planned().getFirst();
            chart(person, session, zone, zone.passes() + 1, "one spot again");
            stipple.the(Sessions.class)
                    .leaveOut(person, session, zone.id(), Optional.of(Why.ENTRY), "it was the other cheek", 1);
            assertThat(report(person, session).zones()).singleElement().satisfies(row -> {
                assertThat(row.done()).isEqualTo("not treated");
                assertThat(row.deviation()).contains("not treated, first charted: ", "passes instead of");
                assertThat(row.reason()).contains("it was the other cheek");
                assertThat(row.history())
                        .contains("First charted 20 Nov", "amended 20 Nov", "not treated, because “it was the other");
            });
            assertThat(report(person, session).toLookAt())
                    .singleElement()
                    .asString()
                    .contains("It was amended 20 Nov", "not treated");
        });
    }

    /// A SkinPen, 14 needles at 116.7 Hz, on cheeks of 35 cm²: one for longer than it takes at the planned passes
    /// and speed, one as long.
    @Test
    void theTimeOnTheSkinGivesTheDeliveredDensityAndIsHeldAgainstPassesAndSpeed() {
        Acting.doing(noor, () -> {
            var person = new PatientId(UUID.randomUUID());
            Plan plan = agreed(person);
            UUID session = begun(person, plan);
            var zones = plan.course().planned();
            stipple.the(Sessions.class)
                    .chart(
                            person,
                            session,
                            zones.getFirst().id(),
                            Someone.asPlanned(zones.getFirst()).withOnSkin(Duration.ofSeconds(140)));
            chart(person, session, zones.getFirst(), zones.getFirst().passes(), "once more", Duration.ofSeconds(140));
            chart(person, session, zones.getLast(), zones.getLast().passes(), "", asPlanned(zones.getLast(), 35));
            var report = report(person, session);
            assertThat(report.zones().getFirst().done()).endsWith(", 2:20 on the skin");
            assertThat(report.zones().getFirst().history()).contains("2:20 on the skin", "; amended 20 Nov 2026");
            var lines = report.delivery().orElseThrow().lines();
            assertThat(lines.getFirst().delivered()).isEqualTo("%.0f".formatted(14 * 116.7 * 140 / 35));
            assertThat(lines.getFirst().words())
                    .contains("Time, passes and speed do not fit each other")
                    .doesNotContain("Nobody took the time");
            assertThat(report.toLookAt())
                    .as("the settings were as planned, the dose was not")
                    .filteredOn(line -> line.startsWith("Dose other than planned"))
                    .singleElement()
                    .asString()
                    .contains(zones.getFirst().id().words(), "do not fit each other");
            assertThat(lines.getLast().ratio()).as("to a whole second").isIn("99 %", "100 %", "101 %");
            assertThat(lines.getLast().words())
                    .doesNotContain("Time, passes and speed do not fit", "Nobody took the time");
        });
    }

    @Test
    void aZoneThatIsAddedAfterTheCloseIsSaidNotToHaveBeenSignedWithIt() {
        Acting.doing(noor, () -> {
            var person = new PatientId(UUID.randomUUID());
            Plan plan = agreed(person);
            UUID session = session(person, plan);
            assertThat(report(person, session).toLookAt()).isEmpty();
            stipple.itIs("2026-11-20T09:40:00Z");
            var like = Someone.asPlanned(plan.course().planned().getFirst());
            stipple.the(Sessions.class)
                    .chart(
                            person,
                            session,
                            ZoneId.CHIN,
                            new Done(
                                    like.depth(),
                                    like.passes(),
                                    like.directions(),
                                    like.glide(),
                                    like.endpoint(),
                                    like.pain(),
                                    Optional.of(Why.ENTRY),
                                    Optional.of("The chin was done too, and forgotten here.")));
            assertThat(report(person, session).toLookAt())
                    .filteredOn(line -> line.startsWith("Added after the session was closed: chin"))
                    .hasSize(1);
            assertThat(report(person, session).zones())
                    .filteredOn(row -> row.zone().equals("chin"))
                    .singleElement()
                    .satisfies(
                            row -> assertThat(row.history()).startsWith("Added after the session was closed: 20 Nov"));
        });
    }

    /// area · passes / (speed · 8 mm)
    private static Duration asPlanned(ZonePlan.Planned zone, double areaCm2) {
        double speed = zone.glide().orElseThrow().millimetresPerSecond();
        return Duration.ofSeconds(Math.round(100 * areaCm2 * zone.passes() / (speed * 8)));
    }

    private static void chart(
            PatientId person, UUID session, ZonePlan.Planned zone, int passes, String reason, Duration onSkin) {
        var planned = Someone.asPlanned(zone);
        stipple.the(Sessions.class)
                .chart(
                        person,
                        session,
                        zone.id(),
                        new Done(
                                planned.depth(),
                                passes,
                                planned.directions(),
                                planned.glide(),
                                Optional.of(onSkin),
                                planned.endpoint(),
                                planned.pain(),
                                Optional.empty(),
                                Optional.of(reason).filter(words -> !words.isEmpty())));
    }

    private static void chart(PatientId person, UUID session, ZonePlan.Planned zone, int passes, String reason) {
        var planned = Someone.asPlanned(zone);
        stipple.the(Sessions.class)
                .chart(
                        person,
                        session,
                        zone.id(),
                        new Done(
                                planned.depth(),
                                passes,
                                planned.directions(),
                                planned.glide(),
                                planned.endpoint(),
                                planned.pain(),
                                Optional.of(Why.ENTRY),
                                Optional.of(reason)));
    }

    @Test
    void consentWithdrawnWhileTheSessionRunsIsTheFirstLineToLookAt() {
        Acting.doing(noor, () -> {
            var person = new PatientId(UUID.randomUUID());
            UUID session = begun(person, agreed(person));
            stipple.itIs("2026-11-20T09:30:00Z");
            withdraw(person);
            assertThat(report(person, session).toLookAt())
                    .first()
                    .asString()
                    .contains("Consent was withdrawn at 20 Nov", "during this session", "Not reviewed yet");
            Plan plan = stipple.the(Courses.class).inForce(person).orElseThrow().plan();
            Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
            assertThat(report(person, session).toLookAt())
                    .as("given again, and the session stays flagged")
                    .first()
                    .asString()
                    .contains("Consent was withdrawn at 20 Nov");
        });
    }

    @Test
    void afterConsentIsWithdrawnNoNextSessionIsPlannedUntilItIsGivenAgain() {
        Acting.doing(noor, () -> {
            var person = new PatientId(UUID.randomUUID());
            Plan plan = agreed(person);
            UUID session = session(person, plan);
            assertThat(report(person, session).next()).contains("The next session is planned for");
            stipple.itIs("2026-11-25T10:00:00Z");
            withdraw(person);
            assertThat(report(person, session).next())
                    .contains("withdrawn at 25 Nov", "there is no next session")
                    .doesNotContain("planned for");
            Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
            assertThat(report(person, session).next()).contains("The next session is planned for");
        });
    }

    @Test
    void whatAroseWhileTheSessionRanIsToBeLookedAtAlsoWhereAllWasChartedBefore() {
        Acting.doing(noor, () -> {
            var person = new PatientId(UUID.randomUUID());
            Plan plan = agreed(person);
            var code = UnitCode.parse("(17)281130(10)LOT66(21)" + ++serial);
            UUID unit = stipple.the(Stock.class)
                    .receive("skinpen-precision", code, 1)
                    .getFirst()
                    .id();
            var sessions = stipple.the(Sessions.class);
            UUID session = Someone.started(sessions.start(UUID.randomUUID(), person, plan.id(), List.of(unit)))
                    .id();
            plan.course()
                    .planned()
                    .forEach(zone -> sessions.chart(person, session, zone.id(), Someone.asPlanned(zone)));
            assertThat(report(person, session).toLookAt()).isEmpty();
            stipple.the(Stock.class).recall("skinpen-precision", "LOT66", "Seal of the pouch is open");
            assertThat(report(person, session).units())
                    .singleElement()
                    .asString()
                    .contains("lot recalled: Seal of the pouch is open");
            assertThat(report(person, session).toLookAt())
                    .singleElement()
                    .asString()
                    .contains("recalled: Seal of the pouch is open", "open still");
            assertThat(sessions.close(
                            person, session, "Told the person, and looked at the skin.", ClinicUnderTest.PASSWORD))
                    .isEmpty();
            assertThat(report(person, session).toLookAt())
                    .singleElement()
                    .asString()
                    .contains("recalled: Seal of the pouch is open", "stood when the session was closed");
        });
    }

    @Test
    void eachVisitShowsWhatItsOwnPhotosSay() {
        Acting.doing(noor, () -> {
            var person = new PatientId(UUID.randomUUID());
            var outcomes = stipple.the(Outcomes.class);
            Plan plan = agreed(person);
            UUID before = Someone.photo(stipple, person, Visit.BASELINE);
            UUID first = session(person, plan);
            assertThat(report(person, first).noReadings()).isEqualTo("No photo of this visit was measured.");
            outcomes.measure(UUID.randomUUID(), person, before, Optional.empty());

            stipple.itIs("2026-12-20T09:00:00Z");
            stipple.the(Intakes.class).confirm(person, 1);
            UUID second = session(person, plan);
            assertThat(report(person, second).noReadings()).isEqualTo("No photo of this visit was kept.");

            stipple.itIs("2027-02-20T09:00:00Z");
            stipple.the(Intakes.class).confirm(person, 2);
            UUID third = session(person, plan);
            UUID after = Someone.photo(stipple, person, Visit.MONTH_3);
            outcomes.measure(UUID.randomUUID(), person, before, Optional.of(after));

            assertThat(report(person, first).readings())
                    .as("the first visit, with its photo alone")
                    .singleElement()
                    .satisfies(readings -> assertThat(readings.made()).contains("20 Nov", "one photo alone"));
            assertThat(report(person, second).readings()).isEmpty();
            assertThat(report(person, third).readings())
                    .as("the third visit, against the first")
                    .singleElement()
                    .satisfies(readings -> assertThat(readings.made()).contains("20 Feb", "against a photo before"));
        });
    }
}
