package org.stipple.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stipple.quantities.Indication;

/// What the public is promised about needling, taken as a hypothesis: what was found, and what could show it.
///
/// @param id such as `scars-vs-laser`
/// @param about whether it promises an effect or says how it is done
/// @param promised in the words of the public
/// @param toldBy identifiers of the sources that promise it
/// @param found in the literature, in a sentence or two
/// @param verdict ours
/// @param shownBy what could show it in a clinic's own data
/// @param indications for which it stands; none where it stands for none
/// @param disagreement identifier of the disagreement of which it is one side
/// @param basis of what was found
public record Claim(
        String id,
        About about,
        String promised,
        List<String> toldBy,
        String found,
        Verdict verdict,
        Evidence shownBy,
        List<Indication> indications,
        Optional<String> disagreement,
        Basis basis) {

    /// What a claim is about.
    public enum About {
        BENEFIT,
        PRACTICE
    }

    /// What we make of a claim.
    public enum Verdict {
        SUPPORTED("supported"),
        PARTLY("partly"),
        WEAK("weak"),
        DISPUTED("disputed"),
        UNVERIFIED("unverified"),
        CONTRADICTED("contradicted"),
        /// It was looked for, and nothing is there.
        NOT_FOUND("not-found"),
        /// It says how needling is done and promises nothing.
        PRACTICE("practice");

        private final String id;

        Verdict(String id) {
            this.id = id;
        }

        /// The word in files and answers: `not-found`.
        public String id() {
            return id;
        }

        /// @return empty when nothing has this word
        public static Optional<Verdict> find(String id) {
            return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /// What could show an effect.
    ///
    /// @param metrics readings of photos, by the identifiers of `stipple measure`
    /// @param scales identifiers of [OutcomeScale]s
    /// @param other anything else, in words
    public record Evidence(List<String> metrics, List<String> scales, Optional<String> other) {
        public Evidence {
            metrics = List.copyOf(metrics);
            scales = List.copyOf(scales);
        }

        /// Whether nothing that we know of could show it.
        public boolean isNone() {
            return metrics.isEmpty() && scales.isEmpty() && other.isEmpty();
        }
    }

    public Claim {
        toldBy = List.copyOf(toldBy);
        indications = List.copyOf(indications);
    }
}
