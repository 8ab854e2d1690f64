package org.stipple.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.StrokeFrequency;

/// Held-out cases of the dose reference, by their number there. What is not tested, and why, stands in
/// `docs/validation/dose.md`.
class PublishedCasesTest {

    /// H1. Nothing is fitted; the diameter that rolls is a free choice: on the drum, on 0.2 mm tips, on 1.5 mm
    /// tips.
    @ParameterizedTest
    @CsvSource({"20, 229.2", "20.4, 224.7", "23, 199.3"})
    void h1FifteenPassesOfARollerBy250PerCm2(double diameterMm, double perCm2) {
        var roller =
                new NeedleArray.Roller(192, 8, Examples.mm(diameterMm), Examples.mm(20), Examples.needle(0.25, "1.5"));
        double density = 100 * roller.densityPerMm2(Examples.technique(roller, 15, 1), 20);
        assertThat(density).isCloseTo(perCm2, within(0.05));
        // The tolerance of the dose reference; rolling on the tips of long needles is outside, and said to be.
        assertThat(Math.abs(density - 250) <= 0.15 * 250).isEqualTo(diameterMm < 21);
    }

    /// H2. Wilson 2012: "almost 1,000 microwounds every second".
    @Test
    void h2ElevenPinsAtNinetyHertzMakeAlmostAThousandASecond() {
        assertThat(Examples.pen(11, 8, 90).strokesPerSecond()).isEqualTo(990).isBetween(900.0, 1_000.0);
    }

    /// H3. FDA K233709: 6 needles of 1.5 mm × 0.35 mm, 100 to 150 Hz.
    @ParameterizedTest
    @CsvSource({"100, 600", "150, 900"})
    void h3TheDeviceOfK233709IsADeviceHere(double hertz, double perSecond) {
        var pen = new NeedleArray.Pen(
                6,
                Examples.mm(8),
                StrokeFrequency.ofHertz(hertz),
                Examples.needle(0.35, "1.5"),
                new PinLayout.Sunflower());
        assertThat(pen.strokesPerSecond()).isEqualTo(perSecond);
        var dose = DoseQuestion.of(pen, Examples.technique(pen, 2, 2, 60), Examples.rectangle(31, 19))
                .estimate();
        assertThat(dose.surface().density().expected().perSquareCentimetre())
                .isCloseTo(100 * perSecond * 2 / (60 * 8), within(1e-9));
    }

    private static final double[] CLOSED_HOURS = {60.34, 58.29, 63.09};
    private static final double[] HALF_LIVES = {23.69, 20.2, 25.86};

    /// H4, PMC8259462: upper arm, forearm, abdomen. The mean ratio of two sites predicts the third; the standard
    /// deviations are 13 to 17 h, so that this is a weak test.
    @ParameterizedTest
    @CsvSource({"0, 63.1, 14.69", "1, 50.4, 16.76", "2, 70.2, 13.13"})
    void h4TwoSitesPredictWhenTheThirdIsClosed(int site, double hours, double deviation) {
        double halfLives = 0;
        for (int other = 0; other < 3; other++) {
            halfLives += other == site ? 0 : CLOSED_HOURS[other] / HALF_LIVES[other] / 2;
        }
        var threshold = Fraction.ofValue(StrictMath.pow(0.5, halfLives));
        double predicted = new ChannelClosure(HALF_LIVES[site]).closedAfterHours(threshold);
        assertThat(predicted).isCloseTo(hours, within(0.5)).isCloseTo(CLOSED_HOURS[site], within(deviation));
    }

    /// The closed ratio of the dose reference is closure time over half-life: 2.55, 2.89, 2.44, and its
    /// threshold.
    @ParameterizedTest
    @CsvSource({"0, 0.17", "1, 0.135", "2, 0.18"})
    void theOpenPartAtClosureIsTheThresholdThatWasFitted(int site, double threshold) {
        assertThat(new ChannelClosure(HALF_LIVES[site]).open(CLOSED_HOURS[site]).value())
                .isCloseTo(threshold, within(0.006));
    }

    /// Gupta 2011: open skin recovered within 2 h.
    @Test
    void openSkinHalvesItsChannelsWithinThreeQuartersOfAnHour() {
        double[] thresholds = {0.17, 0.135, 0.18};
        double longest = Arrays.stream(thresholds)
                .map(each ->
                        ChannelClosure.closedAfter(2, Fraction.ofValue(each)).halfLifeHours())
                .max()
                .orElseThrow();
        assertThat(longest).isLessThanOrEqualTo(0.815);
        assertThat(ChannelClosure.closedAfter(2, Fraction.ofValue(0.15)).halfLifeHours())
                .isCloseTo(0.73, within(0.005));
    }

    /// H8, Blicharz 2018: blades of 0.35 × 0.05 mm, as many loops as fit 14 /mm² rounded up in the array's box.
    @ParameterizedTest
    @CsvSource({"1, 1, 0.3322, 0.3356", "4, 2, 1.342, 1.335", "8, 4, 2.684, 2.703", "30, 6, 9.969, 9.962"})
    void h8BladesStrikeAsManyLoopsAsPublishedAndAsDrawn(int blades, int rows, double closed, double published) {
        double pitchX = 0.55;
        double pitchY = 0.9;
        double width = Math.max(1, blades / rows * pitchX);
        double height = Math.max(1, rows * pitchY);
        int loops = (int) Math.ceil(width * height * CapillaryStrikes.LOOPS_PER_MM2);
        double expected =
                CapillaryStrikes.ofBlades(blades, loops / (width * height), Examples.mm(0.35), Examples.mm(0.05));
        assertThat(expected).isCloseTo(closed, within(6e-4)).isCloseTo(published, within(0.025));
        int trials = 4_000;
        var random = new SplitMix(blades);
        double sum = 0;
        double squares = 0;
        for (int trial = 0; trial < trials; trial++) {
            double struck = struck(random, blades, rows, width, height, loops);
            sum += struck;
            squares += struck * struck;
        }
        double mean = sum / trials;
        double error = Math.sqrt((squares / trials - mean * mean) / trials);
        assertThat(mean).isCloseTo(expected, within(3 * error));
    }

