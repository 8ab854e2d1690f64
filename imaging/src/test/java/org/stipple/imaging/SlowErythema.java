package org.stipple.imaging;

/// The erythema index as one would write it down first: pixel by pixel, with the formulas of sRGB, every
/// pixel asked whether it lies in the outline.
record SlowErythema(int used, int total, double index) {

    static SlowErythema of(Photo photo, Outline outline) {
        double luminance = 0;
        double whiteness = 0;
        int total = 0;
        int unclipped = 0;
        for (int y = 0; y < photo.height(); y++) {
            for (int x = 0; x < photo.width(); x++) {
                if (contains(outline, x + 0.5, y + 0.5)) {
                    total++;
                    double[] rgb = linear(photo.rgbAt(x, y));
                    if (!clipped(photo.rgbAt(x, y))) {
                        unclipped++;
                        luminance += luminance(rgb);
                        whiteness += whiteness(rgb);
                    }
                }
            }
        }
        double sum = 0;
        int used = 0;
        for (int y = 0; y < photo.height(); y++) {
            for (int x = 0; x < photo.width(); x++) {
                double[] rgb = linear(photo.rgbAt(x, y));
                boolean mirrors =
                        luminance(rgb) > 1.3 * luminance / unclipped && whiteness(rgb) > 1.3 * whiteness / unclipped;
                if (contains(outline, x + 0.5, y + 0.5) && !clipped(photo.rgbAt(x, y)) && !mirrors) {
                    used++;
                    sum += Math.log10(rgb[0] / rgb[1]);
                }
            }
        }
        return new SlowErythema(used, total, sum / used);
    }

    private static boolean contains(Outline outline, double x, double y) {
        boolean inside = false;
        var corners = outline.corners();
        for (int i = 0; i < corners.size(); i++) {
            var a = corners.get(i);
            var b = corners.get((i + 1) % corners.size());
            boolean between = a.y() <= y && y < b.y() || b.y() <= y && y < a.y();
            if (between && x >= a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y())) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static boolean clipped(int rgb) {
        for (int shift = 0; shift <= 16; shift += 8) {
            int value = rgb >> shift & 0xFF;
            if (value < 3 || value > 252) {
                return true;
            }
        }
        return false;
    }

    private static double[] linear(int rgb) {
        var light = new double[3];
        for (int band = 0; band < 3; band++) {
            double coded = (rgb >> (16 - 8 * band) & 0xFF) / 255.0;
            light[band] = coded <= 0.04045 ? coded / 12.92 : Math.pow((coded + 0.055) / 1.055, 2.4);
        }
        return light;
    }

    private static double luminance(double[] rgb) {
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static double whiteness(double[] rgb) {
        return Math.min(rgb[0], Math.min(rgb[1], rgb[2])) / (rgb[0] + rgb[1] + rgb[2]);
    }
}
