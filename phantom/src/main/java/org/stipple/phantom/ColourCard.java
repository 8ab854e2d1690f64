package org.stipple.phantom;

import java.util.List;
import org.stipple.quantities.Length;

/// The ColorChecker Classic: 24 patches in four rows of six, from dark skin at the upper left to black at the
/// lower right, in a black frame.
///
/// @param pitch from the middle of one patch to the middle of the next
public record ColourCard(double xMm, double yMm, double rotationDegrees, Length pitch) implements Marker {

    /// The published sRGB values (X-Rite; Pascale 2006, RGB coordinates of the Macbeth ColorChecker).
    private static final int[] SRGB = {
        0x735244, 0xc29682, 0x627a9d, 0x576c43, 0x8580b1, 0x67bdaa,
        0xd67e2c, 0x505ba6, 0xc15a63, 0x5e3c6c, 0x9dbc40, 0xe0a32e,
        0x383d96, 0x469449, 0xaf363c, 0xe7c71f, 0xbb5695, 0x0885a1,
        0xf3f3f2, 0xc8c8c8, 0xa0a0a0, 0x7a7a79, 0x555555, 0x343434
    };

    private static final int COLUMNS = 6;
    private static final int ROWS = 4;

    /// Half of a patch's side, in pitches (design).
    private static final double PATCH = 0.43;

    /// The frame beyond the outermost cells, in pitches (design).
    private static final double EDGE = 0.15;

    private static final double FRAME = 0.03;
    private static final double[] LINEAR = linear();

    /// @throws IllegalArgumentException without a place or a pitch
    public ColourCard {
        if (!Double.isFinite(xMm + yMm + rotationDegrees) || !(pitch.millimetres() > 0)) {
            throw new IllegalArgumentException("a card needs a place and a pitch");
        }
    }

    /// The published colour of a patch, `0xRRGGBB`, 0 to 23, row by row.
    public static int srgb(int patch) {
        return SRGB[patch];
    }

    /// The corners of the card, from its upper left clockwise: the dark skin patch is next to the first.
    public List<SkinPoint> corners() {
        return Markers.corners(this, halfWidth(), halfHeight());
    }

    /// The middles of the patches, row by row.
    public List<SkinPoint> middles() {
        var all = new java.util.ArrayList<SkinPoint>();
        for (int patch = 0; patch < SRGB.length; patch++) {
            double x = (patch % COLUMNS + 0.5 - COLUMNS / 2.0) * pitch.millimetres();
            double y = (patch / COLUMNS + 0.5 - ROWS / 2.0) * pitch.millimetres();
            all.add(Markers.place(this, x, y));
        }
        return List.copyOf(all);
    }

    double halfWidth() {
        return (COLUMNS / 2.0 + EDGE) * pitch.millimetres();
    }

    double halfHeight() {
        return (ROWS / 2.0 + EDGE) * pitch.millimetres();
    }

    /// Linear reflectance of a band at a place of the card in mm from its middle.
    double reflectance(int band, double x, double y) {
        double column = x / pitch.millimetres() + COLUMNS / 2.0;
        double row = y / pitch.millimetres() + ROWS / 2.0;
        if (column < 0 || column >= COLUMNS || row < 0 || row >= ROWS) {
            return FRAME;
        }
        boolean inside =
                Math.abs(column - Math.floor(column) - 0.5) <= PATCH && Math.abs(row - Math.floor(row) - 0.5) <= PATCH;
        return inside ? LINEAR[3 * ((int) row * COLUMNS + (int) column) + band] : FRAME;
    }

    private static double[] linear() {
        var all = new double[3 * SRGB.length];
        for (int i = 0; i < all.length; i++) {
            int value = SRGB[i / 3] >> (16 - 8 * (i % 3)) & 0xFF;
            all[i] = Math.pow((value / 255.0 + 0.055) / 1.055, 2.4);
        }
        return all;
    }
}
