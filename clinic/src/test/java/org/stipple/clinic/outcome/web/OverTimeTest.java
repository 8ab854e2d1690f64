package org.stipple.clinic.outcome.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stipple.clinic.outcome.MeasuredPair;
import org.stipple.clinic.outcome.StoredReading;
import org.stipple.clinic.web.look.Plot;
import org.stipple.clinic.web.look.Plot.PlotPoint;
import org.stipple.clinic.web.look.ReadingView;

/// What readings say, and do not say, on their page.
class OverTimeTest {

    private static final UUID BEFORE = new UUID(0, 1);
    private static final UUID MONTH_1 = new UUID(0, 2);
    private static final UUID MONTH_3 = new UUID(0, 3);
    private static final Map<UUID, LocalDate> TAKEN = Map.of(
            BEFORE, LocalDate.of(2026, 8, 20),
            MONTH_1, LocalDate.of(2026, 9, 19),
            MONTH_3, LocalDate.of(2026, 11, 18));

    private static LocalDate taken(UUID photo) {
        return Objects.requireNonNull(TAKEN.get(photo));
    }

    private static MeasuredPair pair(int minute, UUID followup, String before, String after, String verdict) {
        return new MeasuredPair(
                new UUID(1, minute),
                BEFORE,
                Optional.of(followup),
                List.of(new StoredReading(
                        "patch",
                        "erythema-index",
                        "1",
                        Optional.of(new BigDecimal(before)),
                        Optional.of(new BigDecimal(after)),
                        Optional.of(new BigDecimal("0.012")),
                        Optional.of(verdict),
                        Optional.empty())),
                List.of(),
                Optional.empty(),
                List.of(),
                Instant.parse("2026-11-20T09:00:00Z").plusSeconds(60L * minute),
                "Dr. Hillside");
    }

    @Test
    void onePhotoAloneIsABaselineAndNoChange() {
        var alone = new MeasuredPair(
                new UUID(1, 0),
                BEFORE,
                Optional.empty(),
                List.of(new StoredReading(
                        "patch",
                        "erythema-index",
                        "1",
                        Optional.of(new BigDecimal("0.314")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())),
                List.of(),
                Optional.empty(),
                List.of(),
                Instant.parse("2026-11-20T09:00:00Z"),
                "Dr. Hillside");
        assertThat(ReadingLooks.of(alone)).singleElement().satisfies(reading -> {
            assertThat(reading.outcome()).isEqualTo(ReadingView.Outcome.BASELINE);
            assertThat(reading.outcome().words()).isEqualTo("Baseline, nothing to compare with yet");
        });
        assertThat(OverTime.since(BEFORE, List.of(alone), OverTimeTest::taken)).isEmpty();
    }

    @Test
    void changesStandInTheOrderOfTheirPhotosEachWithItsLimitOfDetection() {
        List<Plot> plots = OverTime.since(
                BEFORE,
                List.of(
                        pair(2, MONTH_3, "0.314", "0.255", "improved"),
                        pair(1, MONTH_1, "0.312", "0.307", "no-detectable-change")),
                OverTimeTest::taken);
        assertThat(plots).singleElement().satisfies(plot -> {
            assertThat(plot.title()).isEqualTo("Erythema index: change since the baseline");
            assertThat(plot.points()).extracting(PlotPoint::day).containsExactly(0.0, 30.0, 90.0);
            assertThat(plot.points())
                    .extracting(PlotPoint::words)
                    .containsExactly("20 Aug 2026", "19 Sep 2026", "18 Nov 2026");
            assertThat(plot.points().get(1).value()).isCloseTo(-0.005, within(1e-12));
            assertThat(plot.points().getLast().shown()).isEqualTo("−0.059 ± 0.012");
            assertThat(plot.bandLow()).isEqualTo(-0.012);
            assertThat(plot.bandHigh()).isEqualTo(0.012);
            assertThat(plot.words()).contains("18 Nov 2026: −0.059 ± 0.012");
            assertThat(plot.levels()).extracting(Plot.Level::words).containsExactly("0", "−0.059");
        });
    }

    @Test
    void theAxisHasThreeDigitsThatCountAsThePointsDo() {
        List<Plot> plots = OverTime.since(
                BEFORE,
                List.of(
                        pair(1, MONTH_1, "0.31200", "0.30734", "no-detectable-change"),
                        pair(2, MONTH_3, "0.31200", "0.25360", "improved")),
                OverTimeTest::taken);
        assertThat(plots.getFirst().levels()).extracting(Plot.Level::words).containsExactly("0", "−0.0584");
        List<Plot> small = OverTime.since(
                BEFORE, List.of(pair(1, MONTH_1, "0.31200", "0.30734", "no-detectable-change")), OverTimeTest::taken);
        assertThat(small.getFirst().levels()).extracting(Plot.Level::words).contains("−0.00466");
    }

    @Test
    void ofTwoMeasurementsOfThePhotosTheLaterCountsAndOtherBaselinesDoNot() {
        var other = new MeasuredPair(
                new UUID(1, 9),
                MONTH_1,
                Optional.of(MONTH_3),
                pair(9, MONTH_3, "1", "2", "worse").readings(),
                List.of(),
                Optional.empty(),
                List.of(),
                Instant.parse("2026-11-20T10:00:00Z"),
                "Dr. Hillside");
        List<Plot> plots = OverTime.since(
                BEFORE,
                List.of(
                        pair(5, MONTH_3, "0.3", "0.2", "improved"),
                        pair(1, MONTH_3, "0.3", "0.29", "no-detectable-change"),
                        other),
                OverTimeTest::taken);
        assertThat(plots)
                .singleElement()
                .satisfies(plot -> assertThat(plot.points())
                        .hasSize(2)
                        .last()
                        .satisfies(point -> assertThat(point.value()).isCloseTo(-0.1, within(1e-12))));
    }
}
