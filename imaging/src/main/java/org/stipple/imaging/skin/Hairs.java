package org.stipple.imaging.skin;

import org.stipple.imaging.raster.SrgbLight;

/// Tells hairs from creases by their width, read from the pixels of the photo themselves: a hair is 0.02 to 0.1
/// mm thick, a crease that can be seen several times that.
final class Hairs {

    private static final double REACH_MM = 1.4;
    private static final double NEAR_MM = 0.3;

    /// Too short to be told.
    private static final double LEAST_MM = 2;

    /// `design`, from where to where a line is less and less a hair: its width at half its darkness, of a hair of
    /// 0.1 mm and the blur of a careful photo.
    private static final double[] WIDTH_MM = {0.12, 0.13};

    /// Natural logarithm of luminance: a crease so narrow takes no such part of the light.
    private static final double[] DARK = {0.2, 0.24};

    /// Parts of the darkness by which both sides of a hair differ.
    private static final double[] UNEQUAL = {0.27, 0.33};

    /// Part of the darkness by which one of them is brighter than the skin.
    private static final double[] BRIGHT = {0.22, 0.28};

    /// From where to where the floor of a groove would lie, or its bright wall.
    private static final double BESIDE_MM = 0.16;

    private static final double FLOOR_MM = 0.5;

    private static final int TOGETHER = 5;
    private static final float[] LIGHT = SrgbLight.table();

    private Hairs() {}

    /// How much a line is like a hair, 0 to 1. A limit would let whole lines come and go.
    static double likeness(Line line, SkinField field, double mmPerPx) {
        if (line.length() * field.factor() * mmPerPx < LEAST_MM) {
            return 0;
        }
        int reach = (int) Math.ceil(REACH_MM / mmPerPx);
        int near = (int) Math.ceil(NEAR_MM / mmPerPx);
        var rows = new double[line.points()][2 * reach + 1];
        for (int i = 0; i < rows.length; i++) {
            double[] across = line.across(i);
            double x = field.pixels().left() + (line.x()[i] + 0.5) * field.factor();
            double y = field.pixels().top() + (line.y()[i] + 0.5) * field.factor();
            for (int k = -reach; k <= reach; k++) {
                rows[i][k + reach] = light(field.pixels(), x + k * across[0], y + k * across[1]);
            }
        }
        var sum = new double[2 * (reach - near) + 1];
        for (int i = 0; i < rows.length; i++) {
            addAligned(rows, i, near, sum);
        }
        for (int k = 0; k < sum.length; k++) {
            sum[k] /= rows.length;
        }
        return likeness(sum, mmPerPx);
    }

    /// The dark wall of a steep groove is as narrow, but the floor or the bright wall lies to one side of it.
    private static double likeness(double[] sum, double mmPerPx) {
        int middle = sum.length / 2;
        int from = (int) Math.round(BESIDE_MM / mmPerPx);
        int to = (int) Math.round(FLOOR_MM / mmPerPx);
        double difference = 0;
        double brightest = Double.NEGATIVE_INFINITY;
        for (int k = from; k <= to; k++) {
            difference += (sum[middle + k] - sum[middle - k]) / (to - from + 1);
            brightest = Math.max(brightest, Math.max(sum[middle + k], sum[middle - k]));
        }
        double shoulder = (sum[0] + sum[sum.length - 1]) / 2;
        double depth = shoulder - sum[middle];
        if (depth < DARK[0]) {
            return 0;
        }
        return ramp(depth, DARK)
                * (1 - ramp(width(sum, shoulder - depth / 2) * mmPerPx, WIDTH_MM))
                * (1 - ramp(Math.abs(difference) / depth, UNEQUAL))
                * (1 - ramp((brightest - shoulder) / depth, BRIGHT));
    }

    private static double ramp(double value, double[] limits) {
        return Math.clamp((value - limits[0]) / (limits[1] - limits[0]), 0, 1);
    }

    /// Adds the rows around one, the darkest place near their middle laid onto the middle of the sum.
    private static void addAligned(double[][] rows, int at, int near, double[] sum) {
        int n = rows[at].length;
        var mean = new double[n];
        int together = 0;
        for (int i = Math.max(0, at - TOGETHER); i <= Math.min(rows.length - 1, at + TOGETHER); i++) {
            together++;
            for (int k = 0; k < n; k++) {
                mean[k] += rows[i][k];
            }
        }
        int darkest = n / 2;
        for (int k = n / 2 - near; k <= n / 2 + near; k++) {
            if (mean[k] < mean[darkest]) {
                darkest = k;
            }
        }
        for (int k = 0; k < sum.length; k++) {
            sum[k] += mean[darkest - sum.length / 2 + k] / together;
        }
    }

    /// In pixels and parts of them.
    private static double width(double[] sum, double level) {
        int left = sum.length / 2;
        while (left > 0 && sum[left] < level) {
            left--;
        }
        int right = sum.length / 2;
        while (right < sum.length - 1 && sum[right] < level) {
            right++;
        }
        double before = sum[left] < level ? 0 : (level - sum[left]) / (sum[left + 1] - sum[left]);
        double after = sum[right] < level ? 0 : (level - sum[right]) / (sum[right - 1] - sum[right]);
        return right - after - left - before;
    }

    /// Logarithm of luminance of the pixel in which a place lies.
    private static double light(SkinPixels pixels, double x, double y) {
        int u = Math.clamp((int) x, 0, pixels.photoWidth() - 1);
        int v = Math.clamp((int) y, 0, pixels.photoHeight() - 1);
        int rgb = pixels.rgb()[v * pixels.photoWidth() + u];
        return Math.log(
                1e-3 + 0.2126 * LIGHT[rgb >> 16 & 0xFF] + 0.7152 * LIGHT[rgb >> 8 & 0xFF] + 0.0722 * LIGHT[rgb & 0xFF]);
    }
}
