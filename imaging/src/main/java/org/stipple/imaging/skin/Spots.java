package org.stipple.imaging.skin;

import java.util.Arrays;
import java.util.BitSet;
import org.stipple.imaging.raster.Blur;
import org.stipple.imaging.raster.Plane;

/// Spots of more melanin than the skin around them.
///
/// What lies above a local ground is a spot where its darkest part is dark enough; it reaches as far as it has
/// half
/// of that. A threshold on colour itself would move with the tone of the skin and the light across it.
public final class Spots {

    private static final double PITCH_MM = 0.21;
    /// Fine enough to see pores and leave them out.
    private static final double PITCH_ON_DARK_MM = 0.11;

    /// From natural to decadic logarithms.
    private static final float TO_DENSITY = 0.4343f;

    private static final double SMOOTH_MM = 0.2;
    private static final double SMOOTH_ON_DARK_MM = 0.4;
    private static final double GROUND_MM = 7;
    private static final float OUTLIER = 0.015f;

    /// Optical density of melanin in red light, above the ground: where a spot ends at most.
    private static final float LEAST = 0.012f;

    /// What the darkest part of a spot has at least.
    private static final float DARK = 0.02f;

    /// The same on dark skin.
    private static final float LEAST_ON_DARK = 0.035f;

    private static final float DARK_ON_DARK = 0.05f;

    /// Linear blue of the zone below which skin counts as dark.
    private static final double DARK_BLUE = 0.06;

    /// Area of a spot in its smallest square, at least: lines have less, a disc has 0.79.
    private static final double COMPACT = 0.25;

    private static final double LEAST_MM2 = 0.6;

    /// Linear light that noise leaves on black.
    private static final float DARKEST = 0.003f;

    private final Grid grid;
    private final boolean[] spot;
    private final double percent;

    private Spots(SkinField field, boolean[] spot) {
        this.grid = field.grid();
        this.spot = spot;
        this.percent = Shares.percent(spot, field);
    }

    /// @param mmPerPx of the photo
    public static Spots of(SkinPixels pixels, double mmPerPx) {
        var coarse = SkinField.of(pixels, SkinField.factor(mmPerPx, PITCH_MM));
        boolean dark = isDark(coarse);
        var field = dark ? SkinField.of(pixels, SkinField.factor(mmPerPx, PITCH_ON_DARK_MM)) : coarse;
        double pitch = mmPerPx * field.factor();
        boolean[] skin = field.seen();
        Plane brown = dark ? darkness(field, pitch) : Pigments.of(field, SMOOTH_MM / pitch).melanin;
        float[] values = brown.values();
        Ground.under(brown, skin, GROUND_MM / pitch, OUTLIER).takeFrom(brown);
        float least = dark ? LEAST_ON_DARK : LEAST;
        var spot = new boolean[values.length];
        for (int[] piece : Pieces.of(at -> skin[at] && values[at] > least, field.width(), field.height())) {
            if (piece.length * pitch * pitch >= LEAST_MM2) {
                mark(piece, values, spot, dark ? DARK_ON_DARK : DARK, LEAST_MM2 / pitch / pitch, field.width());
            }
        }
        return new Spots(field, spot);
    }

    /// On dark skin what the surface mirrors is as much as the blue that the skin itself sends, and the ratios
    /// of the
    /// channels no longer say what is melanin. Red less blue has nothing of the mirrored light in it.
    private static Plane darkness(SkinField field, double pitch) {
        Plane difference = field.logRedLessBlue(DARKEST);
        Plane smooth = Blur.of(SMOOTH_ON_DARK_MM / pitch).of(PoreFinder.filled(difference, pitch));
        float[] out = smooth.values();
        Plane.eachRow(field.height(), y -> {
            for (int i = y * field.width(); i < (y + 1) * field.width(); i++) {
                out[i] *= -TO_DENSITY;
            }
        });
        return smooth;
    }

    private static boolean isDark(SkinField field) {
        float[] blues = field.blue().values();
        double blue = 0;
        int n = 0;
        for (int i = 0; i < blues.length; i++) {
            if (field.isSkin(i) && !field.isFull(i)) {
                blue += blues[i];
                n++;
            }
        }
        return n > 0 && blue / n < DARK_BLUE;
    }

    private static void mark(int[] piece, float[] values, boolean[] spot, float least, double leastPx, int width) {
        var sorted = new float[piece.length];
        for (int i = 0; i < piece.length; i++) {
            sorted[i] = values[piece[i]];
        }
        Arrays.sort(sorted);
        float dark = sorted[Math.max(0, (int) Math.ceil(0.85 * sorted.length) - 1)];
        int[] reached =
                Arrays.stream(piece).filter(at -> values[at] >= dark / 2).toArray();
        if (dark < least || reached.length < leastPx || !isCompact(reached, width)) {
            return;
        }
        for (int at : reached) {
            spot[at] = true;
        }
    }

    private static boolean isCompact(int[] piece, int width) {
        var columns = Arrays.stream(piece).map(at -> at % width).summaryStatistics();
        var rows = Arrays.stream(piece).map(at -> at / width).summaryStatistics();
        double side = 1.0 + Math.max(columns.getMax() - columns.getMin(), rows.getMax() - rows.getMin());
        return piece.length >= COMPACT * side * side;
    }

    /// Whether half of the points of a line lie on spots.
    boolean covers(Line line, SkinField other) {
        int on = 0;
        for (int i = 0; i < line.points(); i++) {
            double scale = other.factor() / (double) grid.factor();
            int x = Math.clamp((int) ((line.x()[i] + 0.5) * scale), 0, grid.width() - 1);
            int y = Math.clamp((int) ((line.y()[i] + 0.5) * scale), 0, grid.height() - 1);
            on += spot[y * grid.width() + x] ? 1 : 0;
        }
        return 2 * on > line.points();
    }

    /// Part of the zone.
    public double percent() {
        return percent;
    }

    /// Marks them in the frame of the photo.
    public void mark(BitSet photo) {
        Marks.area(at -> spot[at], grid, photo);
    }
}
