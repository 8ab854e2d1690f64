package org.stipple.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stipple.quantities.Length;

/// Registration on skin that gave: drawn textures under known warps.
class DenseRegistrationTest {

    private static final int WIDTH = 1050;
    private static final int HEIGHT = 840;

    /// 126 mm of skin across: most of a face.
    private static final double MM_PER_PX = 0.12;

    private static final Scale SCALE = new Scale.Known(Length.ofMillimetres(MM_PER_PX), "given");

    /// Turned by 1.5 degrees, 2 % nearer, shifted, and bent by a random smooth field with a standard deviation of
    /// half a millimetre over 12 mm.
    @Test
    void findsABentWarpWithinATenthOfAMillimetre() {
        var warp = new Warp(4, 100, 5);
        var before = photo(Warp.NONE, 0);
        var after = photo(warp, 1);
        var found = Aligner.align(before, after, SCALE);
        assertThat(found).isInstanceOfSatisfying(Registration.Registered.class, registered -> {
            assertThat(registered.onto()).isInstanceOf(DenseCarry.class);
            double[] errors = errors(warp, registered.onto());
            assertThat(errors[errors.length / 2]).as("median, mm").isLessThan(0.1);
            assertThat(errors[errors.length * 95 / 100]).as("p95, mm").isLessThan(0.3);
            assertThat(registered.median(SCALE).orElseThrow().millimetres()).isLessThan(0.1);
            assertThat(registered.p95(SCALE).orElseThrow().millimetres()).isLessThan(0.3);
            assertThat(registered.maskedFraction().value()).isLessThan(0.2);
            var there = registered.onto().of(new Place(500, 400));
            var back = registered.onto().inverse().of(there);
            assertThat(Math.hypot(back.x() - 500, back.y() - 400)).isLessThan(1);
        });
        assertThat(Aligner.align(before, after, SCALE))
                .as("the same numbers twice")
                .isEqualTo(found);
    }

    /// A dark line that is there only before: laid over the other photo, its place must not be pulled anywhere.
    @Test
    void doesNotWarpAwayWhatChanged() {
        var warp = new Warp(4, 100, 5);
        var before = photo(Warp.NONE, 0);
        for (int x = 300; x < 700; x++) {
            for (int y = 418; y < 424; y++) {
                before.pixels()[y * WIDTH + x] = 0x201008;
            }
        }
        var found = (Registration.Registered) Aligner.align(before, photo(warp, 1), SCALE);
        double worst = 0;
        for (int x = 320; x < 680; x += 10) {
            worst = Math.max(worst, error(warp, found.onto(), x, 421));
        }
        assertThat(worst).as("mm beside the line").isLessThan(0.3);
    }

    @Test
    void carriesAnOutlineCornerByCorner() {
        var warp = new Warp(4, 100, 5);
        var found = (Registration.Registered) Aligner.align(photo(Warp.NONE, 0), photo(warp, 1), SCALE);
        var outline = new Outline(
                java.util.List.of(new Place(200, 200), new Place(800, 220), new Place(780, 600), new Place(210, 590)));
        var carried = found.onto().of(outline);
        assertThat(carried.corners()).hasSameSizeAs(outline.corners());
        double[] truth = warp.of(780, 600);
        assertThat(carried.corners().get(2).x()).isCloseTo(truth[0], within(2.0));
        assertThat(carried.corners().get(2).y()).isCloseTo(truth[1], within(2.0));
        assertThat(outline.inPieces().corners().size()).isGreaterThan(40);
        assertThat(outline.inPieces().area()).isCloseTo(outline.area(), within(1e-6));
        assertThat(found.onto().zoom(outline)).isBetween(1.0, 1.04);
    }

