package org.stipple.imaging;

import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import org.stipple.imaging.colour.ColourChecker;
import org.stipple.imaging.geometry.Homography;

/// Flat things drawn into a photo as a camera would see them: averaged within each pixel as light, blurred,
/// in the light and with the noise that are asked for.
final class DrawnScene {

    private static final int SUB = 4;

    private final int width;
    private final int height;
    private final double[][] light;

    /// @param background linear light of red, green, blue
    DrawnScene(int width, int height, double... background) {
        this.width = width;
        this.height = height;
        light = new double[3][width * height];
        for (int c = 0; c < 3; c++) {
            java.util.Arrays.fill(light[c], background[c]);
        }
    }

    /// Where a rectangle of a plane is seen that is `across` pixels a unit wide, turned about (x, y) and tilted
    /// about its own vertical axis, from a distance of five of its widths.
    static Homography seen(
            double middleColumn,
            double middleRow,
            double x,
            double y,
            double pixels,
            double turn,
            double tilt,
            double size) {
        double cos = Math.cos(Math.toRadians(turn));
        double sin = Math.sin(Math.toRadians(turn));
        double lean = Math.cos(Math.toRadians(tilt));
        double depth = Math.sin(Math.toRadians(tilt)) / (5 * size);
        var pairs = new java.util.ArrayList<Homography.Pair>();
        for (double[] corner : new double[][] {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}) {
            double w = 1 + depth * corner[0] * size / 2;
            double u = pixels * corner[0] * size / 2 * lean / w;
            double v = pixels * corner[1] * size / 2 / w;
            pairs.add(new Homography.Pair(
                    middleColumn + corner[0] * size / 2,
                    middleRow + corner[1] * size / 2,
                    x + cos * u - sin * v,
                    y + sin * u + cos * v));
        }
        return Homography.of(pairs).orElseThrow();
    }

    /// @param colour of a place of the plane, three channels; below 0 where there is nothing
    void draw(Homography map, ToDoubleBiFunction<double[], Integer> colour) {
        var inverse = inverse(map);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double px = inverse.u(x + 0.5, y + 0.5);
                double py = inverse.v(x + 0.5, y + 0.5);
                if (px > -3 && px < 9 && py > -3 && py < 9) {
                    pixel(inverse, colour, x, y);
                }
            }
        }
    }

    private void pixel(Homography inverse, ToDoubleBiFunction<double[], Integer> colour, int x, int y) {
        int at = y * width + x;
        double[] sum = new double[3];
        for (int j = 0; j < SUB; j++) {
            for (int i = 0; i < SUB; i++) {
                double u = x + (i + 0.5) / SUB;
                double v = y + (j + 0.5) / SUB;
                double[] place = {inverse.u(u, v), inverse.v(u, v)};
                for (int c = 0; c < 3; c++) {
                    double value = colour.applyAsDouble(place, c);
                    sum[c] += (value < 0 ? light[c][at] : value) / (SUB * SUB);
                }
            }
        }
        for (int c = 0; c < 3; c++) {
            light[c][at] = sum[c];
        }
    }

    static Homography inverse(Homography m) {
        var pairs = new java.util.ArrayList<Homography.Pair>();
        for (double[] p : new double[][] {{0, 0}, {5, 0}, {5, 3}, {0, 3}}) {
            pairs.add(new Homography.Pair(m.u(p[0], p[1]), m.v(p[0], p[1]), p[0], p[1]));
        }
        return Homography.of(pairs).orElseThrow();
    }

    /// The card, its patches 0.8 of the step wide, in its dark frame.
    void card(Homography map) {
        draw(map, (place, channel) -> {
            double column = Math.rint(place[0]);
            double row = Math.rint(place[1]);
            if (place[0] < -0.75 || place[0] > 5.75 || place[1] < -0.75 || place[1] > 3.75) {
                return -1;
            }
            boolean inside = column >= 0 && column <= 5 && row >= 0 && row <= 3;
            if (inside && Math.abs(place[0] - column) < 0.4 && Math.abs(place[1] - row) < 0.4) {
                return ColourChecker.linear((int) (row * 6 + column), channel);
            }
            return 0.025;
        });
    }

    /// A texture as of skin: bright and dark within a few pixels.
    void grain(double contrast, long seed) {
        var random = new Random(seed);
        for (int i = 0; i < width * height; i++) {
            double factor = 1 + contrast * random.nextGaussian();
            for (int c = 0; c < 3; c++) {
                light[c][i] *= factor;
            }
        }
    }

    /// Blurred by a Gaussian.
    void blur(double sigma) {
        int radius = (int) Math.ceil(3 * sigma);
        var kernel = new double[2 * radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = Math.exp(-i * i / (2 * sigma * sigma));
            sum += kernel[i + radius];
        }
        for (double[] plane : light) {
            var across = new double[plane.length];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    for (int i = -radius; i <= radius; i++) {
                        across[y * width + x] +=
                                kernel[i + radius] / sum * plane[y * width + Math.clamp(x + i, 0, width - 1)];
                    }
                }
            }
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double value = 0;
                    for (int i = -radius; i <= radius; i++) {
                        value += kernel[i + radius] / sum * across[Math.clamp(y + i, 0, height - 1) * width + x];
                    }
                    plane[y * width + x] = value;
                }
            }
        }
    }

    /// What the camera writes: gains of the light for red, green and blue, noise in steps of 256.
    Photo photo(double red, double green, double blue, double noise, long seed) {
        var random = new Random(seed);
        double[] gains = {red, green, blue};
        var rgb = new int[width * height];
        for (int i = 0; i < rgb.length; i++) {
            for (int c = 0; c < 3; c++) {
                double value = Math.clamp(gains[c] * light[c][i], 0, 1);
                double coded = value <= 0.0031308 ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
                int step = (int) Math.clamp(Math.rint(255 * coded + noise * random.nextGaussian()), 0, 255);
                rgb[i] |= step << 16 - 8 * c;
            }
        }
        return new Photo(width, height, rgb, PhotoFormat.PNG);
    }
}
