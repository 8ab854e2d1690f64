package org.stipple.phantom;

import java.util.List;
import org.stipple.quantities.Length;

/// An AprilTag of the family 36h11 (Olson 2011, doi 10.1109/ICRA.2011.5979561; Wang and Olson 2016, doi
/// 10.1109/IROS.2016.7759617): six by six cells in a black frame of one cell, with one white cell around it.
///
/// @param id 0 to 19
/// @param side of the black square, as software that finds tags counts it
public record Tag(int id, double xMm, double yMm, double rotationDegrees, Length side) implements Marker {

    /// The code words as the family publishes them: rows from the top, most significant bit first, 1 = white.
    private static final long[] CODES = {
        0xd5d628584L, 0xd97f18b49L, 0xdd280910eL, 0xe479e9c98L, 0xebcbca822L,
        0xf31dab3acL, 0x056a5d085L, 0x10652e1d4L, 0x22b1dfeadL, 0x265ad0472L,
        0x34fe91b86L, 0x3ff962cd5L, 0x43a25329aL, 0x474b4385fL, 0x4e9d243e9L,
        0x5246149aeL, 0x5997f5538L, 0x683bb6c4cL, 0x6be4a7211L, 0x7e3158eeaL
    };

    private static final int CELLS = 8;
    private static final double INK = 0.04;
    private static final double PAPER = 0.85;

    /// @throws IllegalArgumentException for another id, or without a place or a side
    public Tag {
        if (id < 0 || id >= CODES.length) {
            throw new IllegalArgumentException("tags 0.." + (CODES.length - 1) + " are known, was " + id);
        }
        if (!Double.isFinite(xMm + yMm + rotationDegrees) || !(side.millimetres() > 0)) {
            throw new IllegalArgumentException("a tag needs a place and a side");
        }
    }

    /// How many tags are known: ids from 0 up to but without this.
    public static int known() {
        return CODES.length;
    }

    /// The corners of the black square, from its upper left clockwise.
    public List<SkinPoint> corners() {
        return Markers.corners(this, side.millimetres() / 2, side.millimetres() / 2);
    }

    /// With its white edge, in mm from the middle.
    double half() {
        return side.millimetres() * (CELLS + 2) / CELLS / 2;
    }

    /// Linear reflectance, the same in all bands, at a place of the tag in mm from its middle.
    double reflectance(double x, double y) {
        int column = (int) Math.floor((x / side.millimetres() + 0.5) * CELLS);
        int row = (int) Math.floor((y / side.millimetres() + 0.5) * CELLS);
        if (column < 0 || column >= CELLS || row < 0 || row >= CELLS) {
            return PAPER;
        }
        if (column == 0 || column == CELLS - 1 || row == 0 || row == CELLS - 1) {
            return INK;
        }
        int bit = 35 - ((row - 1) * 6 + column - 1);
        return (CODES[id] >>> bit & 1) == 1 ? PAPER : INK;
    }
}
