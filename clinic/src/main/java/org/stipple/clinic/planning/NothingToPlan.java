package org.stipple.clinic.planning;

import java.util.List;
import java.util.stream.Collectors;
import org.stipple.clinic.web.DaysInText;
import org.stipple.clinic.web.NotNow;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Screening;

/// A course was asked for although every zone is refused, or an answer that decides is missing. The message names
/// what stands against it; nothing was drafted.
public final class NothingToPlan extends NotNow {

    private static final long serialVersionUID = 1L;

    private NothingToPlan(String why) {
        super(why);
    }

    /// @throws NothingToPlan where no zone can be planned
    static void check(Screening screening) {
        if (screening.byZone().stream().noneMatch(Screening.InZone::isPlannable)) {
            throw new NothingToPlan("No course was planned. " + reasons(screening));
        }
    }

    private static String reasons(Screening screening) {
        List<Finding> refusals = Refusals.refusals(screening);
        return refusals.isEmpty()
                ? "An answer that decides is missing: ask, and screen again."
                : refusals.stream()
                                .map(finding -> "“" + DaysInText.of(finding.reason()) + "”")
                                .distinct()
                                .collect(Collectors.joining(" "))
                        + (refusals.size() == 1 ? " stands against it." : " stand against it.");
    }
}