    /// Loops at random but no nearer than 80 µm to each other, in a box whose opposite sides meet.
    private static int struck(SplitMix random, int blades, int rows, double width, double height, int loops) {
        double[] xs = new double[loops];
        double[] ys = new double[loops];
        int struck = 0;
        for (int i = 0; i < loops; ) {
            xs[i] = width * random.uniform();
            ys[i] = height * random.uniform();
            boolean free = true;
            for (int j = 0; j < i && free; j++) {
                free = Math.hypot(apart(xs[i], xs[j], width), apart(ys[i], ys[j], height)) >= 0.080;
            }
            if (free) {
                struck += bladesOver(xs[i], ys[i], blades, rows, width, height);
                i++;
            }
        }
        return struck;
    }

    private static int bladesOver(double x, double y, int blades, int rows, double width, double height) {
        int over = 0;
        for (int blade = 0; blade < blades; blade++) {
            double middleX = (blade % (blades / rows) + 0.5) * 0.55;
            double middleY = (blade / (blades / rows) + 0.5) * 0.9;
            boolean hit =
                    apart(x, middleX, width) < (0.35 + 0.015) / 2 && apart(y, middleY, height) < (0.05 + 0.015) / 2;
            over += hit ? 1 : 0;
        }
        return over;
    }

    private static double apart(double a, double b, double period) {
        double distance = Math.abs(a - b);
        return Math.min(distance, period - distance);
    }

    /// Dose reference 1.6: 54 % for a shaft of 0.25 mm, 7.6 % for a track of 0.07 mm.
    @ParameterizedTest
    @CsvSource({"0.25, 0.54", "0.07, 0.076"})
    void roundChannelsStrikeLoopsAsOftenAsReckoned(double channelMm, double part) {
        assertThat(CapillaryStrikes.roundChannel(Examples.mm(channelMm)).value())
                .isCloseTo(part, within(5e-3));
    }

    /// H10. The quality indicators of matRad by their published definition (D_x by linear interpolation
    /// between the sorted voxels, V_x as the part of voxels that receive x or more), on our cells as voxels
    /// of equal size.
    @Test
    void h10TheHistogramIsTheOneOfRadiotherapy() {
        var pen = Examples.fourteenPinPen();
        var question = DoseQuestion.of(pen, Examples.technique(pen, 3, 2), Examples.rectangle(52, 38));
        var estimate = question.estimate();
        var map = estimate.map();
        double[] voxels = new double[map.columns() * map.rows()];
        for (int i = 0; i < voxels.length; i++) {
            int column = i % map.columns();
            int row = i / map.columns();
            assertThat(map.skin(column, row).squareCentimetres()).isCloseTo(0.04, within(1e-12));
            voxels[i] = map.punctures(column, row) / 0.04;
        }
        Arrays.sort(voxels);
        var figures = estimate.surface().density();
        // Our N_x is a density that occurs; matRad's D_x lies between the same two neighbours.
        double step = 25;
        sameNeighbours(figures.n95().perSquareCentimetre(), voxels, 95);
        sameNeighbours(figures.n50().perSquareCentimetre(), voxels, 50);
        sameNeighbours(figures.n5().perSquareCentimetre(), voxels, 5);
        assertThat(vx(voxels, figures.n95().perSquareCentimetre())).isGreaterThanOrEqualTo(0.95);
        assertThat(vx(voxels, figures.n95().perSquareCentimetre() + step)).isLessThan(0.95);
        assertThat(vx(voxels, figures.n5().perSquareCentimetre())).isGreaterThanOrEqualTo(0.05);
        assertThat(vx(voxels, figures.n5().perSquareCentimetre() + step)).isLessThan(0.05);
        double mean = Arrays.stream(voxels).average().orElseThrow();
        double variance = Arrays.stream(voxels)
                .map(each -> (each - mean) * (each - mean))
                .average()
                .orElseThrow();
        assertThat(figures.mean().perSquareCentimetre()).isCloseTo(mean, within(1e-9 * mean));
        assertThat(figures.cv()).isCloseTo(Math.sqrt(variance) / mean, within(1e-9));
    }

    private static void sameNeighbours(double received, double[] sorted, double x) {
        double at = (100 - x) * 0.01 * (sorted.length - 1);
        double below = sorted[(int) Math.floor(at)];
        double above = sorted[Math.min((int) Math.floor(at) + 1, sorted.length - 1)];
        double interpolated = below + (at - Math.floor(at)) * (above - below);
        assertThat(received).isCloseTo(interpolated, within(above - below + 1e-9));
        assertThat(received).isBetween(below - 1e-9, above + 1e-9);
    }

    private static double vx(double[] sorted, double x) {
        return (double) Arrays.stream(sorted).filter(each -> each >= x - 1e-9).count() / sorted.length;
    }
}
