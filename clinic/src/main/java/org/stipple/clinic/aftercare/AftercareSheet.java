package org.stipple.clinic.aftercare;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stipple.clinic.web.words.Tongue;

/// A version of what a clinic tells people to do after a session, where it says it in its own words.
///
/// @param version from 1
/// @param why it was published
/// @param lines the steps that are said otherwise than the knowledge base says them, in every language
public record AftercareSheet(int version, String why, Instant at, String by, List<Line> lines) {

    /// What to do and what to leave in one step, in one language.
    ///
    /// @param step identifier of the knowledge base
    /// @param avoid empty where nothing
    public record Line(String step, Tongue tongue, String todo, String avoid) {}

    public AftercareSheet {
        lines = List.copyOf(lines);
    }

    /// The clinic's words for a step; empty where it says what the knowledge base says.
    public Optional<Line> line(String step, Tongue tongue) {
        return lines.stream()
                .filter(line -> line.step().equals(step) && line.tongue() == tongue)
                .findFirst();
    }
}
