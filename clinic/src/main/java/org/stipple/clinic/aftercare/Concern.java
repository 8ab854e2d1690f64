package org.stipple.clinic.aftercare;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.stipple.clinic.access.PatientId;

/// A sign that somebody of the clinic has to answer, from when it was raised until it is closed.
///
/// @param entry in which it was told
/// @param again when it was told once more in the same entry while it was open, in order
/// @param taken who took it on, in order
/// @param steps before whom it was laid, in order
public record Concern(
        UUID id,
        PatientId patient,
        UUID entry,
        UUID session,
        Sign sign,
        Instant raisedAt,
        List<Instant> again,
        List<Taken> taken,
        List<Step> steps,
        Optional<Closed> closed) {

    /// That somebody took it on.
    public record Taken(Instant at, String by) {}

    /// That it was laid before all who have a role.
    ///
    /// @param people how many those were
    public record Step(int number, List<String> roles, int people, Instant at) {}

    /// What came of it.
    public record Closed(Outcome outcome, String words, Instant at, String by) {}

    /// How a concern ends. Not having reached somebody is no end.
    public enum Outcome {
        SPOKE("spoke", "spoke with the person"),
        SEEN("seen", "saw the person"),
        SENT_ON("sent-on", "sent the person to somebody else"),
        ERROR("error", "it was told by mistake, says the person");

        private final String id;
        private final String words;

        Outcome(String id, String words) {
            this.id = id;
            this.words = words;
        }

        /// As in forms and the database.
        public String id() {
            return id;
        }

        /// As a person reads it.
        public String words() {
            return words;
        }

        /// @return empty when none is called so
        public static Optional<Outcome> find(String id) {
            return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
        }
    }

    public Concern {
        again = List.copyOf(again);
        taken = List.copyOf(taken);
        steps = List.copyOf(steps);
    }

    /// By when somebody should have answered. What is told after somebody took it on begins its time anew.
    public Instant answerBy() {
        Instant since = taken.stream()
                .flatMap(one -> again.stream().filter(told -> told.isAfter(one.at())).findFirst().stream())
                .max(Comparator.naturalOrder())
                .orElse(raisedAt);
        return since.plus(Duration.ofMinutes(sign.minutes()));
    }

    /// How often it was told.
    public int told() {
        return 1 + again.size();
    }

    /// Whether somebody took it on since it was last told, and last laid before anybody.
    public boolean isTaken() {
        return !taken.isEmpty()
                && Stream.concat(again.stream(), steps.stream().map(Step::at))
                        .allMatch(before -> taken.getLast().at().isAfter(before));
    }
}
