package org.stipple.clinic.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An agreement to one version of a text.
///
/// @param course the course that it is about, exactly as it was shown, where it is about one; empty also for
///   a consent from before hashes were kept, which counts for no course
/// @param signer who signed, with the name as it was typed
/// @param witness who of the clinic was there
/// @param withdrawnAt when it was withdrawn, if it was
public record Consent(
        UUID id,
        Purpose purpose,
        int version,
        String sha256,
        Optional<ShownCourse> course,
        Signer signer,
        String witness,
        Instant givenAt,
        Optional<Instant> withdrawnAt) {

    /// The name as it was typed, and as what somebody else signed: `Ada Okafor, parent`.
    public String signature() {
        return switch (signer) {
            case Signer.ThePerson(var name) -> name;
            case Signer.NotAsked(var name) -> name;
            case Signer.Representative(var name, var relation) -> name + ", " + relation.words();
        };
    }

    /// Whether it was signed at that moment and not yet withdrawn. What is signed or withdrawn in the very moment
    /// counts as signed before it and withdrawn after it.
    public boolean heldAt(Instant moment) {
        return !givenAt.isAfter(moment)
                && withdrawnAt.filter(withdrawn -> withdrawn.isBefore(moment)).isEmpty();
    }

    /// Whether it has not been withdrawn.
    public boolean holds() {
        return withdrawnAt.isEmpty();
    }
}
