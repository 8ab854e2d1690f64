package org.stipple.dose;

import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;

/// By how much holes may be drawn out along the way of the device. The figures of a dose take none: skin
/// moves with the needle, and nobody measured by how much.
///
/// @param most an upper bound, for skin that stays where it is
/// @param how it comes about, in words for a person
public record Slit(Length most, String how) {

    /// Of this device used this way (dose reference, 1.2 and 1.3).
    public static Slit of(DoseQuestion question) {
        return switch (question.device()) {
            case NeedleArray.Pen pen ->
                new Slit(
                        dragged(question, pen, Fraction.ofValue(1)),
                        "pen: the way between two strokes, as if needles never left the skin");
            case NeedleArray.Roller roller ->
                new Slit(
                        RollerKinematics.of(roller).slit(),
                        "roller: from where a needle enters to where it leaves skin that does not move");
            case NeedleArray.Stamp _ -> new Slit(Length.ofMillimetres(0), "stamp: it does not glide in the skin");
        };
    }

    /// v·δ/f: how far a pen glides while a needle is in the skin.
    ///
    /// @param inside δ, part of each stroke during which it is
    static Length dragged(DoseQuestion question, NeedleArray.Pen pen, Fraction inside) {
        return Length.ofMillimetres(question.technique().glide().millimetresPerSecond()
                * inside.value()
                / pen.stroke().hertz());
    }
}
