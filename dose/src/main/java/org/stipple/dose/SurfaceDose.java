package org.stipple.dose;

import java.util.function.BinaryOperator;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.PunctureDensity;

/// What the surface of a zone receives.
///
/// @param coverage part of the skin's surface that lies in a hole as wide as the needle: an upper bound
/// @param duplicates part of the punctures whose centre lies in a hole that was there already
/// @param punctures on the skin, overshoot not counted
public record SurfaceDose(DensityFigures density, TwoWays coverage, TwoWays duplicates, long punctures) {

    /// One fraction, found in two ways.
    ///
    /// @param monteCarlo by simulation of every puncture
    /// @param poisson by closed form, as if punctures fell independently of each other
    public record TwoWays(Fraction monteCarlo, Fraction poisson) {

        private TwoWays with(TwoWays other, BinaryOperator<Fraction> choose) {
            return new TwoWays(choose.apply(monteCarlo, other.monteCarlo), choose.apply(poisson, other.poisson));
        }
    }

    /// The same on so many times as much skin.
    SurfaceDose on(double times) {
        return new SurfaceDose(density, coverage, duplicates, Math.round(punctures * times));
    }

    /// The lower of each figure.
    SurfaceDose lower(SurfaceDose other) {
        return with(other, -1);
    }

    /// The higher of each figure.
    SurfaceDose higher(SurfaceDose other) {
        return with(other, 1);
    }

    /// @param sign 1 for the greater of each figure, -1 for the lesser
    private SurfaceDose with(SurfaceDose other, int sign) {
        BinaryOperator<PunctureDensity> density = (a, b) -> sign * a.compareTo(b) >= 0 ? a : b;
        BinaryOperator<Fraction> fraction = (a, b) -> sign * a.compareTo(b) >= 0 ? a : b;
        var mine = this.density;
        var theirs = other.density;
        return new SurfaceDose(
                new DensityFigures(
                        density.apply(mine.expected(), theirs.expected()),
                        density.apply(mine.mean(), theirs.mean()),
                        density.apply(mine.n95(), theirs.n95()),
                        density.apply(mine.n50(), theirs.n50()),
                        density.apply(mine.n5(), theirs.n5()),
                        sign * Math.max(sign * mine.cv(), sign * theirs.cv())),
                coverage.with(other.coverage, fraction),
                duplicates.with(other.duplicates, fraction),
                sign * Math.max(sign * punctures, sign * other.punctures));
    }
}
