package org.stipple.clinic.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Deliveries;
import org.stipple.clinic.treatment.Charted.Done;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// Several zones are told at once, all of them or none, each as it was done pass by pass.
class ChartingByMapTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static int units;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-map");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private static Done asPlanned(Begun begun, ZoneId zone) {
        return Someone.asPlanned(begun.zone(zone));
    }

    private static Session chart(Begun begun, ZoneEntry... entries) {
        var sessions = stipple.the(Sessions.class);
        sessions.chart(begun.person(), begun.session().id(), List.of(entries));
        return sessions.find(begun.person(), begun.session().id());
    }

    private static void inTheClinic(Runnable work) {
        Acting.doing(noor, work);
    }

    @Test
    void bothCheeksAreChartedInOneGoOrNeither() {
        inTheClinic(() -> {
            var begun = Begun.of(stipple, "MAP" + ++units);
            var left = asPlanned(begun, ZoneId.CHEEK_LEFT);
            var tooDeep = new Done(
                    Depth.ofMillimetres("3"),
                    left.passes(),
                    left.directions(),
                    left.glide(),
                    left.endpoint(),
                    Optional.empty(),
                    Optional.empty());
            assertThatThrownBy(() -> chart(
                            begun,
                            new ZoneEntry.Treated(ZoneId.CHEEK_LEFT, left, 0),
                            new ZoneEntry.Treated(ZoneId.CHEEK_RIGHT, tooDeep, 0)))
                    .isInstanceOfSatisfying(
                            ZonesNotCharted.class,
                            wrong -> assertThat(wrong.wrong()).containsOnlyKeys(ZoneId.CHEEK_RIGHT))
                    .hasMessageContaining("this device reaches 2.5 mm at most");
            assertThat(stipple.the(Sessions.class)
                            .find(begun.person(), begun.session().id())
                            .entries())
                    .isEmpty();
            var session = chart(
                    begun,
                    new ZoneEntry.Treated(ZoneId.CHEEK_LEFT, left, 0),
                    new ZoneEntry.NotTreated(ZoneId.CHEEK_RIGHT, Optional.of(Why.LESION), "", 0));
            assertThat(session.standing())
                    .singleElement()
                    .satisfies(charted -> assertThat(charted.zone()).isEqualTo(ZoneId.CHEEK_LEFT));
            assertThat(session.leftOut(ZoneId.CHEEK_RIGHT))
                    .hasValueSatisfying(
                            one -> assertThat(one.reason()).isEqualTo("a sore, a spot or an infection there"));
        });
    }

    @Test
    void somethingElseIsNoReasonByItself() {
        inTheClinic(() -> {
            var begun = Begun.of(stipple, "MAP" + ++units);
            assertThatThrownBy(() ->
                            chart(begun, new ZoneEntry.NotTreated(ZoneId.CHEEK_LEFT, Optional.of(Why.OTHER), "", 0)))
                    .isInstanceOf(ZonesNotCharted.class)
                    .hasMessageContaining("say why it was not treated");
        });
    }

    @Test
    void eachPassHasItsDepthAndTheDeepestIsWhatLimitsAreAbout() {
        inTheClinic(() -> {
            var begun = Begun.of(stipple, "MAP" + ++units);
            var planned = begun.zone(ZoneId.CHEEK_LEFT);
            var chosen = planned.depth().chosen();
            var deeper = Depth.ofMicrometres(chosen.micrometres() + 250);
            var depths = new java.util.ArrayList<>(java.util.Collections.nCopies(planned.passes(), chosen));
            depths.set(0, deeper);
            var done = asPlanned(begun, ZoneId.CHEEK_LEFT)
                    .withOnSkin(Duration.ofMinutes(1))
                    .in(new Manner(
                            depths, Optional.of(Motion.GLIDED), Optional.of(Pattern.CROSSED), Optional.of("tender")));
            assertThatThrownBy(() -> chart(begun, new ZoneEntry.Treated(ZoneId.CHEEK_LEFT, done, 0)))
                    .isInstanceOf(ZonesNotCharted.class)
                    .hasMessageContaining("passes at " + deeper.millimetres().toPlainString());
            var told = new Done(
                            done.depth(),
                            done.passes(),
                            done.directions(),
                            done.glide(),
                            done.onSkin(),
                            done.endpoint(),
                            done.pain(),
                            Optional.of(Why.DECIDED),
                            Optional.of("The scar there was deeper than it looked, and the skin took it well."))
                    .in(done.manner());
            var session = chart(begun, new ZoneEntry.Treated(ZoneId.CHEEK_LEFT, told, 0));
            assertThat(session.last(ZoneId.CHEEK_LEFT)).hasValueSatisfying(charted -> {
                assertThat(charted.done()).isEqualTo(told);
                assertThat(charted.done().depth()).isEqualTo(deeper);
                assertThat(charted.deviation()).isPresent();
            });
            var deliveries = stipple.the(Deliveries.class);
            var whole = new java.util.concurrent.atomic.AtomicReference<Optional<String>>(Optional.empty());
            stipple.the(org.springframework.transaction.support.TransactionTemplate.class)
                    .executeWithoutResult(_ -> {
                        stipple.the(Patients.class).read(begun.person(), "test");
                        assertThat(deliveries
                                        .of(begun.plan(), begun.session().id())
                                        .orElseThrow()
                                        .lines())
                                .singleElement()
                                .satisfies(line -> assertThat(line.words()).contains("1 pass at " + deeper));
                        whole.set(deliveries.whole(begun.plan(), begun.session().id()));
                    });
            assertThat(whole.get())
                    .hasValueSatisfying(
                            words -> assertThat(words).contains("% of the punctures that the whole plan asks for"));
        });
    }

    @Test
    void aKindOfReasonIsEnoughForAMildDepartureAndNotForAGraveOne() {
        inTheClinic(() -> {
            var begun = Begun.of(stipple, "MAP" + ++units);
            var planned = asPlanned(begun, ZoneId.CHEEK_LEFT);
            var shallower = new Done(
                    Depth.ofMicrometres(planned.depth().micrometres() - 250),
                    planned.passes(),
                    planned.directions(),
                    planned.glide(),
                    planned.endpoint(),
                    Optional.of(2),
                    Optional.of(Why.COMFORT),
                    Optional.empty());
            var session = chart(begun, new ZoneEntry.Treated(ZoneId.CHEEK_LEFT, shallower, 0));
            assertThat(session.last(ZoneId.CHEEK_LEFT).orElseThrow().gravity()).contains(Gravity.DEPARTURE);
            var stopped = new Done(
                    planned.depth(),
                    planned.passes(),
                    planned.directions(),
                    planned.glide(),
                    Endpoint.STOPPED_EARLY,
                    Optional.of(9),
                    Optional.of(Why.COMFORT),
                    Optional.empty());
            assertThatThrownBy(() -> chart(begun, new ZoneEntry.Treated(ZoneId.CHEEK_RIGHT, stopped, 0)))
                    .isInstanceOf(ZonesNotCharted.class);
        });
    }

    @Test
    void whatWasChartedMeanwhileIsSaidOfEveryZone() {
        inTheClinic(() -> {
            var begun = Begun.of(stipple, "MAP" + ++units);
            chart(
                    begun,
                    new ZoneEntry.Treated(ZoneId.CHEEK_LEFT, asPlanned(begun, ZoneId.CHEEK_LEFT), 0),
                    new ZoneEntry.Treated(ZoneId.CHEEK_RIGHT, asPlanned(begun, ZoneId.CHEEK_RIGHT), 0));
            assertThatThrownBy(() -> chart(
                            begun,
                            new ZoneEntry.Treated(ZoneId.CHEEK_LEFT, asPlanned(begun, ZoneId.CHEEK_LEFT), 0),
                            new ZoneEntry.Treated(ZoneId.CHEEK_RIGHT, asPlanned(begun, ZoneId.CHEEK_RIGHT), 0)))
                    .isInstanceOfSatisfying(
                            ChartedMeanwhile.class,
                            meanwhile -> assertThat(meanwhile.charted())
                                    .extracting(Charted::zone)
                                    .containsExactly(ZoneId.CHEEK_LEFT, ZoneId.CHEEK_RIGHT));
        });
    }

    @Test
    void aStampedZoneHasNoGlidingSpeed() {
        assertThatThrownBy(() -> new Done(
                        Depth.ofMillimetres("1"),
                        2,
                        1,
                        Optional.of(org.stipple.quantities.GlideSpeed.ofMillimetresPerSecond(20)),
                        Optional.empty(),
                        Endpoint.ERYTHEMA,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new Manner(List.of(), Optional.of(Motion.STAMPED), Optional.empty(), Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
