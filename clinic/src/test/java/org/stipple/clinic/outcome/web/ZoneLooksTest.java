package org.stipple.clinic.outcome.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stipple.clinic.outcome.MeasuredPair;
import org.stipple.clinic.outcome.StoredReading;
import org.stipple.clinic.outcome.web.AboutCourse.About;
import org.stipple.clinic.web.look.MapView;
import org.stipple.clinic.web.look.ZoneShape;
import org.stipple.imaging.Metric;
import org.stipple.protocol.outline.ZoneOutlines;
import org.stipple.quantities.Indication;

/// The change of each zone: its interval, its verdict in words, and its place on the map.
class ZoneLooksTest {

    private static final About WRINKLES =
            new About("wrinkles", Set.of(Metric.WRINKLE_DENSITY), Set.of(Indication.WRINKLES));

    private static StoredReading reading(String zone, String before, String after, String limit, String verdict) {
        return new StoredReading(
                zone,
                "wrinkle-density",
                "mm-per-cm2",
                Optional.of(new BigDecimal(before)),
                Optional.of(new BigDecimal(after)),
                Optional.of(new BigDecimal(limit)),
                Optional.of(verdict),
                Optional.empty());
    }

    private static final MeasuredPair FACE = new MeasuredPair(
            UUID.randomUUID(),
            UUID.randomUUID(),
            Optional.of(UUID.randomUUID()),
            List.of(
                    reading("cheek-left", "10", "6.8", "1.1", "improved"),
                    reading("cheek-right", "10", "10.5", "1.1", "no-detectable-change"),
                    reading("forehead", "10", "13", "1.1", "worse"),
                    new StoredReading(
                            "chin",
                            "wrinkle-density",
                            "mm-per-cm2",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of("not-measurable"),
                            Optional.of("a beard covers it"))),
            List.of(),
            Optional.empty(),
            List.of(),
            Instant.EPOCH,
            "Dr. Noor");

    @Test
    void eachChangeHasItsIntervalAndAVerdictInWords() {
        var zones = ZoneLooks.of(FACE, WRINKLES);
        assertThat(zones)
                .extracting(ResultViews.ZoneChanges::zone)
                .containsExactly("Left cheek", "Right cheek", "Forehead", "Chin");
        var left = zones.getFirst().rows().getFirst();
        assertThat(left.change()).isEqualTo("−3.2");
        assertThat(left.interval()).isEqualTo("−4.3 to −2.1");
        assertThat(left.limit()).isEqualTo("1.1");
        assertThat(left.verdict()).isEqualTo("improved");
        assertThat(left.times()).isCloseTo(-3.2 / 1.1, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(zones.get(1).rows().getFirst().verdict()).isEqualTo("no change that can be told");
        assertThat(zones.get(3).rows()).isEmpty();
        assertThat(zones.get(3).refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.why()).isEqualTo("a beard covers it"));
    }

    @Test
    void theMapSaysWithAWordWhatItSaysWithAColour() {
        MapView map = ZoneLooks.maps(FACE, WRINKLES, ZoneOutlines.standard()).getFirst();
        assertThat(map.zones())
                .filteredOn(zone -> zone.id().equals("cheek-left"))
                .singleElement()
                .satisfies(zone -> {
                    assertThat(zone.state()).isEqualTo(ZoneShape.State.IMPROVED);
                    assertThat(zone.value()).isEqualTo("better");
                });
        assertThat(map.zones())
                .filteredOn(zone -> zone.id().equals("chin"))
                .singleElement()
                .satisfies(zone -> {
                    assertThat(zone.value()).isEqualTo("?");
                    assertThat(zone.spoken()).contains("not measurable: a beard covers it");
                });
        assertThat(map.zones())
                .filteredOn(zone -> zone.id().equals("nose"))
                .singleElement()
                .satisfies(zone -> assertThat(zone.state()).isEqualTo(ZoneShape.State.OFF));
    }

    @Test
    void whatWasNotMeasurableIsToldOnceForEachReason() {
        assertThat(ZoneLooks.notMeasured(FACE)).containsExactly("Wrinkle density (chin): a beard covers it");
    }
}
