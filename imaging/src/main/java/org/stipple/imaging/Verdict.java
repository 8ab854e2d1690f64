package org.stipple.imaging;

import java.util.Optional;

/// What a change means, as far as it can be told from the error of the method alone.
public enum Verdict {
    IMPROVED("improved"),
    NO_DETECTABLE_CHANGE("no-detectable-change"),
    WORSE("worse"),
    /// It changed, but the metric has no better direction, so nothing is judged.
    NEITHER_IS_BETTER("not-measurable");

    private final String id;

    Verdict(String id) {
        this.id = id;
    }

    /// The identifier in files: `no-detectable-change`.
    public String id() {
        return id;
    }

    /// Why nothing is judged, where it is not.
    public Optional<String> why() {
        return this == NEITHER_IS_BETTER
                ? Optional.of("it changed by more than can be detected, but neither direction is better")
                : Optional.empty();
    }
}
