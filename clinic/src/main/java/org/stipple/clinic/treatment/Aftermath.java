package org.stipple.clinic.treatment;

import java.util.List;
import java.util.Optional;

/// What belongs to a session beside its zones.
///
/// @param adjuncts what was given beside the needle, in order
/// @param after what was found and given at the end, in order; the last counts
public record Aftermath(List<Adjunct> adjuncts, List<Afterwards> after) {

    /// Nothing was told yet.
    public static final Aftermath NONE = new Aftermath(List.of(), List.of());

    public Aftermath {
        adjuncts = List.copyOf(adjuncts);
        after = List.copyOf(after);
    }

    /// What counts of what was found and given at the end.
    public Optional<Afterwards> last() {
        return after.isEmpty() ? Optional.empty() : Optional.of(after.getLast());
    }

    int told() {
        return adjuncts.size() + after.size();
    }
}
