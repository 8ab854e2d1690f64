package org.stipple.clinic.treatment;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;

/// That consent was withdrawn while a session was open: the session is flagged for good, and somebody who
/// supervises and did not treat looks at it.
///
/// @param number of the session within its course
/// @param consent identifier of the consent that was withdrawn
/// @param at when it was withdrawn
/// @param treated the names of who started the session and who charted in it
/// @param done who looked at it; empty while it is open
public record SessionWithdrawal(
        PatientId patient,
        UUID session,
        int number,
        UUID consent,
        Instant at,
        Set<String> treated,
        Optional<Review.Done> done) {

    public SessionWithdrawal {
        treated = Set.copyOf(treated);
    }

    /// Whether this person started the session or charted in it.
    public boolean isOf(Actor actor) {
        return treated.contains(actor.name());
    }
}
