package org.stipple.clinic.web;

import java.util.List;

/// What was asked for is not done, for each of these reasons; nothing was changed. The page is shown again with
/// them.
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> why;

    public Refusal(List<String> why) {
        super(String.join(" ", why));
        this.why = List.copyOf(why);
    }

    /// The reasons, one at least, each a sentence for the reader.
    public List<String> why() {
        return why;
    }
}
