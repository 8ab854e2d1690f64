package org.stipple.imaging.skin;

import java.util.BitSet;
import org.stipple.imaging.raster.Blur;
import org.stipple.imaging.raster.Plane;

/// Where the skin mirrors the light (dichromatic model: Shafer 1985, doi 10.1002/col.5080100409).
///
/// Mirrored light is white: it adds to blue as much as to red. Skin sends less blue than red, in a ratio that
/// changes slowly over a zone; what blue there is beyond that ratio is mirrored: m = (B - k R) / (1 - k). Pigment
/// too changes the ratio, but makes no skin brighter by that much: what shines must be both.
public final class Shine {

    private static final double PITCH_MM = 0.125;

    /// `design`: part of what white paper would send. 0.05 is clearly visible on light skin. The noise of m
    /// grows with
    /// 1 / (1 - k), so on light skin, whose k is large, more is asked than on dark.
    private static final float LEAST = 0.0165f;

    private static final double GROUND_MM = 9;
    private static final double AGAINST_NOISE_PX = 0.6;
    /// Brighter than its ground by more is no ground.
    private static final float BRIGHT = 0.05f;

    private static final float OUTLIER = 0.12f;

    /// Without a scale: so many pixels of the photo to a side.
    private static final int FACTOR = 2;

    private final SkinField field;
    private final boolean[] shines;

    private Shine(SkinField field, boolean[] shines) {
        this.field = field;
        this.shines = shines;
    }

    /// @param mmPerPx of the photo; 0 = unknown
    public static Shine of(SkinPixels pixels, double mmPerPx) {
        var field = SkinField.of(pixels, mmPerPx > 0 ? SkinField.factor(mmPerPx, PITCH_MM) : FACTOR);
        var blur = Blur.of(AGAINST_NOISE_PX);
        float[] red = blur.of(field.red()).values();
        float[] blue = blur.of(field.blue()).values();
        double sigma = mmPerPx > 0 ? GROUND_MM / mmPerPx / field.factor() : field.width() / 8.0;
        Plane ratio = ratio(red, blue, field);
        boolean[] matt = matt(ratio, field, sigma);
        float[] k = Ground.of(ratio, matt, sigma, OUTLIER).values();
        Plane luminance = blur.of(field.luminance());
        float[] ground = Ground.of(luminance, matt, sigma, BRIGHT).values();
        var shines = new boolean[red.length];
        for (int i = 0; i < red.length; i++) {
            float mirrored = (blue[i] - k[i] * red[i]) / (1 - k[i]);
            float brighter = luminance.values()[i] - ground[i];
            shines[i] = field.isSkin(i)
                    && (field.isFull(i) || Math.min(mirrored, brighter) >= LEAST / ((1 - k[i]) * (1 - k[i])));
        }
        return new Shine(field, shines);
    }

    private static Plane ratio(float[] red, float[] blue, SkinField field) {
        var ratio = new Plane(field.width(), field.height());
        for (int i = 0; i < red.length; i++) {
            ratio.values()[i] = red[i] > 0 ? Math.clamp(blue[i] / red[i], 0, 0.9f) : 0.9f;
        }
        return ratio;
    }

    /// Skin that mirrors nothing: the yellower half of the skin around.
    private static boolean[] matt(Plane ratio, SkinField field, double sigmaPx) {
        var counts = new boolean[ratio.values().length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = field.isSkin(i) && !field.isFull(i);
        }
        float[] first = Ground.of(ratio, counts, sigmaPx, OUTLIER).values();
        for (int i = 0; i < counts.length; i++) {
            counts[i] &= ratio.values()[i] <= first[i];
        }
        return counts;
    }

    /// Part of the zone.
    public double percent() {
        return Shares.percent(shines, field);
    }

    /// Marks it in the frame of the photo.
    public void mark(BitSet photo) {
        Marks.area(at -> shines[at], field, photo);
    }
}
