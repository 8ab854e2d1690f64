package org.stipple.clinic.planning;

import java.time.Instant;
import java.util.UUID;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Kind;
import org.stipple.protocol.Screening;
import org.stipple.protocol.Verdict;

/// A screening as it was answered, with the release of the knowledge that it was made on.
///
/// @param revision of the intake that was judged
public record ScreeningRecord(UUID id, int revision, Screening screening, Instant madeAt, String madeBy) {

    /// How the rules are named by which skin rests between two sessions.
    private static final String REST = "retreatment";

    /// Whether a finding is that needled skin rests between two sessions.
    public static boolean isRest(Finding finding) {
        return finding.rule().startsWith(REST);
    }

    /// Whether it put treatment off. That skin rests between two sessions is the plan, and no deferral.
    public boolean isDeferral() {
        return screening.verdict() == Verdict.DEFER
                && screening.findings().stream().anyMatch(finding -> finding.kind() == Kind.DEFER && !isRest(finding));
    }
}
