package org.stipple.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeBandTest {

    private static final NeedleArray PEN = Examples.fourteenPinPen();

    private static EdgeBand band(Outline outline, long seed) {
        var question =
                DoseQuestion.of(PEN, Examples.technique(PEN, 4, 4, 40), outline).withSeed(seed);
        return EdgeBand.of(question, question.estimate().map());
    }

    /// 60 by 44 mm, a band of 4 mm: two rows of cells all around.
    @Test
    void isHalfASwathAlongEveryEdge() {
        var band = band(Examples.rectangle(60, 44), 3);
        assertThat(band.width().millimetres()).isEqualTo(4);
        assertThat(band.area().squareCentimetres()).isCloseTo(60 * 44 / 100.0 - 52 * 36 / 100.0, within(1e-9));
    }

    @Test
    void alongNoGoHolesToo() {
        var whole = Examples.ring(0, 0, 60, 0, 60, 44, 0, 44);
        var holed = Outline.of(whole, List.of(Examples.ring(20, 16, 40, 16, 40, 28, 20, 28)));
        double wider = band(holed, 3).area().squareCentimetres()
                - band(Examples.rectangle(60, 44), 3).area().squareCentimetres();
        // Around the hole 28 by 20 mm without its corners' squares, less the hole; cells count by their middle.
        assertThat(wider).isCloseTo((28 * 20 - 20 * 12 - 4 * (16 - 4 * Math.PI)) / 100, within(0.2));
    }

    /// Lanes overshoot: over many seeds the edge receives what the middle does, within 3 standard errors.
    @Test
    void receivesOnAverageWhatTheMiddleDoes() {
        int seeds = 60;
        double sum = 0;
        double squares = 0;
        for (long seed = 1; seed <= seeds; seed++) {
            var band = band(Examples.rectangle(60, 44), seed);
            double less = band.further().orElseThrow().perSquareCentimetre()
                    - band.within().orElseThrow().perSquareCentimetre();
            sum += less;
            squares += less * less;
        }
        double mean = sum / seeds;
        double standardError = Math.sqrt((squares / seeds - mean * mean) / (seeds - 1));
        assertThat(mean).isCloseTo(0, within(3 * standardError));
        assertThat(standardError).isLessThan(40);
    }

    @Test
    void aZoneNarrowerThanASwathIsAllEdge() {
        var band = band(Examples.rectangle(50, 6), 1);
        assertThat(band.further()).isEmpty();
        assertThat(band.area().squareCentimetres()).isCloseTo(3, within(1e-9));
    }
}
