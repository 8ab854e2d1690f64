package org.stipple.dose;

import org.stipple.quantities.Depth;
import org.stipple.quantities.Length;

/// One needle: a round shaft with a conical tip.
///
/// @param diameter of the shaft, 0.01 to 2 mm; the hole in the skin's surface is taken as wide
/// @param length from the base to the tip, 0.05 to 5 mm: no channel is deeper
/// @param taper length of the tip's cone, 0 (a cylinder: the injured volume is then an upper bound) to the
///   length
public record Needle(Length diameter, Depth length, Length taper) {

    /// @throws UnusableQuestion outside the ranges
    public Needle {
        Limit.NEEDLE_DIAMETER.check(diameter.millimetres());
        Limit.NEEDLE_LENGTH.check(length.asMillimetres());
        Limit.TAPER.check(taper.millimetres());
        if (taper.millimetres() > length.asMillimetres()) {
            throw new UnusableQuestion(Limit.TAPER.field(), taper.toString(), "at most the needle's length, " + length);
        }
    }

    /// A needle whose cone is not known, taken as a cylinder.
    ///
    /// @throws UnusableQuestion outside the ranges
    public static Needle cylinder(Length diameter, Depth length) {
        return new Needle(diameter, length, Length.ofMillimetres(0));
    }
}
