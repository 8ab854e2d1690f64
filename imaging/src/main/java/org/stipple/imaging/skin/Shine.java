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
    /// grows with 1 / (1 - k), so on light skin, whose k is large, more is asked than on dark.
    private static final float LEAST = 0.0165f;

    private static final double GROUND_MM = 9;

    /// Pixels that what shines is looked for in, to a side of one that the ground is made of.
    private static final int COARSER = 2;

    private static final double AGAINST_NOISE_PX = 0.6;
    /// Brighter than its ground by more is no ground.
    private static final float BRIGHT = 0.05f;

    private static final float OUTLIER = 0.12f;

    /// Without a scale: so many pixels of the photo to a side.
    private static final int FACTOR = 2;

    private final Grid grid;
    private final boolean[] shines;
    private final double percent;

    private Shine(SkinField field, boolean[] shines) {
        this.grid = field.grid();
        this.shines = shines;
        this.percent = Shares.percent(shines, field);
    }

    /// @param mmPerPx of the photo; 0 = unknown
    public static Shine of(SkinPixels pixels, double mmPerPx) {
        var field = SkinField.of(pixels, mmPerPx > 0 ? SkinField.factor(mmPerPx, PITCH_MM) : FACTOR);
        // What reaches so far has nothing fine in it.
        var coarse = SkinField.of(pixels, COARSER * field.factor());
        double sigma = mmPerPx > 0 ? GROUND_MM / mmPerPx / coarse.factor() : coarse.width() / 8.0;
        Plane ratio = ratio(coarse);
        boolean[] matt = matt(ratio, coarse, sigma);
        var ratioOfSkin = Ground.under(ratio, matt, sigma, OUTLIER).finer(COARSER, field.width(), field.height());
        var light = Ground.under(coarse.red(), matt, sigma, BRIGHT).finer(COARSER, field.width(), field.height());
        var blur = Blur.of(AGAINST_NOISE_PX);
        float[] red = blur.of(field.red()).values();
        float[] blue = blur.of(field.blue()).values();
        var shines = new boolean[red.length];
        Plane.eachBand(field.height(), (from, to) -> {
            var k = new float[field.width()];
            var ground = new float[field.width()];
            for (int y = from; y < to; y++) {
                ratioOfSkin.row(y, k, 0);
                light.row(y, ground, 0);
                for (int x = 0; x < k.length; x++) {
                    int at = y * k.length + x;
                    float mirrored = (blue[at] - k[x] * red[at]) / (1 - k[x]);
                    float brighter = red[at] - ground[x];
                    float least = LEAST / ((1 - k[x]) * (1 - k[x]));
                    shines[at] = field.isSkin(at) && (field.isFull(at) || Math.min(mirrored, brighter) >= least);
                }
            }
        });
        return new Shine(field, shines);
    }

    private static Plane ratio(SkinField field) {
        var ratio = new Plane(field.width(), field.height());
        float[] red = field.red().values();
        float[] blue = field.blue().values();
        float[] out = ratio.values();
        Plane.eachRow(field.height(), y -> {
            for (int i = y * field.width(); i < (y + 1) * field.width(); i++) {
                out[i] = red[i] > 0 ? Math.clamp(blue[i] / red[i], 0, 0.9f) : 0.9f;
            }
        });
        return ratio;
    }

    /// Skin that mirrors nothing: the yellower half of the skin around.
    private static boolean[] matt(Plane ratio, SkinField field, double sigmaPx) {
        boolean[] counts = field.seen();
        var ground = Ground.under(ratio, counts, sigmaPx, OUTLIER);
        Plane.eachBand(field.height(), (from, to) -> {
            var first = new float[field.width()];
            for (int y = from; y < to; y++) {
                ground.row(y, first, 0);
                for (int x = 0; x < first.length; x++) {
                    counts[y * first.length + x] &= ratio.values()[y * first.length + x] <= first[x];
                }
            }
        });
        return counts;
    }

    /// Part of the zone.
    public double percent() {
        return percent;
    }

    /// Marks it in the frame of the photo.
    public void mark(BitSet photo) {
        Marks.area(at -> shines[at], grid, photo);
    }
}
