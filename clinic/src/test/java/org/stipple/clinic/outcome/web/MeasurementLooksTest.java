package org.stipple.clinic.outcome.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stipple.clinic.outcome.Conditions;
import org.stipple.clinic.outcome.Conditions.JudgedGate;
import org.stipple.clinic.outcome.MeasuredPair;
import org.stipple.clinic.outcome.StoredPicture;
import org.stipple.clinic.outcome.StoredReading;
import org.stipple.clinic.outcome.web.AboutCourse.About;
import org.stipple.clinic.outcome.web.OutcomeViews.InShort;
import org.stipple.clinic.web.look.ReadingView.Outcome;
import org.stipple.imaging.Metric;
import org.stipple.quantities.Indication;

/// In which order readings are shown, and what is said of them in one look.
class MeasurementLooksTest {

    private static final About REDNESS = new About("acne", Set.of(Metric.ERYTHEMA_INDEX), Set.of());

    private static StoredReading read(String zone, String metric, String before, String after, String verdict) {
        return new StoredReading(
                zone,
                metric,
                "1",
                Optional.of(new BigDecimal(before)),
                Optional.of(new BigDecimal(after)),
                Optional.of(new BigDecimal("0.1")),
                Optional.of(verdict),
                verdict.equals("not-measurable") ? Optional.of("neither direction is better") : Optional.empty());
    }

    private static StoredReading refused(String metric, String why) {
        return new StoredReading(
                "patch",
                metric,
                "1",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("not-measurable"),
                Optional.of(why));
    }

    private static MeasuredPair pair(StoredReading... readings) {
        return new MeasuredPair(
                new UUID(1, 1),
                new UUID(0, 1),
                Optional.of(new UUID(0, 2)),
                List.of(readings),
                List.of(),
                Optional.empty(),
                List.of(new StoredPicture(
                        "redness",
                        "erythema-index",
                        "0".repeat(64),
                        "image/png",
                        4,
                        3,
                        List.of(new StoredPicture.Shade("less red", "#56B4E9", new BigDecimal("61.5"))))),
                Instant.parse("2026-11-20T09:00:00Z"),
                "Dr. Hillside");
    }

    @Test
    void whatTheCourseIsAboutStandsFirstAndWhatCouldNotBeReadBehindItByReason() {
        var zones = MeasurementLooks.zones(
                pair(
                        read("patch", "roughness", "1", "1.05", "no-detectable-change"),
                        refused("ita", "no colour card"),
                        read("patch", "erythema-index", "1", "0.5", "improved"),
                        refused("melanin-index", "no colour card")),
                REDNESS);
        assertThat(zones).singleElement().satisfies(zone -> {
            assertThat(zone.first())
                    .singleElement()
                    .satisfies(reading -> assertThat(reading.metric()).isEqualTo("Erythema index"));
            assertThat(zone.rows())
                    .extracting(row -> row.reading().metric())
                    .containsExactly("Erythema index", "Roughness");
            assertThat(zone.rows()).allSatisfy(row -> assertThat(row.bar()).startsWith("<svg"));
            assertThat(zone.refused()).singleElement().satisfies(one -> {
                assertThat(one.metrics()).isEqualTo("Typology angle (ITA), melanin index");
                assertThat(one.why()).isEqualTo("no colour card");
            });
        });
    }

    @Test
    void whatChangedAndHasNoBetterDirectionIsAReadingAndNotARefusal() {
        var pair = pair(read("patch", "melanin-index", "1", "2", "not-measurable"));
        assertThat(MeasurementLooks.zones(pair, REDNESS).getFirst().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.reading().outcome()).isEqualTo(Outcome.NEITHER));
        assertThat(MeasurementLooks.inShort(pair))
                .contains(new InShort(Outcome.NEITHER, "Changed, neither direction is better", "melanin index"));
    }

    @Test
    void theVerdictsAreNamedInShortWithTheirZoneWhereThereAreSeveral() {
        assertThat(MeasurementLooks.inShort(pair(
                        read("cheek-left", "erythema-index", "1", "0.5", "improved"),
                        read("cheek-right", "erythema-index", "1", "1.01", "no-detectable-change"))))
                .containsExactly(
                        new InShort(Outcome.IMPROVED, "Improved", "erythema index (left cheek)"),
                        new InShort(Outcome.WORSE, "Worse", "none"),
                        new InShort(Outcome.SAME, "No detectable change", "erythema index (right cheek)"),
                        new InShort(Outcome.NOT_MEASURABLE, "Not measurable", "none"));
    }

    @Test
    void howManyReadingsWereNotMeasurableStandsBesideTheOthers() {
        assertThat(MeasurementLooks.inShort(pair(
                        read("patch", "erythema-index", "1", "0.5", "improved"),
                        refused("ita", "no colour card"),
                        refused("roughness", "blurred skin"))))
                .last()
                .isEqualTo(new InShort(
                        Outcome.NOT_MEASURABLE, "Not measurable", "2 of 3 readings; the reasons stand with each zone"));
    }

    @Test
    void eachKindOfGateIsExplainedInPlainWords() {
        var gates = List.of(
                new JudgedGate(
                        "direction of the light against the baseline",
                        "followup",
                        "patch",
                        "0.1 of 1",
                        "at most 0.3 of 1",
                        true),
                new JudgedGate("a gate of another version", "followup", "patch", "1", "at most 2", true));
        var pair = pair(read("patch", "erythema-index", "1", "0.5", "improved"));
        var judged = new MeasuredPair(
                pair.id(),
                pair.baseline(),
                pair.followup(),
                pair.readings(),
                pair.gates(),
                Optional.of(new Conditions("no scale", "no colour card", Optional.empty(), gates)),
                pair.pictures(),
                pair.at(),
                pair.by());
        assertThat(MeasurementLooks.how(judged).orElseThrow().meanings())
                .singleElement()
                .satisfies(meaning -> assertThat(meaning.words()).contains("light and shadow"));
    }

    @Test
    void aMapSaysInWordsWhatItsColoursSayAndWhatTheReadingSays() {
        var pair = pair(
                read("cheek-left", "erythema-index", "1", "0.5", "improved"),
                read("cheek-right", "erythema-index", "1", "1.01", "no-detectable-change"));
        assertThat(MeasurementLooks.maps(pair, REDNESS, "/m/")).singleElement().satisfies(map -> {
            assertThat(map.words()).isEqualTo("Redness: less red 62 %");
            assertThat(map.over()).isEqualTo("/m/redness");
            assertThat(map.under()).isEqualTo("/m/before");
            assertThat(map.verdict())
                    .isEqualTo("Erythema index: improved in 1 of 2 zones, no detectable change in 1 of 2 zones");
        });
        assertThat(MeasurementLooks.without(pair)).isEqualTo("wrinkles, pores, spots, stretch marks, shine");
    }

    @Test
    void everyMetricStandsFirstForSomeIndication() {
        var all = EnumSet.noneOf(Metric.class);
        for (Indication indication : Indication.values()) {
            all.addAll(AboutCourse.metrics(indication));
        }
        assertThat(all).containsExactlyInAnyOrder(Metric.values());
    }
}
