package org.stipple.clinic.treatment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.access.PatientId;

/// A departure from the plan, looked at by somebody who supervises or still to be.
///
/// @param number of the session within its course
/// @param charted what was done, and how it departs
/// @param amendment what was said of the zone next, if anything was
/// @param done who looked at it; empty while it is open
public record Review(
        PatientId patient, UUID session, int number, Charted charted, Optional<Later> amendment, Optional<Done> done) {

    Review amendedBy(Optional<Later> entry) {
        return new Review(patient, session, number, charted, entry, done);
    }

    /// The signed end of a review.
    public record Done(String note, String signer, Instant at) {}
}
