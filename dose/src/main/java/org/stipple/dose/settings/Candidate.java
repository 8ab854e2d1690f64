package org.stipple.dose.settings;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.NeedleArray;
import org.stipple.dose.Pace;

/// One combination of settings, judged by closed forms.
///
/// @param question the zone treated so
/// @param seconds on the skin; 0 for rollers and stamps
/// @param broken hard bounds that it breaks
record Candidate(DoseQuestion question, Misfit told, Misfit worst, double seconds, Set<Bound> broken) {

    /// From the best: what is less of, then what is preferred among those that are alike.
    static final Comparator<Candidate> ORDER = Comparator.<Candidate>comparingDouble(
                    each -> each.worst().under())
            .thenComparingDouble(each -> each.worst().over())
            .thenComparingDouble(Candidate::seconds)
            .thenComparing(each -> -each.question().technique().directions())
            .thenComparing(each -> -each.question().technique().passes())
            .thenComparing(each -> each.question().technique().depth())
            .thenComparing(each -> each.question().technique().glide());

    /// Copies the set.
    Candidate {
        broken = broken.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(broken));
    }

    Pace pace() {
        return switch (question.device()) {
            case NeedleArray.Pen pen -> new Pace.Motorised(seconds, pen.strokesPerSecond());
            case NeedleArray.Roller _, NeedleArray.Stamp _ -> new Pace.ByHand();
        };
    }

    /// Whether nothing of this is more than of the other.
    boolean atMost(Candidate other) {
        return worst.under() <= other.worst.under() && worst.over() <= other.worst.over() && seconds <= other.seconds;
    }
}
