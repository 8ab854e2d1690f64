package org.stipple.protocol;

import java.util.Set;
import org.stipple.quantities.ZoneId;

/// The truth of a condition in every zone asked, in one number: three-valued logic of Kleene without a loop
/// over zones.
///
/// The bits 32 and up say where it is true, the bits below where it is possible, that is true or unknown; bit
/// k stands for zone k. Then `a & b` is *and*, and `a | b` is *or*: what is unknown stays unknown unless the
/// rest decides.
final class ZoneTruths {

    /// Nowhere, whatever the answers were.
    static final long NOWHERE = 0;

    private ZoneTruths() {}

    /// The zones of a set.
    static int mask(Set<ZoneId> zones) {
        int mask = 0;
        for (var zone : zones) {
            mask |= bit(zone);
        }
        return mask;
    }

    static int bit(ZoneId zone) {
        return 1 << zone.ordinal();
    }

    /// True in these zones and false elsewhere.
    static long trueIn(int zones) {
        return (long) zones << Integer.SIZE | zones;
    }

    /// Unknown in these zones and false elsewhere.
    static long unknownIn(int zones) {
        return zones;
    }

    /// @param asked all zones that are asked about
    static long not(long truths, int asked) {
        return Long.rotateLeft(truths, Integer.SIZE) ^ trueIn(asked);
    }

    /// Where it is true.
    static int whereTrue(long truths) {
        return (int) (truths >>> Integer.SIZE);
    }

    /// Where it is neither true nor false.
    static int whereUnknown(long truths) {
        return (int) truths & ~whereTrue(truths);
    }
}
