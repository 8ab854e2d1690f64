package org.stipple.clinic.planning.web;

import java.util.ArrayList;
import org.stipple.clinic.web.look.Verdict;
import org.stipple.clinic.web.look.VerdictView;

/// The verdict beside a form that is being filled in. Saving refuses a form in which something is missing or
/// does not fit, so a verdict over the rest may say that it is worse, and never that it is better.
final class LiveVerdict {

    private LiveVerdict() {}

    /// @param found over everything that could be read
    static VerdictView of(VerdictView found, IntakeReading reading) {
        if (reading.isWhole()) {
            return found;
        }
        String words = words(reading);
        return switch (found.verdict()) {
            case NO, WAIT -> new VerdictView(found.verdict(), found.headline(), words + " " + found.detail());
            case ASK -> new VerdictView(Verdict.ASK, found.headline(), words + " " + found.detail());
            case GO, CAUTION, SIGN_OFF -> new VerdictView(Verdict.ASK, "Not ready: see what is left", words);
        };
    }

    private static String words(IntakeReading reading) {
        long missing =
                reading.problems().keySet().stream().filter(reading::isMissing).count();
        long unfit = reading.problems().size() - missing;
        var parts = new ArrayList<String>();
        if (missing > 0) {
            parts.add(missing + " still to choose");
        }
        if (unfit > 0) {
            parts.add(unfit + (unfit == 1 ? " does not fit" : " do not fit"));
        }
        if (!reading.again().isEmpty()) {
            parts.add(reading.again().size() + " asked again");
        }
        return "It cannot be saved yet: " + String.join(", ", parts) + ".";
    }
}