    private static double[] errors(Warp warp, Registration.Carry onto) {
        return IntStream.range(0, 30 * 40)
                .mapToDouble(
                        i -> error(warp, onto, 60 + i % 40 * (WIDTH - 120) / 39.0, 60 + i / 40 * (HEIGHT - 120) / 29.0))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    private static double error(Warp warp, Registration.Carry onto, double x, double y) {
        double[] truth = warp.of(x, y);
        boolean isShown = truth[0] > 0 && truth[0] < WIDTH && truth[1] > 0 && truth[1] < HEIGHT;
        Place found = onto.of(new Place(x, y));
        return isShown ? MM_PER_PX * Math.hypot(found.x() - truth[0], found.y() - truth[1]) : Double.NaN;
    }

    private static Photo photo(Warp warp, long seed) {
        var textures = new Noise[] {new Noise(3, 1), new Noise(7, 2), new Noise(19, 3)};
        var rgb = new int[WIDTH * HEIGHT];
        IntStream.range(0, HEIGHT).parallel().forEach(y -> {
            var random = new Random(1000 * seed + y);
            for (int x = 0; x < WIDTH; x++) {
                double[] skin = warp.back(x + 0.5, y + 0.5);
                double light = 0.3
                        * Math.exp(0.10 * textures[0].at(skin[0], skin[1])
                                + 0.08 * textures[1].at(skin[0], skin[1])
                                + 0.06 * textures[2].at(skin[0], skin[1]));
                int grey = (int) Math.clamp(255 * Math.pow(light, 1 / 2.2) + 2 * random.nextGaussian(), 0, 255);
                rgb[y * WIDTH + x] = grey << 16 | grey * 4 / 5 << 8 | grey * 2 / 3;
            }
        });
        return new Photo(WIDTH, HEIGHT, rgb, PhotoFormat.PNG);
    }

    /// Independent values at the crossings of a grid, smooth in between.
    private record Noise(double cell, long seed) {

        double at(double x, double y) {
            double u = x / cell + 1000;
            double v = y / cell + 1000;
            long i = (long) Math.floor(u);
            long j = (long) Math.floor(v);
            double a = smooth(u - i);
            double b = smooth(v - j);
            return (1 - b) * ((1 - a) * value(i, j) + a * value(i + 1, j))
                    + b * ((1 - a) * value(i, j + 1) + a * value(i + 1, j + 1));
        }

        private static double smooth(double t) {
            return t * t * (3 - 2 * t);
        }

        private double value(long i, long j) {
            long bits = (i * 0x9E3779B97F4A7C15L ^ j * 0xC2B2AE3D27D4EB4FL) + seed * 0x165667B19E3779F9L;
            bits = (bits ^ bits >>> 33) * 0xFF51AFD7ED558CCDL;
            bits = (bits ^ bits >>> 33) * 0xC4CEB9FE1A85EC53L;
            // Even between two bounds, with a standard deviation of 1.
            return Math.sqrt(3) * (2 * ((bits ^ bits >>> 33) >>> 11) / (double) (1L << 53) - 1);
        }
    }

    private record Warp(double deviation, double cell, long seed) {

        static final Warp NONE = new Warp(0, 100, 0);

        double[] of(double x, double y) {
            if (deviation == 0) {
                return new double[] {x, y};
            }
            double cos = 1.02 * Math.cos(Math.toRadians(1.5));
            double sin = 1.02 * Math.sin(Math.toRadians(1.5));
            double u = x - WIDTH / 2.0;
            double v = y - HEIGHT / 2.0;
            return new double[] {
                WIDTH / 2.0 + cos * u - sin * v + 7 + deviation * new Noise(cell, seed).at(x, y),
                HEIGHT / 2.0 + sin * u + cos * v - 5 + deviation * new Noise(cell, seed + 1).at(x, y)
            };
        }

        double[] back(double u, double v) {
            double[] at = {u, v};
            for (int i = 0; i < 6; i++) {
                double[] there = of(at[0], at[1]);
                at = new double[] {at[0] + u - there[0], at[1] + v - there[1]};
            }
            return at;
        }
    }
}
