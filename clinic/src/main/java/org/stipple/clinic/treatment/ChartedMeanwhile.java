package org.stipple.clinic.treatment;

/// The zone was charted after the page was made on which this was filled in: in another tab, or by somebody else.
/// Nothing was written, and what was charted stands.
public final class ChartedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Charted charted;

    ChartedMeanwhile(Charted charted) {
        super("the zone was charted meanwhile");
        this.charted = charted;
    }

    /// What stands there now.
    public Charted charted() {
        return charted;
    }
}
