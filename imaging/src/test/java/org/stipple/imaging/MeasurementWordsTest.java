package org.stipple.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Numbers and conditions as people read them.
class MeasurementWordsTest {

    @Test
    void pixelsStandInFullAndOtherNumbersWithFourDigits() {
        assertThat(MeasurementWords.quantity(1598, "px")).isEqualTo("1598 px");
        assertThat(MeasurementWords.quantity(12_345.4, "px")).isEqualTo("12345 px");
        assertThat(MeasurementWords.quantity(1.005, "1")).isEqualTo("1.005");
        assertThat(MeasurementWords.quantity(-0.004_661_2, "1")).isEqualTo("−0.004661");
        assertThat(MeasurementWords.quantity(15, "deg")).isEqualTo("15 °");
    }

    @Test
    void everyGateIsExplainedWithoutTheWordsOfItsUnit() {
        assertThat(Arrays.stream(Gate.Kind.values()).map(MeasurementWords::meaning))
                .doesNotHaveDuplicates()
                .allSatisfy(words -> assertThat(words).hasSizeGreaterThan(40).doesNotContain("log10", "relief's"));
    }

    /// A frontal view of a profile, or the left one for the right.
    @Test
    void aFaceThatIsTurnedFarNamesTheViewAsTheLikelyMistake() {
        assertThat(GateScope.faults(List.of(Gates.ofTilt(Gate.Shot.BASELINE, 91)), Metric.PORE_AREA))
                .singleElement()
                .asString()
                .contains("tilt 91 deg", "the view that was said may not be that of the photo");
        assertThat(GateScope.faults(List.of(Gates.ofTilt(Gate.Shot.BASELINE, 20)), Metric.PORE_AREA))
                .singleElement()
                .asString()
                .doesNotContain("view that was said");
    }
}
