package org.stipple.clinic.web.look;

import java.util.List;
import org.stipple.protocol.AftercareStep;

/// What to do after a session, and when to call somebody: `parts/aftercare.jte`.
///
/// @param steps what to do and what to leave, by time
/// @param warnings signs that are not expected, with what to do then
public record AftercareView(List<Line> steps, List<Line> warnings) {

    /// @param when from when to when after the session: `24 h to 3 days`
    /// @param avoid what to leave; empty where nothing
    public record Line(String when, String todo, String avoid) {}

    public AftercareView {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /// The steps and the red flags of a course, each in their order.
    public static AftercareView of(List<AftercareStep> aftercare) {
        return new AftercareView(lines(aftercare, false), lines(aftercare, true));
    }

    private static List<Line> lines(List<AftercareStep> aftercare, boolean warning) {
        return aftercare.stream()
                .filter(step -> step.isRedFlag() == warning)
                .map(step -> new Line(step.when(), step.todo(), step.avoid()))
                .toList();
    }
}
