package org.stipple.clinic.treatment;

import java.util.List;

/// Whether a session may begin.
public sealed interface Start {

    /// It began, and its units are used.
    record Started(Session session) implements Start {}

    /// It did not, for each of these reasons. Nothing was changed; no unit was used.
    record NotStarted(List<String> why) implements Start {
        public NotStarted {
            why = List.copyOf(why);
        }
    }
}
