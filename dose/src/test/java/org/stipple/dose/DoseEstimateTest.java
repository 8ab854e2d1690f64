package org.stipple.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stipple.quantities.Fraction;

class DoseEstimateTest {

    static Stream<DoseQuestion> questions() {
        var pen = Examples.fourteenPinPen();
        var roller = Examples.dermarollerMf8();
        var stamp = Examples.stamp(36, 10, 4);
        return Stream.of(
                DoseQuestion.of(pen, Examples.technique(pen, 2, 2), Examples.leaningShapeWithHole()),
                DoseQuestion.of(pen, Examples.technique(pen, 1, 1, 500), Examples.rectangle(1, 1)),
                DoseQuestion.of(roller, Examples.technique(roller, 6, 3), Examples.rectangle(37, 21)),
                DoseQuestion.of(stamp, Examples.technique(stamp, 2, 2), Examples.leaningShapeWithHole()));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theSameSeedGivesTheSameAnswerAndAnotherAnother(DoseQuestion question) {
        var once = question.withSeed(-9_000_000_000L).estimate();
        var again = question.withSeed(-9_000_000_000L).estimate();
        var other = question.withSeed(2).estimate();
        assertThat(again.surface()).isEqualTo(once.surface());
        assertThat(again.uncertainty()).isEqualTo(once.uncertainty());
        assertThat(other.surface()).isNotEqualTo(once.surface());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void meanDensityIsPuncturesOverArea(DoseQuestion question) {
        var surface = question.estimate().surface();
        assertThat(surface.density().mean().perSquareCentimetre())
                .isCloseTo(surface.punctures() / question.outline().area().squareCentimetres(), within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void everyFigureLiesInItsRange(DoseQuestion question) {
        var estimate = question.estimate();
        var low = estimate.uncertainty().lowest();
        var high = estimate.uncertainty().highest();
        assertThat(estimate.surface().lower(low)).isEqualTo(low);
        assertThat(estimate.surface().higher(high)).isEqualTo(high);
        assertThat(estimate.surface().density().cv())
                .isBetween(low.density().cv(), high.density().cv());
        assertThat(estimate.surface().punctures()).isBetween(low.punctures(), high.punctures());
        assertThat(estimate.uncertainty().injuredVolume().contains(estimate.injuredVolume()))
                .isTrue();
    }

    @Test
    void aPensRangeSpansHandsThirtyPercentSlowerAndFaster() {
        var pen = Examples.fourteenPinPen();
        var question = DoseQuestion.of(pen, Examples.technique(pen, 4, 2), Examples.rectangle(60, 40));
        var uncertainty = question.estimate().uncertainty();
        assertThat(uncertainty.lowest().density().cv())
                .isLessThan(uncertainty.highest().density().cv());
        double asked = 100 * pen.densityPerMm2(question.technique(), 20);
        assertThat(uncertainty.lowest().density().expected().perSquareCentimetre())
                .isCloseTo(asked / 1.3, within(1e-6));
        assertThat(uncertainty.highest().density().expected().perSquareCentimetre())
                .isCloseTo(asked / 0.7, within(1e-6));
        double strokes = pen.strokesPerSecond();
        assertThat(uncertainty.quickest()).isEqualTo(new Pace.Motorised(60 * 40 * 4 / (8 * 26.0), strokes));
        assertThat(uncertainty.slowest()).isEqualTo(new Pace.Motorised(60 * 40 * 4 / (8 * 14.0), strokes));
    }

    @Test
    void rollersAndStampsTakeAsLongAsTheHandLikes() {
        var roller = Examples.dermarollerMf8();
        var estimate = DoseQuestion.of(roller, Examples.technique(roller, 3, 2), Examples.rectangle(60, 40))
                .estimate();
        assertThat(estimate.pace()).isEqualTo(new Pace.ByHand());
        assertThat(estimate.uncertainty().lowest())
                .isEqualTo(estimate.uncertainty().highest());
    }

    /// Coverage of the dose reference, table 2.2, whose heads and lanes are not described: hence three points.
    @ParameterizedTest
    @CsvSource({"14, 116.7, 20, 1, 0.376", "14, 116.7, 50, 4, 0.553", "6, 100, 20, 1, 0.147"})
    void passesCoverAboutAsMuchAsPublished(int pins, double hertz, double glide, int passes, double covered) {
        var pen = Examples.pen(pins, 8, hertz);
        var technique = Examples.technique(pen, passes, passes, glide);
        assertThat(mean(
                        pen,
                        technique,
                        surface -> surface.coverage().monteCarlo().value()))
                .isCloseTo(covered, within(0.03));
    }

    /// Mean of a figure over eight seeds.
    private static double mean(NeedleArray device, Technique technique, ToDoubleFunction<SurfaceDose> figure) {
        double sum = 0;
        for (int seed = 1; seed <= 8; seed++) {
            var question = DoseQuestion.of(device, technique, Examples.rectangle(60, 40))
                    .withSeed(seed);
            sum += figure.applyAsDouble(question.estimate().surface());
        }
        return sum / 8;
    }

    /// Dose reference, table 2.2: 0.1053, with Poisson 0.1063.
    @Test
    void fifteenPassesOfARollerCoverATenthOfTheSkin() {
        var roller = Examples.dermarollerMf8();
        var coverage = DoseQuestion.of(roller, Examples.technique(roller, 15, 4), Examples.rectangle(80, 60))
                .estimate()
                .surface()
                .coverage();
        assertThat(coverage.monteCarlo().value()).isCloseTo(0.1053, within(0.005));
        assertThat(coverage.poisson().value()).isCloseTo(0.1063, within(5e-4));
    }

    /// Dose reference, table 2.2: cv 0.68 for one pass of six pins, 0.25 for four.
    @Test
    void crossedPassesEvenOutFewPins() {
        var pen = Examples.pen(6, 8, 100);
        double one = mean(
                pen, Examples.technique(pen, 1, 1), surface -> surface.density().cv());
        double four = mean(
                pen, Examples.technique(pen, 4, 4), surface -> surface.density().cv());
        assertThat(four).isCloseTo(0.25, within(0.05));
        assertThat(one).isGreaterThan(1.7 * four);
    }

    @Test
    void saysThatPoissonOverPredictsWhereStrokesOverlap() {
        var pen = Examples.fourteenPinPen();
        var zone = Examples.rectangle(20, 10);
        assertThat(DoseQuestion.of(pen, Examples.technique(pen, 1, 1, 20), zone)
                        .estimate()
                        .assumptions())
                .anyMatch(each -> each.contains("Poisson figures over-predict"));
        assertThat(DoseQuestion.of(pen, Examples.technique(pen, 1, 1, 50), zone)
                        .estimate()
                        .assumptions())
                .noneMatch(each -> each.contains("over-predict"));
    }

    /// Lines of the coverage grid are left out here, and only some cells are watched for duplicates. A glide of
    /// 500 mm/s strokes so far apart that Poisson holds.
    @Test
    void boundsItsMemoryOnALargeZoneWithFineNeedles() {
        var needle = Examples.needle(0.012, "1.0");
        var pen = new NeedleArray.Pen(
                200, Examples.mm(60), org.stipple.quantities.StrokeFrequency.ofHertz(130), needle, spread(200));
        var technique = Examples.technique(pen, 6, 4, 400);
        var question = DoseQuestion.of(pen, technique.withJitter(Examples.mm(1)), Examples.rectangle(700, 300))
                .withPenetration(List.of(Fraction.ofValue(1)));
        var asked = Simulation.of(question, 400);
        assertThat(asked.everyLine()).isFalse();
        assertThat(asked.everyCell()).isFalse();
        var surface = asked.surface();
        double poisson = surface.coverage().poisson().value();
        assertThat(surface.coverage().monteCarlo().value()).isCloseTo(poisson, within(0.05 * poisson));
        assertThat(surface.duplicates().monteCarlo().value()).isCloseTo(poisson / 2, within(0.2 * poisson));
    }

    private static PinLayout spread(int pins) {
        return new PinLayout.Measured(new PinLayout.Sunflower().positions(pins, Examples.mm(60)));
    }

    /// Here cells of 2 mm come out a hair larger or smaller than 4 mm², and n95 once came out above n50.
    @Test
    void equalCellsAreEqualWhateverTheirRounding() {
        var pen = Examples.fourteenPinPen();
        var question = DoseQuestion.of(pen, Examples.technique(pen, 1, 2), Examples.rectangle(23, 17));
        for (int seed = 1; seed <= 40; seed++) {
            var density =
                    question.withSeed(seed).estimate().uncertainty().lowest().density();
            assertThat(density.n95()).isLessThanOrEqualTo(density.n50());
        }
    }
}
