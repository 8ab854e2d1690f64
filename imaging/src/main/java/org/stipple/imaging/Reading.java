package org.stipple.imaging;

/// What one metric says about one zone: a number, two numbers with what their difference means, or why there is
/// none.
public sealed interface Reading {

    /// What was read.
    Metric metric();

    /// From one photo, in the unit of the metric.
    record Measured(Metric metric, double before) implements Reading {

        /// @throws IllegalArgumentException when the value is not finite
        public Measured {
            requireFinite(before);
        }
    }

    /// From two photos, in the unit of the metric.
    ///
    /// @param sdc95 smallest detectable change: 95 % of pairs of photos of unchanged skin differ by less, on the
    ///   synthetic skin of the project's tests
    record Compared(Metric metric, double before, double after, double sdc95, Verdict verdict) implements Reading {

        /// @throws IllegalArgumentException when a value is not finite, or there is no limit of detection
        public Compared {
            requireFinite(before);
            requireFinite(after);
            if (!(sdc95 > 0 && sdc95 < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("the smallest detectable change must be above 0, was " + sdc95);
            }
        }

        /// After less before.
        public double change() {
            return after - before;
        }
    }

    /// There is no number, and why, in words for a person.
    record NotMeasurable(Metric metric, String why) implements Reading {

        /// @throws IllegalArgumentException when no reason is given
        public NotMeasurable {
            if (why.isBlank()) {
                throw new IllegalArgumentException("what cannot be measured needs a reason");
            }
        }
    }

    private static void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a reading must be finite, was " + value);
        }
    }
}
