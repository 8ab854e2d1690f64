package org.stipple.dose;

import org.stipple.quantities.Fraction;

/// How channels close: the open part halves every half-life, f = exp(−ln 2 · t/T), and a site counts as
/// closed when less than a threshold is open.
///
/// The threshold is fitted on three sites of one study (PMC8259462: closure time over half-life 2.44 to 2.89,
/// hence 0.14 to 0.18) and so is no prediction; half-lives differ some thirtyfold between occluded and open
/// skin.
///
/// @param halfLifeHours more than 0, up to 10,000 h
public record ChannelClosure(double halfLifeHours) {

    /// @throws IllegalArgumentException outside the range, or NaN
    public ChannelClosure {
        if (!(halfLifeHours > 0 && halfLifeHours <= 10_000)) {
            throw new IllegalArgumentException("half-life must be above 0 and up to 10000 h, was " + halfLifeHours);
        }
    }

    /// The half-life at which a site is closed after this many hours.
    ///
    /// @param threshold open part at which it counts as closed, between 0 and 1
    /// @throws IllegalArgumentException outside the ranges
    public static ChannelClosure closedAfter(double hours, Fraction threshold) {
        return new ChannelClosure(hours / halfLives(threshold));
    }

    /// Part of the channels, or of each of them, that is still open.
    ///
    /// @param hours after needling
    public Fraction open(double hours) {
        return Fraction.ofValue(StrictMath.exp(-StrictMath.log(2) * Math.max(0, hours) / halfLifeHours));
    }

    /// Hours until a site counts as closed.
    ///
    /// @param threshold open part at which it does, between 0 and 1
    /// @throws IllegalArgumentException outside the range
    public double closedAfterHours(Fraction threshold) {
        return halfLifeHours * halfLives(threshold);
    }

    private static double halfLives(Fraction threshold) {
        if (!(threshold.value() > 0 && threshold.value() < 1)) {
            throw new IllegalArgumentException("threshold must lie between 0 and 1, was " + threshold);
        }
        return -StrictMath.log(threshold.value()) / StrictMath.log(2);
    }
}
