package org.stipple.dose.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.Needle;
import org.stipple.dose.NeedleArray;
import org.stipple.dose.Outline;
import org.stipple.dose.PinLayout;
import org.stipple.dose.SkinLayers;
import org.stipple.dose.Technique;
import org.stipple.quantities.Depth;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.Length;
import org.stipple.quantities.PunctureDensity;
import org.stipple.quantities.StrokeFrequency;

class SessionSearchTest {

    private static final NeedleArray.Pen PEN = new NeedleArray.Pen(
            14,
            mm(8),
            StrokeFrequency.ofHertz(116.7),
            Needle.cylinder(mm(0.25), Depth.ofMillimetres("2.5")),
            new PinLayout.Sunflower());

    private static final SkinLayers SKIN = new SkinLayers(mm(0.2), mm(0.02), mm(1.1), mm(0.2), "for this test");

    private static Length mm(double millimetres) {
        return Length.ofMillimetres(millimetres);
    }

    private static SettingsQuestion zone(double widthMm, double heightMm, double density, String depth, String label) {
        var question = DoseQuestion.of(
                        PEN,
                        Technique.of(PEN, Depth.ofMillimetres("0.5"), 1, 1),
                        Outline.rectangle(mm(widthMm), mm(heightMm)))
                .withThickness(SKIN);
        var depths = List.of(Depth.ofMillimetres("0.5"), Depth.ofMillimetres("0.75"), Depth.ofMillimetres("1.0"));
        var glides = List.of(GlideSpeed.ofMillimetresPerSecond(20), GlideSpeed.ofMillimetresPerSecond(40));
        return new SettingsQuestion(
                question,
                new DoseGoal(PunctureDensity.ofPerSquareCentimetre(density), Depth.ofMillimetres(depth)),
                AvailableSettings.usual(depths, glides),
                DoseBounds.cautious(Depth.ofMillimetres(label)));
    }

    /// A cheek, and a smaller zone that is to receive more.
    private static List<SettingsQuestion> zones() {
        return List.of(zone(31, 17, 1200, "0.6", "1.5"), zone(13, 11, 2500, "0.4", "1.5"));
    }

    private static List<SessionAnswer.Combination> found(Optional<Duration> time) {
        return ((SessionAnswer.Found) new SessionQuestion(zones(), time).search(2)).combinations();
    }

    private record Three(double under, double over, double seconds) {

        boolean beats(Three other) {
            return under <= other.under && over <= other.over && seconds <= other.seconds && !equals(other);
        }
    }

    /// Every setting of the one zone with every one of the other, each against each.
    private static List<Three> slowly(double mostSeconds) {
        var first = ((SettingsAnswer.Found) zones().getFirst().search(2)).settings();
        var second = ((SettingsAnswer.Found) zones().getLast().search(2)).settings();
        var all = new ArrayList<Three>();
        for (var one : first) {
            for (var other : second) {
                double seconds = Math.rint((one.seconds() + other.seconds()) * 1e6) / 1e6;
                if (seconds <= mostSeconds) {
                    all.add(new Three(
                            Math.max(one.worst().under(), other.worst().under()),
                            Math.max(one.worst().over(), other.worst().over()),
                            seconds));
                }
            }
        }
        return all.stream()
                .filter(each -> all.stream().noneMatch(other -> other.beats(each)))
                .distinct()
                .toList();
    }

    @Test
    void findsWhatEveryPairOfSettingsGives() {
        for (double seconds : new double[] {8, 12, 1e9}) {
            assertThat(found(Optional.of(Duration.ofNanos(Math.round(seconds * 1e9)))))
                    .extracting(
                            each -> new Three(each.worst().under(), each.worst().over(), each.seconds()))
                    .as("within %s s", seconds)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(slowly(seconds));
        }
        assertThat(found(Optional.empty())).hasSize(slowly(1e9).size());
    }

    @Test
    void theTimeOfAllZonesTogetherIsKept() {
        assertThat(found(Optional.of(Duration.ofSeconds(8)))).allSatisfy(each -> {
            assertThat(each.seconds()).isLessThanOrEqualTo(8);
            assertThat(each.settings()).hasSize(2);
            assertThat(each.settings().stream().mapToDouble(Setting::seconds).sum())
                    .isCloseTo(each.seconds(), within(1e-6));
        });
    }

    @Test
    void saysHowLongTheQuickestTakeWhereThereIsLessTime() {
        var answer = new SessionQuestion(zones(), Optional.of(Duration.ofSeconds(1))).search(2);
        // One pass at 40 mm/s with a swath of 8 mm.
        assertThat(((SessionAnswer.TooLong) answer).leastSeconds())
                .isCloseTo((31 * 17 + 13 * 11) / (8 * 40.0), within(1e-5));
    }

    @Test
    void aZoneWithoutASettingIsNamedByItsOwnAnswer() {
        var zones = List.of(zones().getFirst(), zone(13, 11, 2500, "0.4", "0.2"));
        var answer = new SessionQuestion(zones, Optional.empty()).search(2);
        assertThat(answer).isInstanceOf(SessionAnswer.ZoneInfeasible.class);
        assertThat(answer.zones().getFirst()).isInstanceOf(SettingsAnswer.Found.class);
        assertThat(((SettingsAnswer.Infeasible) answer.zones().getLast()).unless())
                .containsExactly(List.of(Bound.LABEL_DEPTH));
    }

    @Test
    void asksForOneZoneAtLeastAndNotForHundreds() {
        assertThatThrownBy(() -> new SessionQuestion(List.of(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 40");
    }
}
