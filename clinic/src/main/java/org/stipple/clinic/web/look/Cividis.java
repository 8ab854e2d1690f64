package org.stipple.clinic.web.look;

import java.util.HexFormat;

/// The scale of colours for depth and density: cividis, even to the eye and safe for the colour-blind (Nuñez,
/// Anderton, Renslow 2018, doi 10.1371/journal.pone.0199239), by a polynomial of fifth degree that stays
/// within 3 of 255 of it.
public final class Cividis {

    private static final HexFormat HEX = HexFormat.of();

    private Cividis() {}

    /// The colour at a place of the scale, as `#rrggbb`.
    ///
    /// @param part from 0 (dark blue) to 1 (yellow); what is outside is drawn as the nearer end
    public static String at(double part) {
        int[] rgb = rgb(part);
        return "#" + HEX.toHexDigits((byte) rgb[0]) + HEX.toHexDigits((byte) rgb[1]) + HEX.toHexDigits((byte) rgb[2]);
    }

    /// The colour in which text is to be read on it: white or near black, whichever has the greater contrast.
    public static String inkOn(double part) {
        int[] rgb = rgb(part);
        double light = 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
        return 1.05 / (light + 0.05) >= (light + 0.05) / 0.055 ? "#ffffff" : "#12181f";
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int[] rgb(double part) {
        double t = Math.clamp(part, 0, 1);
        return new int[] {
            channel(-4.54 - t * (35.34 - t * (2381.73 - t * (6402.7 - t * (7024.72 - t * 2710.57))))),
            channel(32.49 + t * (170.73 + t * (52.82 - t * (131.46 - t * (176.58 - t * 67.37))))),
            channel(81.24 + t * (442.36 - t * (2482.43 - t * (6167.24 - t * (6614.94 - t * 2475.67)))))
        };
    }

    private static int channel(double value) {
        return (int) Math.clamp(Math.round(value), 0L, 255L);
    }
}
