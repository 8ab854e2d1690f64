package org.stipple.dose;

import org.stipple.quantities.Length;

/// Thickness of epidermis and dermis of a zone, as one publication measured them.
///
/// The method matters: high-frequency ultrasound reads the epidermis 2 to 6 times thicker than histology does
/// (Meng 2022, doi 10.1186/s12880-022-00839-w, against Chopra 2015, Aesthet Surg J 35:1007), so it is part of
/// the value.
///
/// @param epidermis mean, 0 to 5 mm
/// @param epidermisSd standard deviation between people, 0 to 5 mm
/// @param dermis mean, 0 to 10 mm
/// @param dermisSd standard deviation between people, 0 to 10 mm
/// @param method how and by whom it was measured
public record SkinLayers(Length epidermis, Length epidermisSd, Length dermis, Length dermisSd, String method)
        implements SkinThickness {

    /// @throws UnusableQuestion outside the ranges, or without a method
    public SkinLayers {
        check(epidermis, 5, "epidermis");
        check(epidermisSd, 5, "SD of the epidermis");
        check(dermis, 10, "dermis");
        check(dermisSd, 10, "SD of the dermis");
        if (method.isBlank()) {
            throw new UnusableQuestion("zone", "a thickness without a method", "how and by whom it was measured");
        }
    }

    private static void check(Length length, double max, String what) {
        if (!(length.millimetres() <= max)) {
            throw new UnusableQuestion("zone", what + " of " + length, "0 to " + max + " mm");
        }
    }

    /// Depth at which the dermis begins, in mm, this many standard deviations thicker than the mean; 0 at
    /// least.
    double dermisFromMm(double deviations) {
        return Math.max(0, epidermis.millimetres() + deviations * epidermisSd.millimetres());
    }

    /// Depth at which the dermis ends, in mm, both layers this many standard deviations thicker than the mean.
    double dermisToMm(double deviations) {
        return dermisFromMm(deviations) + Math.max(0, dermis.millimetres() + deviations * dermisSd.millimetres());
    }
}
