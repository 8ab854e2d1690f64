package org.stipple.clinic.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.web.words.Tongue;

/// An agreement to one version of a text.
///
/// @param tongue the language that was signed
/// @param course the course that it is about, exactly as it was shown, where it is about one; empty also for
///   a consent from before hashes were kept, which counts for no course
/// @param particulars what stood beside the text for this person alone, word for word
/// @param signer who signed, with the name as it was typed
/// @param mark how it was signed
/// @param where it was signed, and who of the clinic was there
/// @param confirmed who made sure in the clinic of what was signed without a witness
/// @param withdrawnAt when it was withdrawn, if it was
public record Consent(
        UUID id,
        Purpose purpose,
        int version,
        Tongue tongue,
        String sha256,
        Optional<ShownCourse> course,
        List<String> particulars,
        Signer signer,
        Mark mark,
        Where where,
        Instant givenAt,
        Optional<Confirmation> confirmed,
        Optional<Instant> withdrawnAt) {

    public Consent {
        particulars = List.copyOf(particulars);
    }

    /// The name as it was typed, and as what somebody else signed: `Ada Okafor, parent`.
    public String signature() {
        return switch (signer) {
            case Signer.ThePerson(var name) -> name;
            case Signer.NotAsked(var name) -> name;
            case Signer.Representative(var name, var relation) -> name + ", " + relation.words();
        };
    }

    /// Whether it was signed at that moment and not yet withdrawn. What is signed or withdrawn in the very
    /// moment counts as signed before it and withdrawn after it.
    public boolean heldAt(Instant moment) {
        return !givenAt.isAfter(moment)
                && withdrawnAt.filter(withdrawn -> withdrawn.isBefore(moment)).isEmpty();
    }

    /// Whether it has not been withdrawn.
    public boolean holds() {
        return withdrawnAt.isEmpty();
    }

    /// Whether it is to a treatment, was signed without a witness, and nobody of the clinic has made sure of
    /// it.
    public boolean isToBeConfirmed() {
        return purpose.isAboutACourse()
                && confirmed.isEmpty()
                && switch (where) {
                    case Where.InTheClinic _ -> false;
                    case Where.ByOwnLink _ -> true;
                };
    }
}
