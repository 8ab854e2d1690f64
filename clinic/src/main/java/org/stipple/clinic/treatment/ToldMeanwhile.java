package org.stipple.clinic.treatment;

import java.util.List;

/// More was charted after the page was made from which the session is to be closed: in another tab, or by
/// somebody else. Nobody signs what they have not seen; nothing was closed.
public final class ToldMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> since;

    ToldMeanwhile(List<String> since) {
        super("more was charted meanwhile");
        this.since = List.copyOf(since);
    }

    /// What is new, each with its zone, when, by whom and what.
    public List<String> since() {
        return since;
    }
}
