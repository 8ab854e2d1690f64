package org.stipple.clinic.treatment;

import java.util.Map;
import java.util.TreeMap;

/// What was charted does not hold together; nothing was written.
public final class NotCharted extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /// A field of the form.
    public enum Place {
        ZONES,
        DEPTH,
        DEPTHS,
        PASSES,
        DIRECTIONS,
        GLIDE,
        TIME,
        ENDPOINT,
        PAIN,
        WHY,
        REASON
    }

    private final transient Map<Place, String> wrong;

    /// @param wrong what is wrong with which field, and what was expected; one at least
    public NotCharted(Map<Place, String> wrong) {
        super(String.join("; ", new TreeMap<>(wrong).values()));
        this.wrong = Map.copyOf(wrong);
    }

    /// What is wrong with which field.
    public Map<Place, String> wrong() {
        return wrong;
    }
}
