package org.stipple.dose.settings;

import org.stipple.quantities.Fraction;

/// The most of a part that may be.
///
/// @param most 0 to 1
/// @param force what happens above it
public record Cap(Fraction most, Force force) {

    /// What a cap does.
    public enum Force {
        /// Nothing above it is offered: over bone, eye or nerve, or where the caller says so.
        HARD,
        /// What is above it is offered with a caution.
        CAUTION
    }

    public static Cap hard(Fraction most) {
        return new Cap(most, Force.HARD);
    }

    public static Cap caution(Fraction most) {
        return new Cap(most, Force.CAUTION);
    }
}
