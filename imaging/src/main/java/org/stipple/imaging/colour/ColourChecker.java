package org.stipple.imaging.colour;

import java.util.List;
import java.util.stream.IntStream;

/// The 24 patches of the ColorChecker Classic, row by row from dark skin to black, as its maker publishes them
/// in sRGB.
public final class ColourChecker {

    /// Patches in a row.
    public static final int COLUMNS = 6;

    /// Rows.
    public static final int ROWS = 4;

    /// Patches.
    public static final int PATCHES = COLUMNS * ROWS;

    /// The first of the six greys, which is white.
    public static final int WHITE = 18;

    private static final int[] SRGB = {
        0x735244, 0xC29682, 0x627A9D, 0x576C43, 0x8580B1, 0x67BDAA, //
        0xD67E2C, 0x505BA6, 0xC15A63, 0x5E3C6C, 0x9DBC40, 0xE0A32E, //
        0x383D96, 0x469449, 0xAF363C, 0xE7C71F, 0xBB5695, 0x0885A1, //
        0xF3F3F2, 0xC8C8C8, 0xA0A0A0, 0x7A7A79, 0x555555, 0x343434
    };

    private static final List<Lab> LAB = IntStream.range(0, PATCHES)
            .mapToObj(i -> Lab.ofLinear(linear(i, 0), linear(i, 1), linear(i, 2)))
            .toList();

    private ColourChecker() {}

    /// The published value, `0xRRGGBB`.
    public static int srgb(int patch) {
        return SRGB[patch];
    }

    /// Linear light of a channel (0 = red, 1 = green, 2 = blue), 0 to 1.
    public static double linear(int patch, int channel) {
        double coded = (SRGB[patch] >> 16 - 8 * channel & 0xFF) / 255.0;
        return coded <= 0.04045 ? coded / 12.92 : Math.pow((coded + 0.055) / 1.055, 2.4);
    }

    /// D65, 2 degrees.
    public static Lab lab(int patch) {
        return LAB.get(patch);
    }
}
