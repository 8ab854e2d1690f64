package org.stipple.clinic.booking;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// For what somebody comes. The lengths are `design`: what a first conversation, a look at the result and a
/// session of one zone with numbing off the clock need; each clinic says its own.
public enum AppointmentKind {
    CONSULTATION("consultation", "consultation", Duration.ofMinutes(30)),
    REVIEW("review", "review", Duration.ofMinutes(30)),
    SESSION("session", "session", Duration.ofMinutes(60));

    private final String id;
    private final String words;
    private final Duration usual;

    AppointmentKind(String id, String words, Duration usual) {
        this.id = id;
        this.words = words;
        this.usual = usual;
    }

    /// The word in the table and the form.
    public String id() {
        return id;
    }

    /// As the staff reads it.
    public String words() {
        return words;
    }

    /// How long it takes where the clinic did not say.
    Duration usual() {
        return usual;
    }

    /// @return empty when there is none of this identifier
    public static Optional<AppointmentKind> find(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
}
