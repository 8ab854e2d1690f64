package org.stipple.clinic.treatment;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.web.Days;
import org.stipple.protocol.Operator;
import org.stipple.quantities.Depth;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.ZoneId;

/// What was done to a zone: the truth, even where it departs from the plan.
///
/// @param entry counts from 1 within the session
/// @param deviation how it departs from the plan, in words; empty where it does not
/// @param gravity how grave that is; empty where it does not depart
/// @param account who charted it; empty for what was charted before that was kept
/// @param operator as what whoever charted it treats; empty where they had not said, and from before that was
///   kept
public record Charted(
        int entry,
        ZoneId zone,
        Done done,
        Optional<String> deviation,
        Optional<Gravity> gravity,
        Instant recordedAt,
        String recordedBy,
        Optional<AccountId> account,
        Optional<Operator> operator)
        implements Later {

    /// Whether this person charted it. Of old entries only the name is known.
    public boolean isBy(Actor actor) {
        return account.map(actor.account()::equals).orElseGet(() -> recordedBy.equals(actor.name()));
    }

    /// Who charted it, and as what: `Sam Lee, as a nurse`.
    public String by() {
        return recordedBy + operator.map(as -> ", as " + WhoTreats.words(as)).orElse("");
    }

    /// What it says as the amendment of an earlier entry: `amended 20 Nov 2026, 09:40 by Dr. Noor: 1.5 mm, 3
    /// passes in 4 directions, pinpoint bleeding, because “…”`.
    ///
    /// @param clinic the clinic's zone, for the time of day
    @Override
    public Instant toldAt() {
        return recordedAt;
    }

    @Override
    public String asAmendment(java.time.ZoneId clinic) {
        return "amended " + told(clinic)
                + done.reason().map(reason -> ", because “" + reason + "”").orElse("");
    }

    /// When, by whom and what: `20 Nov 2026, 09:31 by Dr. Noor: 1.5 mm, 3 passes in 4 directions, redness`.
    @Override
    public String told(java.time.ZoneId clinic) {
        return Days.moment(recordedAt, clinic) + " by " + recordedBy + ": " + done.settings() + ", "
                + done.endpoint().words();
    }

    /// Settings and findings as the practitioner enters them.
    ///
    /// @param depth of all passes; where they differ, of the deepest, which is what limits are about
    /// @param passes full coverages, 1..100
    /// @param directions 1..16
    /// @param onSkin whole seconds during which the head touched the zone, above 0 and up to [#LONGEST]; empty
    ///   where nobody took it
    /// @param pain 0..10 (numeric rating scale), where it was asked
    /// @param why the kind of reason why it departs from the plan
    /// @param reason why it departs from the plan or amends an entry, in words
    /// @param manner how it was done, where there is more to tell
    public record Done(
            Depth depth,
            int passes,
            int directions,
            Optional<GlideSpeed> glide,
            Optional<Duration> onSkin,
            Endpoint endpoint,
            Optional<Integer> pain,
            Optional<Why> why,
            Optional<String> reason,
            Manner manner) {

        /// `design`: as many hours of a pen as a dose is computed for; four passes over a whole back take one.
        /// What is longer is a timer that was forgotten.
        public static final Duration LONGEST = Duration.ofHours(3);

        public Done {
            requireRange("passes", passes, 1, 100);
            requireRange("directions", directions, 1, 16);
            pain.ifPresent(value -> requireRange("pain", value, 0, 10));
            onSkin.filter(time -> !time.isPositive() || time.compareTo(LONGEST) > 0 || time.getNano() != 0)
                    .ifPresent(time -> {
                        throw new IllegalArgumentException("the time on the skin was " + time
                                + ", expected whole seconds, more than 0 and up to " + LONGEST);
                    });
            if (!manner.depths().isEmpty()
                    && (manner.depths().size() != passes
                            || !Collections.max(manner.depths()).equals(depth))) {
                throw new IllegalArgumentException(
                        "there were " + manner.depths().size() + " depths, the deepest "
                                + Collections.max(manner.depths()) + ", expected " + passes
                                + ", one for each pass, the deepest "
                                + depth);
            }
            if (manner.isStamped() && glide.isPresent()) {
                throw new IllegalArgumentException("it was stamped with a gliding speed, expected one or the other");
            }
        }

        /// As told, with nothing more about the manner.
        public Done(
                Depth depth,
                int passes,
                int directions,
                Optional<GlideSpeed> glide,
                Optional<Duration> onSkin,
                Endpoint endpoint,
                Optional<Integer> pain,
                Optional<Why> why,
                Optional<String> reason) {
            this(depth, passes, directions, glide, onSkin, endpoint, pain, why, reason, Manner.NONE);
        }

        /// Without a kind of reason, which is asked for only where a departure is grave.
        public Done(
                Depth depth,
                int passes,
                int directions,
                Optional<GlideSpeed> glide,
                Endpoint endpoint,
                Optional<Integer> pain,
                Optional<String> reason) {
            this(depth, passes, directions, glide, endpoint, pain, Optional.empty(), reason);
        }

        /// Where nobody took the time on the skin.
        public Done(
                Depth depth,
                int passes,
                int directions,
                Optional<GlideSpeed> glide,
                Endpoint endpoint,
                Optional<Integer> pain,
                Optional<Why> why,
                Optional<String> reason) {
            this(depth, passes, directions, glide, Optional.empty(), endpoint, pain, why, reason);
        }

        /// The same with the time on the skin that was taken.
        public Done withOnSkin(Duration time) {
            return new Done(depth, passes, directions, glide, Optional.of(time), endpoint, pain, why, reason, manner);
        }

        /// The same done in this manner: the deepest of its passes is the depth. What is stamped has no speed.
        public Done in(Manner how) {
            return new Done(
                    how.depths().isEmpty() ? depth : Collections.max(how.depths()),
                    passes,
                    directions,
                    how.isStamped() ? Optional.empty() : glide,
                    onSkin,
                    endpoint,
                    pain,
                    why,
                    reason,
                    how);
        }

        /// The same without a kind of reason, where there is nothing to give one for.
        Done withoutWhy() {
            return new Done(depth, passes, directions, glide, onSkin, endpoint, pain, Optional.empty(), reason, manner);
        }

        /// The shallowest of its passes.
        Depth shallowest() {
            return manner.depths().isEmpty() ? depth : Collections.min(manner.depths());
        }

        /// As a person reads it: `1.5 mm, 3 passes in 4 directions, 20 mm/s, 2:05 on the skin`.
        public String settings() {
            return (manner.depths().isEmpty() ? depth : manner.depthWords())
                    + ", " + passes + " passes in " + directions + " directions"
                    + manner.pattern().map(pattern -> ", " + pattern.words()).orElse("")
                    + manner.motion().map(motion -> ", " + motion.words()).orElse("")
                    + glide.map(speed -> ", "
                                    + BigDecimal.valueOf(speed.millimetresPerSecond())
                                            .stripTrailingZeros()
                                            .toPlainString()
                                    + " mm/s")
                            .orElse("")
                    + onSkin.map(time -> ", " + MinutesAndSeconds.words(time) + " on the skin")
                            .orElse("")
                    + manner.note().map(note -> "; “" + note + "”").orElse("");
        }

        private static void requireRange(String what, int value, int min, int max) {
            if (value < min || value > max) {
                throw new IllegalArgumentException(
                        what + " was " + value + ", expected a whole number from " + min + " to " + max);
            }
        }
    }
}
