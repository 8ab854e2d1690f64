package org.stipple.protocol;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.stipple.dose.DoseEstimate;

/// Doses that were simulated before. Clinics plan the same zones with the same devices all day, and the same
/// question has the same answer. May be shared by threads; holds no patient's data, only device, technique,
/// skin and area.
public final class DoseMemory {

    private final int most;
    private final ConcurrentMap<ZoneDose.Needling, Optional<DoseEstimate>> known = new ConcurrentHashMap<>();

    /// Remembers nothing yet.
    ///
    /// @param most how many answers are kept, at least 1; an answer takes about a kilobyte
    public DoseMemory(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a memory keeps at least 1 answer, was " + most);
        }
        this.most = most;
    }

    /// What is known, or what is computed now and kept.
    Optional<DoseEstimate> of(ZoneDose.Needling needling, Function<ZoneDose.Needling, Optional<DoseEstimate>> compute) {
        var kept = known.get(needling);
        if (kept != null) {
            return kept;
        }
        // Two who ask at once compute it twice, which gives the same; what is simulated shares its parts by plan.
        var computed = compute.apply(needling);
        if (known.size() >= most) {
            known.clear();
        }
        known.put(needling, computed);
        return computed;
    }
}
