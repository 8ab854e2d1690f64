package org.stipple.protocol;

import java.util.Map;
import org.stipple.quantities.Indication;

/// Where each indication is treated, worked out once. Immutable.
final class TreatedZones {

    /// By the ordinal of the indication, as [ZoneTruths#mask].
    private final int[] masks;

    private TreatedZones(int[] masks) {
        this.masks = masks;
    }

    static TreatedZones of(Map<Indication, Treatment> treatments) {
        int[] masks = new int[Indication.values().length];
        treatments.forEach((indication, treatment) -> masks[indication.ordinal()] = ZoneTruths.mask(treatment.zones()));
        return new TreatedZones(masks);
    }

    /// As [ZoneTruths#mask].
    int of(Indication indication) {
        return masks[indication.ordinal()];
    }
}
