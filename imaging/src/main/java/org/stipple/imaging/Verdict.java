package org.stipple.imaging;

/// What a change means, as far as it can be told from the error of the method alone.
public enum Verdict {
    IMPROVED("improved"),
    NO_DETECTABLE_CHANGE("no-detectable-change"),
    WORSE("worse");

    private final String id;

    Verdict(String id) {
        this.id = id;
    }

    /// The identifier in files: `no-detectable-change`.
    public String id() {
        return id;
    }

    /// For a metric of which less is better. A change must exceed what two photos of unchanged skin can differ
    /// by.
    static Verdict ofLessIsBetter(double change, double sdc95) {
        if (Math.abs(change) <= sdc95) {
            return NO_DETECTABLE_CHANGE;
        }
        return change < 0 ? IMPROVED : WORSE;
    }
}
