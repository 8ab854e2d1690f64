package org.stipple.imaging;

import org.stipple.imaging.plane.Light;
import org.stipple.imaging.plane.Planes;
import org.stipple.imaging.raster.Plane;
import org.stipple.imaging.raster.SrgbLight;

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

    @Override
    public float[] means(int factor) {
        int columns = photo.width() / factor;
        var means = new float[columns * (photo.height() / factor)];
        int[] pixels = photo.pixels();
        float share = 1f / (factor * factor);
        Plane.eachRow(photo.height() / factor, y -> {
            int out = y * columns;
            for (int j = 0; j < factor; j++) {
                int at = (y * factor + j) * photo.width();
                for (int x = 0; x < columns; x++) {
                    float sum = 0;
                    for (int i = 0; i < factor; i++) {
                        sum += LinearLight.quickLuminance(pixels[at]);
                        at++;
                    }
                    means[out + x] += sum;
                }
            }
            for (int x = 0; x < columns; x++) {
                means[out + x] *= share;
            }
        });
        return means;
    }

    /// The whole photo, each pixel the mean of `factor` x `factor`; what is left over at the right and bottom
    /// edge is left out.
    Planes reduced(int factor) {
        int width = photo.width() / factor;
        int height = photo.height() / factor;
        var red = new float[width * height];
        var green = new float[width * height];
        var blue = new float[width * height];
        int[] pixels = photo.pixels();
        float[] light = SrgbLight.table();
        float share = 1f / (factor * factor);
        Plane.eachRow(height, y -> {
            for (int j = 0; j < factor; j++) {
                int from = (y * factor + j) * photo.width();
                for (int x = 0; x < width; x++) {
                    float r = 0;
                    float g = 0;
                    float b = 0;
                    for (int i = 0; i < factor; i++) {
                        int rgb = pixels[from];
                        r += light[rgb >> 16 & 0xFF];
                        g += light[rgb >> 8 & 0xFF];
                        b += light[rgb & 0xFF];
                        from++;
                    }
                    red[y * width + x] += r;
                    green[y * width + x] += g;
                    blue[y * width + x] += b;
                }
            }
            for (int at = y * width; at < (y + 1) * width; at++) {
                red[at] *= share;
                green[at] *= share;
                blue[at] *= share;
            }
        });
        return new Planes(width, height, red, green, blue);
    }

    /// By how much to reduce it so that its long side has at most so many pixels.
    static int factor(Photo photo, int longSide) {
        return Math.max(1, Math.ceilDiv(Math.max(photo.width(), photo.height()), longSide));
    }
}
