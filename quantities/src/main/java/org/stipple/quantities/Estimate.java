package org.stipple.quantities;

/// A number that is either measured with its standard error, or not measurable with the reason: never NaN, never
/// -1.
public sealed interface Estimate {

    /// A value in the unit that its owner states, with its standard error in the same unit.
    ///
    /// @throws IllegalArgumentException when the value is not finite, or the standard error is not a finite number
    ///   >= 0
    record Measured(double value, double standardError) implements Estimate {
        public Measured {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("value must be finite, was " + value);
            }
            if (!(standardError >= 0 && standardError < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("standard error must be finite and >= 0, was " + standardError);
            }
        }
    }

    /// Why there is no value, in words for a person.
    ///
    /// @throws IllegalArgumentException when no reason is given
    record NotMeasurable(String why) implements Estimate {
        public NotMeasurable {
            if (why.isBlank()) {
                throw new IllegalArgumentException("what cannot be measured needs a reason");
            }
        }
    }
}
