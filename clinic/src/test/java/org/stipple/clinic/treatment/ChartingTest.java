package org.stipple.clinic.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
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
import org.stipple.protocol.ZonePlan;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// A true entry is never refused, and the graver it departs from the plan the more is said of it.
class ChartingTest {

    @TempDir
    Path directory;

    private ClinicUnderTest stipple;
    private Actor noor;
    private final PatientId person = new PatientId(UUID.randomUUID());
    private UUID session = UUID.randomUUID();
    private Plan plan;

    @BeforeEach
    void start() {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-charting");
        plan = begun();
    }

    @AfterEach
    void stop() {
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
                assertThat(charted.deviation()).contains(endpoint.words());
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
                        .contains("reaches 2.5 mm at most"));
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
                            meanwhile -> assertThat(meanwhile.charted().entry()).isEqualTo(1));
            assertThatThrownBy(() -> sessions.chart(person, session, ZoneId.CHEEK_LEFT, planned, 1))
                    .hasMessageContaining("amends");
            assertThat(sessions.find(person, session).entries()).hasSize(1);
        });
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
