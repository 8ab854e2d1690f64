package org.stipple.dose;

import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;

/// Whether the closed forms for coverage and duplicates, which take punctures as independent of each other,
/// may be trusted for a question.
public sealed interface PoissonModel {

    /// Within a point or so of the simulation (dose reference, table 2.2).
    record Holds() implements PoissonModel {}

    /// A pen's strokes follow each other more closely than a hole is wide: pins draw overlapping tracks, and the
    /// closed form over-predicts coverage, by up to 8 points in published cases. The simulation holds.
    ///
    /// @param pitch way between two strokes, v/f
    /// @param hole width of a hole
    record TracksOverlap(Length pitch, Length hole) implements PoissonModel {}

    /// Which of them it is for a question.
    static PoissonModel of(DoseQuestion question) {
        return switch (question.device()) {
            case NeedleArray.Pen pen -> {
                var pitch = Length.ofMillimetres(question.technique().glide().millimetresPerSecond()
                        / pen.stroke().hertz());
                var hole = pen.needle().diameter();
                yield pitch.millimetres() < hole.millimetres() ? new TracksOverlap(pitch, hole) : new Holds();
            }
            case NeedleArray.Roller _, NeedleArray.Stamp _ -> new Holds();
        };
    }

    /// Part of the skin's surface in a hole, if punctures fell independently of each other.
    static Fraction covered(DoseQuestion question) {
        return Fraction.ofValue(Poisson.covered(perMm2(question), holeMm(question)));
    }

    /// Part of the punctures within half a needle's diameter of an earlier one, likewise.
    static Fraction duplicates(DoseQuestion question) {
        return Fraction.ofValue(Poisson.duplicates(perMm2(question), holeMm(question) / 2));
    }

    private static double perMm2(DoseQuestion question) {
        var technique = question.technique();
        return question.device().densityPerMm2(technique, technique.glide().millimetresPerSecond());
    }

    private static double holeMm(DoseQuestion question) {
        return question.device().needle().diameter().millimetres();
    }
}
