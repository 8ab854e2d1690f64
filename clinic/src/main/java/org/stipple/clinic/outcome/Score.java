package org.stipple.clinic.outcome;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stipple.protocol.OutcomeScale;
import org.stipple.quantities.ZoneId;

/// What somebody judged by a scale, once. It is never edited: a correction is another score that says which one
/// it takes the place of, and why.
///
/// @param scale by which it was judged, as the knowledge had it that day
/// @param told what was said, by whom, of where and when
/// @param correction empty where it corrects nothing
public record Score(
        UUID id, ByScale scale, Told told, Optional<Correction> correction, Instant recordedAt, String recordedBy) {

    /// A scale as it was when somebody judged by it. Of variants under one name, only scores of the same range
    /// and direction are compared.
    ///
    /// @param knowledge release in which it stood
    public record ByScale(
            String id,
            String name,
            OutcomeScale.Judges judges,
            BigDecimal least,
            BigDecimal most,
            boolean lowerIsBetter,
            String knowledge) {

        static ByScale of(OutcomeScale scale, String release) {
            return new ByScale(
                    scale.id(),
                    scale.name(),
                    scale.judges(),
                    BigDecimal.valueOf(scale.least()),
                    BigDecimal.valueOf(scale.most()),
                    scale.lowerIsBetter(),
                    release);
        }

        /// Whether numbers of both mean the same.
        boolean alike(ByScale other) {
            return id.equals(other.id)
                    && least.compareTo(other.least) == 0
                    && most.compareTo(other.most) == 0
                    && lowerIsBetter == other.lowerIsBetter;
        }
    }

    /// What was said.
    ///
    /// @param variant which of several under this name, or which set of anchors, where somebody said so
    /// @param zones of which it was said; none of the result as a whole
    /// @param beside the session before or after which it was judged; empty where it was tied to none
    public record Told(
            Rater rater,
            Answer answer,
            Optional<String> variant,
            Set<ZoneId> zones,
            LocalDate on,
            Optional<Beside> beside) {
        public Told {
            zones = zones.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(zones));
        }

        /// `left cheek, right cheek`, or `as a whole`.
        public String where() {
            return zones.isEmpty()
                    ? "as a whole"
                    : zones.stream().map(ZoneId::words).collect(Collectors.joining(", "));
        }
    }

    /// Who judged.
    public sealed interface Rater {

        /// Somebody who treats or supervises.
        ///
        /// @param blinding whether they knew which visit they saw
        record Clinician(String name, Blinding blinding) implements Rater {}

        /// The person whose skin it is.
        ///
        /// @param way how what they said came here
        record ThePerson(String name, Way way) implements Rater {}

        /// Who judged, by name.
        String name();

        /// Who that is to the scale.
        default OutcomeScale.By by() {
            return switch (this) {
                case Clinician _ -> OutcomeScale.By.CLINICIAN;
                case ThePerson _ -> OutcomeScale.By.PATIENT;
            };
        }

        /// How they judged: `blinded`, `said in the room`.
        default String how() {
            return switch (this) {
                case Clinician(var _, var blinding) -> blinding.words();
                case ThePerson(var _, var way) -> way.words();
            };
        }
    }

    /// Whether whoever judged knew before or after which session what they saw was.
    public enum Blinding {
        BLINDED("blinded", "blinded to the visit"),
        NOT_BLINDED("not-blinded", "knew the visit"),
        NOT_SAID("not-said", "not said whether blinded");

        private final String id;
        private final String words;

        Blinding(String id, String words) {
            this.id = id;
            this.words = words;
        }

        /// The word in the database and in forms.
        public String id() {
            return id;
        }

        /// As a person reads it.
        public String words() {
            return words;
        }

        /// @return empty when nothing has this word
        public static Optional<Blinding> find(String id) {
            return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
        }
    }

    /// How a person's own answer came into the record.
    public enum Way {
        ROOM("room", "said in the room, written down by the clinic"),
        PAPER("paper", "filled in on paper, typed in by the clinic"),
        /// Typed by the person, signed in as themselves. Nobody of the staff writes that.
        ACCOUNT("account", "entered by themselves");

        private final String id;
        private final String words;

        Way(String id, String words) {
            this.id = id;
            this.words = words;
        }

        /// The word in the database and in forms.
        public String id() {
            return id;
        }

        /// As a person reads it.
        public String words() {
            return words;
        }

        /// @return empty when nothing has this word
        public static Optional<Way> find(String id) {
            return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
        }
    }

    /// What was answered.
    public sealed interface Answer {

        /// A total.
        ///
        /// @param meaning the words of the scale for it, that day; empty where it has none that are ours to
        /// show
        record Given(BigDecimal total, Optional<String> meaning) implements Answer {}

        /// None, which is never taken as any number.
        record Absent(Why why) implements Answer {}

        /// Why there is none.
        enum Why {
            DECLINED("declined", "did not want to say"),
            COULD_NOT_SAY("could-not-say", "could not say"),
            NOT_ASSESSABLE("not-assessable", "could not be judged that day"),
            /// Written down by mistake: of another person, or twice. Only a correction says so.
            MISTAKEN("mistaken", "was written down by mistake");

            private final String id;
            private final String words;

            Why(String id, String words) {
                this.id = id;
                this.words = words;
            }

            /// The word in the database and in forms.
            public String id() {
                return id;
            }

            /// As a person reads it.
            public String words() {
                return words;
            }

            /// @return empty when nothing has this word
            public static Optional<Why> find(String id) {
                return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
            }
        }
    }

    /// Where in the course it was judged.
    public record Beside(UUID session, Side side) {}

    /// On which side of a session.
    public enum Side {
        BEFORE("before"),
        AFTER("after");

        private final String id;

        Side(String id) {
            this.id = id;
        }

        /// The word in the database and in forms, and the one that a person reads.
        public String id() {
            return id;
        }

        /// @return empty when nothing has this word
        public static Optional<Side> find(String id) {
            return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
        }
    }

    /// Which score it takes the place of, and why.
    public record Correction(UUID of, String reason) {}

    /// The number, where one was given.
    public Optional<BigDecimal> total() {
        return switch (told.answer()) {
            case Answer.Given(var total, var _) -> Optional.of(total);
            case Answer.Absent _ -> Optional.empty();
        };
    }

    /// The scores that count, in the given order: those that no other corrects, and that were not written down
    /// by mistake.
    public static List<Score> standing(List<Score> all) {
        var corrected = all.stream()
                .flatMap(score -> score.correction().stream())
                .map(Correction::of)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(score -> !corrected.contains(score.id()))
                .filter(score -> !score.told().answer().equals(new Answer.Absent(Answer.Why.MISTAKEN)))
                .toList();
    }
}
