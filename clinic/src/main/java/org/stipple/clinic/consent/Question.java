package org.stipple.clinic.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What somebody asks before they sign.
///
/// @param answer empty while the clinic has not answered
public record Question(UUID id, Purpose purpose, String words, Instant at, Optional<Answer> answer) {

    /// What they were answered.
    public record Answer(String words, String by, Instant at) {}
}
