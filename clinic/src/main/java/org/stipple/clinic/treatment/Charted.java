package org.stipple.clinic.treatment;

import java.time.Instant;
import java.util.Optional;
import org.stipple.quantities.Depth;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.ZoneId;

/// What was done to a zone: the truth, even where it departs from the plan.
///
/// @param entry counts from 1 within the session
/// @param deviation how it departs from the plan, in words; empty where it does not
public record Charted(
        int entry, ZoneId zone, Done done, Optional<String> deviation, Instant recordedAt, String recordedBy) {

    /// Settings and findings as the practitioner enters them.
    ///
    /// @param passes full coverages, 1..100
    /// @param directions 1..16
    /// @param pain 0..10 (numeric rating scale), where it was asked
    /// @param reason why it departs from the plan or amends an entry
    public record Done(
            Depth depth,
            int passes,
            int directions,
            Optional<GlideSpeed> glide,
            Endpoint endpoint,
            Optional<Integer> pain,
            Optional<String> reason) {
        public Done {
            requireRange("passes", passes, 1, 100);
            requireRange("directions", directions, 1, 16);
            pain.ifPresent(value -> requireRange("pain", value, 0, 10));
        }

        private static void requireRange(String what, int value, int min, int max) {
            if (value < min || value > max) {
                throw new IllegalArgumentException(
                        what + " was " + value + ", expected a whole number from " + min + " to " + max);
            }
        }
    }
}
