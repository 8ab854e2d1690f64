package org.stipple.clinic.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
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
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.treatment.Charted.Done;
import org.stipple.clinic.treatment.NotCharted.Place;
import org.stipple.protocol.Operator;
import org.stipple.protocol.ZonePlan;
import org.stipple.quantities.Depth;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.ZoneId;

/// A true entry is never refused, and the graver it departs from the plan the more is said of it.
class ChartingTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static int clinics;

    private Actor noor;
    private final PatientId person = new PatientId(UUID.randomUUID());
    private UUID session = UUID.randomUUID();
    private Plan plan;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
    }

    /// Each test has a clinic of its own, so that none finds what another charted.
    @BeforeEach
    void aClinicBegins() {
        stipple.itIs("2026-11-20T09:00:00Z");
        noor = stipple.clinic("Hillside", "noor-charting-" + ++clinics);
        plan = begun();
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private Plan begun() {
        try {
            return Acting.as(noor, () -> {
                stipple.the(Patients.class).register(person, Someone.bornIn(1992));
                stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks());
                stipple.the(Screenings.class).screen(person);
                var courses = stipple.the(Courses.class);
                Plan draft = courses.draft(UUID.randomUUID(), person).plan();
                courses.sign(person, draft.id(), draft.sha256(), Someone.reasonsFor(draft), ClinicUnderTest.PASSWORD);
                Someone.agrees(stipple, person, Purpose.TREATMENT, draft);
                UUID unit = stipple.the(Stock.class)
                        .receive("skinpen-precision", UnitCode.parse("(17)281130(10)LOT4(21)1"), 1)
                        .getFirst()
                        .id();
                session = Someone.started(
                                stipple.the(Sessions.class).start(UUID.randomUUID(), person, draft.id(), List.of(unit)))
                        .id();
                return draft;
            });
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private ZonePlan.Planned leftCheek() {
        return plan.course().planned().stream()
                .filter(zone -> zone.id() == ZoneId.CHEEK_LEFT)
                .findFirst()
                .orElseThrow();
    }

    private Done at(String mm, Endpoint endpoint, Optional<Why> why, String reason) {
        var zone = leftCheek();
        return new Done(
                Depth.ofMillimetres(mm),
                zone.passes(),
                zone.directions(),
                zone.glide(),
                endpoint,
                Optional.empty(),
                why,
                Optional.of(reason).filter(words -> !words.isEmpty()));
    }

    private Charted charted(Done done) {
        return stipple.the(Sessions.class).chart(person, session, ZoneId.CHEEK_LEFT, done);
    }

    private NotCharted refused(Done done) {
        return catchThrowableOfType(NotCharted.class, () -> charted(done));
    }

    @Test
    void aDepthOverTheLimitsNamesThemAndAsksForAChoiceAndASentence() {
        Acting.doing(noor, () -> {
            var refused = refused(at("2.25", Endpoint.PINPOINT_BLEEDING, Optional.empty(), "x"));
            assertThat(refused.wrong()).containsOnlyKeys(Place.WHY, Place.REASON);
            assertThat(refused.wrong().get(Place.REASON))
                    .contains("2.25 mm instead of 1.5 mm, over")
                    .contains("the cap of the zone (1.5 mm)")
                    .contains("“x” does not");
            assertThat(stipple.the(Sessions.class).find(person, session).entries())
                    .isEmpty();

            var charted = charted(at(
                    "2.25",
                    Endpoint.PINPOINT_BLEEDING,
                    Optional.of(Why.SETTING),
                    "The dial had slipped; cooled, and looked at after an hour."));
            assertThat(charted.gravity()).contains(Gravity.OVER_LIMIT);
            assertThat(stipple.the(Sessions.class).find(person, session).entries())
                    .containsExactly(charted);
        });
    }

    @Test
    void whatIsOverALimitIsReviewedFirst() {
        Acting.doing(noor, () -> {
            charted(at("1.25", Endpoint.ERYTHEMA, Optional.empty(), "thin skin there"));
            stipple.itIs("2026-11-20T09:10:00Z");
            charted(at("1.5", Endpoint.BLEEDING, Optional.of(Why.SKIN), "Bled more, pressed for five minutes."));
            stipple.itIs("2026-11-20T09:20:00Z");
            charted(at("2.25", Endpoint.ERYTHEMA, Optional.of(Why.ENTRY), "It was 2.25 mm in truth, not 1.5 mm."));
            assertThat(stipple.the(Reviews.class).open())
                    .extracting(review -> review.charted().gravity().orElseThrow())
                    .containsExactly(Gravity.OVER_LIMIT, Gravity.REACTION, Gravity.DEPARTURE);
        });
    }

    @Test
    void moreThanPinpointBleedingAndStoppingEarlyAreNotedAndReviewed() {
        Acting.doing(noor, () -> {
            for (Endpoint endpoint : List.of(Endpoint.BLEEDING, Endpoint.STOPPED_EARLY)) {
                assertThat(refused(at("1.5", endpoint, Optional.empty(), "")).wrong())
                        .containsOnlyKeys(Place.WHY, Place.REASON);
                var charted = charted(
                        at("1.5", endpoint, Optional.of(Why.COMFORT), "Felt faint, lay down, and was well again."));
                assertThat(charted.gravity()).contains(Gravity.REACTION);
                assertThat(charted.deviation().orElseThrow()).startsWith(endpoint.words());
            }
            assertThat(stipple.the(Reviews.class).waiting()).isEqualTo(2);
        });
    }

    @Test
    void aReasonThatSaysNothingIsNoReason() {
        Acting.doing(noor, () -> {
            for (String nothing : List.of("x", "abc", "ok ok", "aaaa aaaa aaaa", "...... ......")) {
                assertThat(refused(at("1.25", Endpoint.ERYTHEMA, Optional.empty(), nothing))
                                .wrong())
                        .as(nothing)
                        .containsOnlyKeys(Place.REASON);
            }
            assertThat(charted(at("1.25", Endpoint.ERYTHEMA, Optional.empty(), "thin skin"))
                            .gravity())
                    .contains(Gravity.DEPARTURE);
        });
    }

    @Test
    void whatTheDeviceCannotReachIsNotWrittenDown() {
        Acting.doing(
                noor,
                () -> assertThat(refused(at(
                                        "3",
                                        Endpoint.ERYTHEMA,
                                        Optional.of(Why.OTHER),
                                        "It said three millimetres on it."))
                                .wrong()
                                .get(Place.DEPTH))
                        .isEqualTo("was 3 mm, and this device reaches 2.5 mm at most: look at the number, and at the "
                                + "device"));
    }

    @Test
    void aZoneThatWasChartedInAnotherTabIsNotChartedOver() {
        Acting.doing(noor, () -> {
            var sessions = stipple.the(Sessions.class);
            Done planned = Someone.asPlanned(leftCheek());
            sessions.chart(person, session, ZoneId.CHEEK_LEFT, planned, 0);
            assertThatThrownBy(() -> sessions.chart(person, session, ZoneId.CHEEK_LEFT, planned, 0))
                    .isInstanceOfSatisfying(
                            ChartedMeanwhile.class,
                            meanwhile -> assertThat(
                                            meanwhile.charted().getFirst().entry())
                                    .isEqualTo(1));
            assertThatThrownBy(() -> sessions.chart(person, session, ZoneId.CHEEK_LEFT, planned, 1))
                    .hasMessageContaining("amends");
            assertThat(sessions.find(person, session).entries()).hasSize(1);
        });
    }

    private Done with(int passes, Optional<GlideSpeed> glide, Optional<Why> why, String reason) {
        var zone = leftCheek();
        return new Done(
                zone.depth().chosen(),
                passes,
                zone.directions(),
                glide,
                Endpoint.PINPOINT_BLEEDING,
                Optional.empty(),
                why,
                Optional.of(reason).filter(words -> !words.isEmpty()));
    }

    private static Optional<GlideSpeed> times(ZonePlan.Planned zone, double factor) {
        return zone.glide().map(speed -> GlideSpeed.ofMillimetresPerSecond(factor * speed.millimetresPerSecond()));
    }

    @Test
    void moreThanTwiceThePlannedDoseIsAsGraveAsADepthOverItsLimit() {
        Acting.doing(noor, () -> {
            var zone = leftCheek();
            String sentence = "Lost count of the passes; cooled, and looked at after an hour.";
            for (Done tooMuch : List.of(
                    with(100, zone.glide(), Optional.empty(), "lost count"),
                    with(2 * zone.passes() + 1, zone.glide(), Optional.empty(), "lost count"),
                    with(zone.passes(), times(zone, 0.45), Optional.empty(), "went slowly"),
                    with(2 * zone.passes(), times(zone, 0.9), Optional.empty(), "went slowly"))) {
                assertThat(refused(tooMuch).wrong()).as("%s", tooMuch).containsOnlyKeys(Place.WHY, Place.REASON);
            }
            var charted = charted(with(100, zone.glide(), Optional.of(Why.DECIDED), sentence));
            assertThat(charted.gravity()).contains(Gravity.OVER_LIMIT);
            assertThat(charted.deviation().orElseThrow()).contains("100 passes instead of", "times the planned dose");
        });
    }

    @Test
    void onePassMoreIsADepartureAndNoMore() {
        Acting.doing(noor, () -> {
            var zone = leftCheek();
            assertThat(charted(with(zone.passes() + 1, zone.glide(), Optional.empty(), "one spot again"))
                            .gravity())
                    .contains(Gravity.DEPARTURE);
        });
    }

    @Test
    void aZoneOutsideTheCourseIsOutsideWhatWasAgreedToAndAsGraveAsCanBe() {
        Acting.doing(noor, () -> {
            var sessions = stipple.the(Sessions.class);
            Done planned = Someone.asPlanned(leftCheek());
            assertThat(catchThrowableOfType(
                                    NotCharted.class, () -> sessions.chart(person, session, ZoneId.FOREHEAD, planned))
                            .wrong())
                    .containsOnlyKeys(Place.WHY, Place.REASON);
            var charted = sessions.chart(
                    person,
                    session,
                    ZoneId.FOREHEAD,
                    at("0.5", Endpoint.ERYTHEMA, Optional.of(Why.OTHER), "The person asked for it in the room."));
            assertThat(charted.gravity()).contains(Gravity.values()[0]);
            assertThat(charted.deviation().orElseThrow()).contains("outside the plan and the consent");
        });
    }

    @Test
    void aDepthOfNothingIsRefusedAndSaysHowAZoneIsLeftOut() {
        Acting.doing(noor, () -> {
            for (String mm : List.of("0", "0.04")) {
                assertThat(refused(at(mm, Endpoint.PINPOINT_BLEEDING, Optional.empty(), "left it out today"))
                                .wrong()
                                .get(Place.DEPTH))
                        .contains("was " + Depth.ofMillimetres(mm) + ", expected 0.05 mm to 2.5 mm")
                        .contains("choose “Not treated” below");
            }
            assertThat(stipple.the(Sessions.class).find(person, session).entries())
                    .isEmpty();
        });
    }

    @Test
    void aDepartureThatIsAmendedAwayIsStillReviewedAndSoIsTheAmendment() {
        Acting.doing(noor, () -> {
            var zone = leftCheek();
            charted(with(
                    100, zone.glide(), Optional.of(Why.DECIDED), "Lost count; cooled, and looked at after an hour."));
            Done back = with(zone.passes(), zone.glide(), Optional.empty(), "typing mistake");
            assertThat(refused(back).wrong()).containsOnlyKeys(Place.WHY, Place.REASON);
            Charted amended = charted(with(
                    zone.passes(),
                    zone.glide(),
                    Optional.of(Why.ENTRY),
                    "It was three passes, and I typed a hundred."));
            assertThat(amended.gravity()).contains(Gravity.OVER_LIMIT);
            assertThat(amended.deviation().orElseThrow())
                    .contains("amends what was first charted: 100 passes instead of");
            var waiting = stipple.the(Reviews.class).open();
            assertThat(waiting).extracting(review -> review.charted().entry()).containsExactly(1, 2);
            assertThat(waiting.getFirst().amendment()).contains(amended);
            assertThat(waiting.getLast().amendment()).isEmpty();
        });
    }

    @Test
    void theTimeOnTheSkinIsKeptWithTheEntryAndAnAmendmentSaysItAnew() {
        Acting.doing(noor, () -> {
            var first = charted(Someone.asPlanned(leftCheek()).withOnSkin(Duration.ofSeconds(125)));
            assertThat(first.deviation()).isEmpty();
            assertThat(first.done().settings()).endsWith(", 2:05 on the skin");
            var amended = charted(at("1.5", Endpoint.PINPOINT_BLEEDING, Optional.empty(), "the watch had stopped")
                    .withOnSkin(Duration.ofSeconds(300)));
            var found = stipple.the(Sessions.class).find(person, session);
            assertThat(found.entries()).containsExactly(first, amended);
            assertThat(found.standing().getFirst().done().onSkin()).contains(Duration.ofMinutes(5));
            assertThat(amended.asAmendment(noor.zone()))
                    .contains("5:00 on the skin", "because “the watch had stopped”");
        });
    }

    @Test
    void aTimeThatIsNoneOrOfAForgottenTimerCannotBeCharted() {
        var planned = Someone.asPlanned(leftCheek());
        for (Duration none : List.of(Duration.ZERO, Duration.ofSeconds(-1), Done.LONGEST.plusSeconds(1))) {
            assertThatThrownBy(() -> planned.withOnSkin(none)).hasMessageContaining("time on the skin was " + none);
        }
        assertThat(planned.withOnSkin(Done.LONGEST).onSkin()).contains(Done.LONGEST);
    }

    private LeftOut leftOut(ZoneId zone, Optional<Why> why, String reason, int onTopOf) {
        return stipple.the(Sessions.class).leaveOut(person, session, zone, why, reason, onTopOf);
    }

    @Test
    void aZoneThatWasNotTreatedIsSaidSoWithItsReasonAndIsNoLongerAskedFor() {
        Acting.doing(noor, () -> {
            var sessions = stipple.the(Sessions.class);
            assertThat(catchThrowableOfType(
                                    NotCharted.class, () -> leftOut(ZoneId.CHEEK_LEFT, Optional.empty(), "x", 0))
                            .wrong())
                    .containsOnlyKeys(Place.REASON);
            var said = leftOut(ZoneId.CHEEK_LEFT, Optional.empty(), "a cold sore, seen today", 0);
            var found = sessions.find(person, session);
            assertThat(found.leftOut(ZoneId.CHEEK_LEFT)).contains(said);
            assertThat(found.standing()).isEmpty();
            assertThat(stipple.the(Reviews.class).waiting()).isZero();
            assertThat(catchThrowableOfType(
                                    NotCharted.class,
                                    () -> leftOut(ZoneId.CHEEK_LEFT, Optional.empty(), "said it once more", 0))
                            .wrong())
                    .containsOnlyKeys(Place.REASON);
            for (var zone : plan.course().planned()) {
                if (zone.id() != ZoneId.CHEEK_LEFT) {
                    sessions.chart(person, session, zone.id(), Someone.asPlanned(zone));
                }
            }
            assertThat(sessions.close(person, session, "", ClinicUnderTest.PASSWORD))
                    .as("nothing is left to tell of")
                    .isEmpty();
        });
    }

    @Test
    void whatIsChartedAfterItWasLeftOutCountsAndSaysWhy() {
        Acting.doing(noor, () -> {
            leftOut(ZoneId.CHEEK_LEFT, Optional.empty(), "a cold sore, seen today", 0);
            assertThat(refused(Someone.asPlanned(leftCheek())).wrong()).containsOnlyKeys(Place.REASON);
            var charted = charted(at("1.5", Endpoint.PINPOINT_BLEEDING, Optional.empty(), "it was the right cheek"));
            var found = stipple.the(Sessions.class).find(person, session);
            assertThat(found.leftOut(ZoneId.CHEEK_LEFT)).isEmpty();
            assertThat(found.standing()).containsExactly(charted);
            assertThat(found.told(ZoneId.CHEEK_LEFT)).hasSize(2).last().isEqualTo(charted);
        });
    }

    @Test
    void aDepartureThatIsTakenBackAsNotTreatedIsStillReviewed() {
        Acting.doing(noor, () -> {
            String sentence = "Lost count; cooled, and looked at after an hour.";
            charted(with(100, leftCheek().glide(), Optional.of(Why.DECIDED), sentence));
            assertThat(catchThrowableOfType(
                                    NotCharted.class,
                                    () -> leftOut(ZoneId.CHEEK_LEFT, Optional.empty(), "wrong cheek", 1))
                            .wrong())
                    .containsOnlyKeys(Place.WHY, Place.REASON);
            assertThatThrownBy(() -> leftOut(ZoneId.CHEEK_LEFT, Optional.of(Why.ENTRY), sentence, 0))
                    .isInstanceOf(ChartedMeanwhile.class);
            var back = leftOut(ZoneId.CHEEK_LEFT, Optional.of(Why.ENTRY), "It was the right cheek, typed wrongly.", 1);
            assertThat(stipple.the(Sessions.class).find(person, session).standing())
                    .isEmpty();
            assertThat(stipple.the(Reviews.class).open())
                    .singleElement()
                    .extracting(Review::amendment)
                    .isEqualTo(Optional.of(back));
        });
    }

    @Test
    void whatTheCourseDoesNotNameCannotBeLeftOut() {
        Acting.doing(
                noor,
                () -> assertThat(catchThrowableOfType(
                                        NotCharted.class,
                                        () -> leftOut(ZoneId.FOREHEAD, Optional.empty(), "it was not planned", 0))
                                .wrong())
                        .containsOnlyKeys(Place.REASON));
    }

    private void withdraw() {
        var consents = stipple.the(Consents.class);
        consents.of(person).stream()
                .filter(consent -> consent.purpose() == Purpose.TREATMENT && consent.holds())
                .forEach(consent -> consents.withdraw(person, consent.id()));
    }

    @Test
    void whatIsChartedAfterConsentWasWithdrawnIsWrittenDownAndReviewedFirst() {
        Acting.doing(noor, () -> {
            var sessions = stipple.the(Sessions.class);
            stipple.itIs("2026-11-20T09:30:00Z");
            withdraw();
            stipple.itIs("2026-11-20T09:40:00Z");
            assertThat(refused(Someone.asPlanned(leftCheek())).wrong()).containsOnlyKeys(Place.WHY, Place.REASON);
            var charted = charted(at(
                    "1.5",
                    Endpoint.PINPOINT_BLEEDING,
                    Optional.of(Why.OTHER),
                    "It was needled just before the person said stop."));
            assertThat(charted.gravity()).contains(Gravity.OVER_LIMIT);
            assertThat(charted.deviation().orElseThrow()).contains("after consent was withdrawn at 20 Nov");
            assertThat(sessions.find(person, session).entries()).containsExactly(charted);
            assertThat(stipple.the(Reviews.class).waiting())
                    .as("the session that lost its consent, and the entry")
                    .isEqualTo(2);
        });
    }

    @Test
    void consentWithdrawnAfterTheSessionTakesNothingFromWhatWasDone() {
        Acting.doing(noor, () -> {
            var sessions = stipple.the(Sessions.class);
            stipple.itIs("2026-11-20T09:30:00Z");
            sessions.close(person, session, "Stopped, and charted later on.", ClinicUnderTest.PASSWORD);
            stipple.itIs("2026-11-22T09:30:00Z");
            withdraw();
            assertThat(charted(at("1.5", Endpoint.PINPOINT_BLEEDING, Optional.empty(), "charted too late"))
                            .deviation())
                    .isEmpty();
        });
    }

    @Test
    void consentGivenAgainInTheSessionCountsAgain() {
        Acting.doing(noor, () -> {
            stipple.itIs("2026-11-20T09:30:00Z");
            withdraw();
            stipple.itIs("2026-11-20T09:35:00Z");
            Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
            assertThat(charted(Someone.asPlanned(leftCheek())).deviation()).isEmpty();
        });
    }

    private Actor nurse() {
        var account = stipple.the(Accounts.class)
                .add(
                        UUID.randomUUID(),
                        "nina-charting",
                        "Nina",
                        ClinicUnderTest.PASSWORD,
                        EnumSet.of(Role.PRACTITIONER));
        return new Actor(
                account,
                noor.clinic(),
                "Nina",
                EnumSet.of(Role.PRACTITIONER),
                noor.clinicName(),
                noor.jurisdiction(),
                noor.zone(),
                Optional.of(Operator.NURSE));
    }

    @Test
    void whoeverTreatsAsAnotherThanPlannedIsNamedAndReviewedAndSaysWhyWhenClosing() {
        Acting.doing(noor, () -> {
            Actor nina = nurse();
            Acting.doing(nina, () -> {
                assertThat(refused(Someone.asPlanned(leftCheek())).wrong()).containsOnlyKeys(Place.REASON);
                var charted = charted(
                        at("1.5", Endpoint.PINPOINT_BLEEDING, Optional.empty(), "Dr. Hillside was called away"));
                assertThat(charted.by()).isEqualTo("Nina, as a nurse");
                assertThat(charted.deviation().orElseThrow())
                        .contains("charted by Nina, who treats as a nurse", "the course was planned for a physician");
                var sessions = stipple.the(Sessions.class);
                sessions.leaveOut(person, session, ZoneId.CHEEK_RIGHT, Optional.empty(), "a cold sore there", 0);
                assertThat(sessions.close(person, session, "", ClinicUnderTest.PASSWORD))
                        .singleElement()
                        .asString()
                        .contains("planned for a physician, and you do not treat as that");
                assertThat(sessions.close(person, session, "Dr. Hillside was called away.", ClinicUnderTest.PASSWORD))
                        .isEmpty();
            });
            var found = stipple.the(Sessions.class).find(person, session);
            assertThat(found.entries().getFirst().operator()).contains(Operator.NURSE);
            assertThat(found.close().orElseThrow().operator()).contains(Operator.NURSE);
            assertThat(stipple.the(Reviews.class).waiting()).isEqualTo(1);
        });
    }

    @Test
    void theLimitsOfOneZoneAreNamedApart() {
        for (var zone : plan.course().planned()) {
            assertThat(DepthLimit.of(zone)).extracting(DepthLimit::words).doesNotHaveDuplicates();
        }
        assertThat(DepthLimit.of(leftCheek()))
                .extracting(DepthLimit::words)
                .contains(
                        "what is usual for the indication without a signature",
                        "the deepest for the indication, with a signature too");
    }

    @Test
    void aSessionThatWasClosedInAnotherTabSaysSoOnceAndAsksNothing() {
        Acting.doing(noor, () -> {
            var sessions = stipple.the(Sessions.class);
            assertThat(sessions.close(person, session, "x", ClinicUnderTest.PASSWORD))
                    .singleElement()
                    .asString()
                    .contains("why it was left out");
            assertThat(sessions.close(person, session, "Stopped before it began.", ClinicUnderTest.PASSWORD))
                    .isEmpty();
            assertThat(sessions.close(person, session, "", "not the password"))
                    .singleElement()
                    .asString()
                    .contains("closed meanwhile by Dr. Hillside")
                    .contains("Nothing was lost");
        });
    }
}
