package org.stipple.phantom;

import org.stipple.quantities.Length;

/// A hair that lies on the skin; it casts no shadow.
///
/// @param path its middle line
/// @param thickness 0.02 to 0.1 mm in people
/// @param darkness of its colour, 0 = white, 1 = black
public record Hair(Curve path, Length thickness, double darkness) implements Mark {

    /// @throws IllegalArgumentException without a thickness, or with a darkness outside 0..1
    public Hair {
        if (!(thickness.millimetres() > 0) || !(darkness >= 0 && darkness <= 1)) {
            throw new IllegalArgumentException("a hair needs a thickness and a darkness of 0..1");
        }
    }

    double reach() {
        return thickness.millimetres() / 2 + 0.1;
    }

    /// Linear reflectance of one band: pheomelanin fades last (design).
    static double reflectance(int band, double darkness) {
        return 0.45 * Math.exp(-darkness * (3 + 0.5 * band));
    }
}
