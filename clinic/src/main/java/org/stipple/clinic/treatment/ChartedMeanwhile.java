package org.stipple.clinic.treatment;

import java.util.List;
import java.util.stream.Collectors;

/// A zone was charted after the page was made on which this was filled in: in another tab, or by somebody else.
/// Nothing was written, and what was charted stands.
public final class ChartedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Charted> charted;

    ChartedMeanwhile(List<Charted> charted) {
        super("charted meanwhile: "
                + charted.stream().map(one -> one.zone().words()).collect(Collectors.joining(", ")));
        this.charted = List.copyOf(charted);
    }

    /// What stands there now, of each zone of which that is newer; one at least.
    public List<Charted> charted() {
        return charted;
    }
}
