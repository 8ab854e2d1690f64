package org.stipple.imaging;

import org.stipple.imaging.plane.Planes;
import org.stipple.imaging.raster.Plane;

/// A follow-up laid onto the frame of its baseline, small: to be looked at, never to be measured in.
///
/// @param light of the size of the small baseline
/// @param seen which of its pixels the follow-up shows
record LaidPhoto(Planes light, boolean[] seen) {

    /// What is not shown: a grey that no skin has.
    private static final float GREY = 0.6f;

    /// @param onto from the baseline to the follow-up, in pixels of the photos
    /// @param factor pixels of the baseline to a pixel of the small one
    /// @param width of the small baseline
    /// @param height of the small baseline
    static LaidPhoto of(Photo followup, Registration.Carry onto, int factor, int width, int height) {
        int own = PhotoLight.factor(followup, MeasuredPictures.LONG_SIDE);
        Planes from = new PhotoLight(followup).reduced(own);
        var laid = new Planes(
                width, height, new float[width * height], new float[width * height], new float[width * height]);
        var seen = new boolean[width * height];
        Plane.eachRow(height, y -> {
            for (int x = 0; x < width; x++) {
                Place there = onto.of(new Place((x + 0.5) * factor, (y + 0.5) * factor));
                int at = y * width + x;
                seen[at] = there.x() >= 0
                        && there.y() >= 0
                        && there.x() < followup.width()
                        && there.y() < followup.height();
                put(from, there.x() / own - 0.5, there.y() / own - 0.5, seen[at], laid, at);
            }
        });
        return new LaidPhoto(laid, seen);
    }

    private static void put(Planes from, double x, double y, boolean isSeen, Planes to, int at) {
        if (!isSeen) {
            to.red()[at] = GREY;
            to.green()[at] = GREY;
            to.blue()[at] = GREY;
            return;
        }
        double u = Math.clamp(x, 0, from.width() - 1.0);
        double v = Math.clamp(y, 0, from.height() - 1.0);
        int left = (int) u;
        int top = (int) v;
        int right = Math.min(left + 1, from.width() - 1);
        int below = Math.min(top + 1, from.height() - 1);
        float a = (float) (u - left);
        float b = (float) (v - top);
        int first = top * from.width();
        int second = below * from.width();
        to.red()[at] = between(from.red(), first + left, first + right, second + left, second + right, a, b);
        to.green()[at] = between(from.green(), first + left, first + right, second + left, second + right, a, b);
        to.blue()[at] = between(from.blue(), first + left, first + right, second + left, second + right, a, b);
    }

    private static float between(float[] of, int i, int j, int k, int l, float a, float b) {
        return (1 - b) * ((1 - a) * of[i] + a * of[j]) + b * ((1 - a) * of[k] + a * of[l]);
    }

    Picture picture() {
        return PictureFile.jpeg(CodedLight.rgb(light), light.width(), light.height());
    }
}
