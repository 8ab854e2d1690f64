package org.stipple.clinic.invitation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.access.PatientId;

/// A link that was given to a person.
///
/// @param about what it is about, such as a session; the person where it is about nothing else
/// @param expiresAt from then on it opens nothing
/// @param end that it is over before that
/// @param path where it leads, with its secret: `/own/intake/…`. Whoever has it is taken for the person
public record Invitation(
        UUID id,
        PatientId patient,
        Errand errand,
        UUID about,
        Instant madeAt,
        String madeBy,
        Instant expiresAt,
        Optional<End> end,
        String path) {

    /// @param done whether the errand was done; otherwise somebody of the clinic took the link back
    public record End(boolean done, Instant at, String by) {}

    /// Whether it opens its errand at that moment.
    public boolean isGood(Instant now) {
        return end.isEmpty() && now.isBefore(expiresAt);
    }
}
