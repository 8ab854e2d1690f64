package org.stipple.clinic.photo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.stipple.quantities.ZoneId;

/// What whoever took a photo says of it.
///
/// @param session to which it belongs, if any
/// @param moment for what it was taken
/// @param zone of the body of which it shows the skin; empty where it shows the face or nobody said
/// @param mmPerPx scale in the plane of the skin, where it was measured
/// @param way how it came
/// @param seen what the browser judged before it was sent, each in words
/// @param keptThough which of that it misses, and whoever took it kept it all the same
public record Taken(
        Optional<UUID> session,
        Moment moment,
        PhotoView view,
        Optional<ZoneId> zone,
        LocalDate takenOn,
        OptionalDouble mmPerPx,
        Way way,
        List<String> seen,
        List<String> keptThough) {

    /// More than the gates of a browser are, and than any of them says.
    private static final int MOST_WORDS = 12;

    private static final int LONGEST = 200;

    /// How a photo came.
    public enum Way {
        GUIDED("guided"),
        FILE("file");

        private final String id;

        Way(String id) {
            this.id = id;
        }

        /// The identifier in records.
        public String id() {
            return id;
        }
    }

    /// @throws IllegalArgumentException for a visit with a session, a session's moment without one, and words
    ///   that no browser of ours sends
    public Taken {
        seen = List.copyOf(seen);
        keptThough = List.copyOf(keptThough);
        if (moment == Moment.VISIT && session.isPresent()) {
            throw new IllegalArgumentException("a visit for photos belongs to no session; nothing was stored");
        }
        if (moment.isOfASession() && session.isEmpty()) {
            throw new IllegalArgumentException(
                    "“" + moment.words() + "” is of a session, and none was named; nothing was stored");
        }
        if (tooMuch(seen) || tooMuch(keptThough)) {
            throw new IllegalArgumentException("what the browser judged had more than " + MOST_WORDS + " sentences or "
                    + LONGEST + " characters in one; nothing was stored");
        }
    }

    private static boolean tooMuch(List<String> words) {
        return words.size() > MOST_WORDS || words.stream().anyMatch(word -> word.length() > LONGEST);
    }

    /// From a file, of a visit or of a session.
    public static Taken fromFile(
            Optional<UUID> session, Moment moment, PhotoView view, LocalDate takenOn, OptionalDouble mmPerPx) {
        return new Taken(session, moment, view, Optional.empty(), takenOn, mmPerPx, Way.FILE, List.of(), List.of());
    }
}
