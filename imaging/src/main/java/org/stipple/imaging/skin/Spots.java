package org.stipple.imaging.skin;

import java.util.Arrays;
import java.util.BitSet;
import org.stipple.imaging.raster.Blur;
import org.stipple.imaging.raster.Plane;

/// Spots of more melanin than the skin around them.
///
/// What lies above a local ground is a spot where its darkest part is dark enough; it reaches as far as it has
/// half of that. A threshold on colour itself would move with the tone of the skin and the light across it.
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

    /// `design`, on dark skin, where colour is smoothed most: half of the width at which a wrinkle is seen.
    private static final double WRINKLE_MM = 0.8;

    /// `design`, by mm: what the darkness of a spot changes by at its rim. The tone of dark skin changes as much
    /// from place to place, but slowly; a spot has an edge.
    private static final double EDGE_ON_DARK = 0.05;

    /// From a line along the rim of a spot to where there is spot, or none.
    private static final double RIM_MM = 0.5;

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
                if (dark) {
                    markOnDark(piece, values, spot, pitch, field.width());
                } else {
                    mark(piece, values, spot, DARK, LEAST_MM2 / pitch / pitch, field.width());
                }
            }
        }
        return new Spots(field, spot);
    }

    /// On dark skin what the surface mirrors is as much as the blue that the skin itself sends, and the ratios
    /// of the channels no longer say what is melanin. Red less blue has nothing of the mirrored light in it.
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
        float dark = dark(piece, values);
        int[] reached =
                Arrays.stream(piece).filter(at -> values[at] >= dark / 2).toArray();
        if (dark >= least && reached.length >= leastPx && RoundParts.fill(reached, width) >= COMPACT) {
            set(reached, spot, true);
        }
    }

    /// Part by part, without the wrinkles that run into it.
    private static void markOnDark(int[] piece, float[] values, boolean[] spot, double pitch, int width) {
        float whole = dark(piece, values);
        int[] reached =
                Arrays.stream(piece).filter(at -> values[at] >= whole / 2).toArray();
        for (int[] part : RoundParts.of(reached, width, WRINKLE_MM / pitch)) {
            if (part.length * pitch * pitch >= LEAST_MM2
                    && dark(part, values) >= DARK_ON_DARK
                    && RoundParts.fill(part, width) >= COMPACT) {
                set(part, spot, true);
                if (edge(part, values, spot, width) < EDGE_ON_DARK * pitch) {
                    set(part, spot, false);
                }
            }
        }
    }

    private static void set(int[] part, boolean[] spot, boolean is) {
        for (int at : part) {
            spot[at] = is;
        }
    }

    /// How much darkness changes at the rim, by pixel.
    private static double edge(int[] part, float[] values, boolean[] spot, int width) {
        double sum = 0;
        int n = 0;
        for (int at : part) {
            if (at > width && at < values.length - width - 1) {
                boolean within = spot[at - 1] && spot[at + 1] && spot[at - width] && spot[at + width];
                if (!within) {
                    sum += Math.hypot(values[at + 1] - values[at - 1], values[at + width] - values[at - width]) / 2;
                    n++;
                }
            }
        }
        return n == 0 ? 0 : sum / n;
    }

    private static float dark(int[] piece, float[] values) {
        var sorted = new float[piece.length];
        for (int i = 0; i < piece.length; i++) {
            sorted[i] = values[piece[i]];
        }
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(0.85 * sorted.length) - 1)];
    }

    /// At which points a line goes along the rim of a spot: a spot lies on one side of it and none on the other.
    boolean[] rims(Line line, SkinField other, double mmPerPx) {
        var rims = new boolean[line.points()];
        double away = RIM_MM / mmPerPx / other.factor();
        for (int i = 0; i < rims.length; i++) {
            double[] across = line.across(i);
            double dx = away * across[0];
            double dy = away * across[1];
            rims[i] = isSpot(line.x()[i] + dx, line.y()[i] + dy, other)
                    != isSpot(line.x()[i] - dx, line.y()[i] - dy, other);
        }
        return rims;
    }

    private boolean isSpot(double x, double y, SkinField other) {
        double scale = other.factor() / (double) grid.factor();
        int column = Math.clamp((int) ((x + 0.5) * scale), 0, grid.width() - 1);
        int row = Math.clamp((int) ((y + 0.5) * scale), 0, grid.height() - 1);
        return spot[row * grid.width() + column];
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
