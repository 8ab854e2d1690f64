package org.stipple.quantities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuantitiesTest {

    static Stream<DoubleFunction<Object>> factories() {
        return Stream.of(
                Length::ofMillimetres,
                Area::ofSquareCentimetres,
                PunctureDensity::ofPerSquareCentimetre,
                StrokeFrequency::ofHertz,
                GlideSpeed::ofMillimetresPerSecond,
                Fraction::ofValue);
    }

    @ParameterizedTest
    @MethodSource("factories")
    void refuseWhatIsNotANumberOrNegativeOrEndless(DoubleFunction<Object> quantity) {
        for (double bad : new double[] {Double.NaN, -1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> quantity.apply(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void thereAre31ZonesOfWhich13AreTheFace() {
        assertThat(ZoneId.values()).hasSize(31);
        assertThat(ZoneId.face()).hasSize(13).startsWith(ZoneId.FOREHEAD).endsWith(ZoneId.JAWLINE_RIGHT);
        assertThat(ZoneId.CHEEK_LEFT.words()).isEqualTo("left cheek");
    }

    @Test
    void zonesAndIndicationsAreFoundByTheirIdentifier() {
        assertThat(ZoneId.find("upper-lip")).contains(ZoneId.UPPER_LIP);
        assertThat(ZoneId.find("UPPER_LIP")).isEmpty();
        assertThat(Indication.find("acne-scars")).contains(Indication.ACNE_SCARS);
        assertThat(Indication.values()).hasSize(17);
    }

    @Test
    void intervalsIntersectOrSayThatNothingIsLeft() {
        var cap = Interval.of(Depth.ZERO, Depth.ofMillimetres("1.5"));
        var indication = Interval.of(Depth.ofMillimetres("0.5"), Depth.ofMillimetres("2.5"));
        assertThat(indication.intersect(cap))
                .contains(Interval.of(Depth.ofMillimetres("0.5"), Depth.ofMillimetres("1.5")));
        assertThat(indication.intersect(Interval.of(Depth.ZERO, Depth.ofMillimetres("0.25"))))
                .isEmpty();
        assertThat(cap.nearest(Depth.ofMillimetres("2.0"))).isEqualTo(Depth.ofMillimetres("1.5"));
    }

    @Test
    void whatCannotBeMeasuredSaysWhy() {
        assertThatThrownBy(() -> new Estimate.NotMeasurable(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Estimate.Measured(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Estimate.Measured(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
