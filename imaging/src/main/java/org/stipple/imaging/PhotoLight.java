package org.stipple.imaging;

import java.util.stream.IntStream;
import org.stipple.imaging.plane.Light;
import org.stipple.imaging.plane.Planes;

/// A photo as linear light, for those who do not know photos.
///
/// @param photo its pixels are not copied
record PhotoLight(Photo photo) implements Light {

    @Override
    public int width() {
        return photo.width();
    }

    @Override
    public int height() {
        return photo.height();
    }

    @Override
    public double at(int x, int y) {
        return LinearLight.luminance(photo.pixels()[y * photo.width() + x]);
    }

    /// The whole photo, each pixel the mean of `factor` x `factor`; what is left over at the right and bottom
    /// edge is left out.
    Planes reduced(int factor) {
        int width = photo.width() / factor;
        int height = photo.height() / factor;
        var red = new float[width * height];
        var green = new float[width * height];
        var blue = new float[width * height];
        float share = 1f / (factor * factor);
        IntStream.range(0, height).parallel().forEach(y -> {
            for (int x = 0; x < width; x++) {
                double r = 0;
                double g = 0;
                double b = 0;
                for (int j = 0; j < factor; j++) {
                    int row = (y * factor + j) * photo.width() + x * factor;
                    for (int i = row; i < row + factor; i++) {
                        int rgb = photo.pixels()[i];
                        r += LinearLight.of(rgb >> 16 & 0xFF);
                        g += LinearLight.of(rgb >> 8 & 0xFF);
                        b += LinearLight.of(rgb & 0xFF);
                    }
                }
                red[y * width + x] = (float) r * share;
                green[y * width + x] = (float) g * share;
                blue[y * width + x] = (float) b * share;
            }
        });
        return new Planes(width, height, red, green, blue);
    }

    /// By how much to reduce it so that its long side has at most so many pixels.
    static int factor(Photo photo, int longSide) {
        return Math.max(1, Math.ceilDiv(Math.max(photo.width(), photo.height()), longSide));
    }
}
