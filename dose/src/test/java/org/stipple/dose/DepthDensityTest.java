package org.stipple.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;
import org.stipple.quantities.PunctureDensity;

class DepthDensityTest {

    /// Meng 2022, table 2, women's foreheads: doi 10.1186/s12880-022-00839-w.
    private static final SkinLayers FOREHEAD = new SkinLayers(
            Examples.mm(0.20), Examples.mm(0.03), Examples.mm(0.86), Examples.mm(0.16), "ultrasound, Meng 2022");

    private static DoseQuestion session(String depth, int passes) {
        var pen = Examples.fourteenPinPen();
        var technique = Technique.of(pen, Depth.ofMillimetres(depth), passes, 2);
        return DoseQuestion.of(pen, technique, Examples.rectangle(23, 17))
                .withThickness(FOREHEAD)
                .withPenetration(List.of(Fraction.ofValue(0.8)));
    }

    @Test
    void aSessionsHistogramHoldsEveryChannelAndItsCumulativeFormIsTheClosedForm() {
        var question = session("1.3", 3);
        var estimate = question.estimate();
        var histogram = estimate.depthDensity().getFirst();
        double mean = estimate.surface().density().mean().perSquareCentimetre();
        var deeper = histogram.deeperThan();
        var spread = new DepthSpread(1.3, 0.8, question.device().needle());
        assertThat(deeper).hasSize(histogram.perBin().size() + 1);
        for (int k = 0; k < deeper.size(); k++) {
            assertThat(deeper.get(k).perSquareCentimetre())
                    .isCloseTo(mean * spread.deeperThan(0.05 * k), within(1e-5 * mean));
        }
        assertThat(deeper.getFirst().perSquareCentimetre()).isCloseTo(mean, within(1e-9 * mean));
        assertThat(deeper.getLast().perSquareCentimetre()).isZero();
    }

    @Test
    void aCourseAddsItsSessionsDepthByDepth() {
        var sessions = List.of(
                session("0.5", 2).estimate().depthDensity().getFirst(),
                session("1.5", 3).estimate().depthDensity().getFirst(),
                session("1.0", 1).withSeed(2).estimate().depthDensity().getFirst());
        var course = DepthDensity.ofCourse(sessions);
        var cumulative = course.deeperThan();
        for (int k = 0; k < cumulative.size(); k++) {
            double sum = 0;
            for (var session : sessions) {
                var deeper = session.deeperThan();
                sum += k < deeper.size() ? deeper.get(k).perSquareCentimetre() : 0;
            }
            assertThat(cumulative.get(k).perSquareCentimetre()).isCloseTo(sum, within(1e-6));
        }
        assertThat(DepthDensity.ofCourse(sessions.reversed()).perBin()).hasSameSizeAs(course.perBin());
    }

    @Test
    void aCourseHasOneSessionAtLeastAndOneWidthOfBins() {
        assertThatThrownBy(() -> DepthDensity.ofCourse(List.of())).isInstanceOf(IllegalArgumentException.class);
        var none = List.<PunctureDensity>of();
        assertThatThrownBy(() -> DepthDensity.ofCourse(List.of(
                        new DepthDensity(Length.ofMillimetres(0.05), none),
                        new DepthDensity(Length.ofMillimetres(0.1), none))))
                .hasMessageContaining("bins must be the same");
    }

    /// Depths drawn one by one as the model says them, against the closed form: three standard errors.
    @Test
    void asManyChannelsReachEachLayerAsAreDrawn() {
        var question = session("1.2", 2);
        var layers = ((ChannelsByLayer.Known) ChannelsByLayer.of(question, Fraction.ofValue(0.8))).layers();
        double[] begins = {0, 0.20, 0.20 + 0.86 / 5, 1.06};
        int draws = 1_000_000;
        var random = new SplitMix(20261120);
        int[] reached = new int[4];
        for (int i = 0; i < draws; i++) {
            double depth;
            do {
                depth = 1.2 * 0.8 + 0.12 * random.gaussian();
            } while (depth <= 0);
            depth = Math.min(depth, 2.5);
            for (int layer = 0; layer < 4; layer++) {
                reached[layer] += depth > begins[layer] ? 1 : 0;
            }
        }
        double density = 100 * question.device().densityPerMm2(question.technique(), 20);
        for (int layer = 0; layer < 4; layer++) {
            assertThat(layers.get(layer).layer()).isEqualTo(ChannelsByLayer.Layer.values()[layer]);
            double part = layers.get(layer).part().value();
            double error = Math.sqrt(part * (1 - part) / draws);
            assertThat((double) reached[layer] / draws).isCloseTo(part, within(3 * error + 1e-9));
            assertThat(layers.get(layer).channels().perSquareCentimetre())
                    .isCloseTo(part * density, within(1e-9 * density));
        }
        assertThat(layers.getLast().part().value()).isBetween(0.1, 0.5);
    }

    @Test
    void withoutAThicknessNoLayerIsReached() {
        var question = session("1.2", 2).withThickness(new SkinThickness.Unsourced("nobody measured it"));
        assertThat(ChannelsByLayer.of(question, Fraction.ofValue(1)))
                .isEqualTo(new ChannelsByLayer.ThicknessUnknown("nobody measured it"));
    }
}
