package org.stipple.clinic.erasure;

import org.stipple.clinic.web.Days;

/// What stands against erasing, in a sentence.
public final class AgainstWords {

    private AgainstWords() {}

    public static String of(Against against) {
        return switch (against) {
            case Against.NoRule() ->
                "This clinic has not said for how long it keeps this, so it is kept: who leads privacy and safety says it.";
            case Against.Kept(var until, var law) -> "It is kept until " + Days.full(until) + ": " + law + ".";
            case Against.OnHold(var reason, var by, var _) -> "A legal hold, placed by " + by + ": " + reason;
            case Against.Unfinished(var words) -> words;
        };
    }
}
