package org.stipple.dose.settings;

import java.time.Duration;
import java.util.Optional;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Fraction;

/// Within what a treatment must stay. No-go zones are holes of the outline.
///
/// @param label the deepest setting that the device's label allows; empty where it names none
/// @param scope the deepest setting of this practitioner; empty where it is not limited
/// @param beyondDermis part of the punctures that may go through the dermis, in the worst scenario: hard over
///   bone, eye or nerve, elsewhere a caution
/// @param time on the skin at the told speed, turns not counted; has no effect on rollers and stamps
/// @param coverage part of the surface in a hole, found by simulation and by closed form
/// @param duplicates part of the punctures in a hole that was there, likewise
public record DoseBounds(
        Optional<Depth> label,
        Optional<Depth> scope,
        Cap beyondDermis,
        Optional<Duration> time,
        Optional<Cap> coverage,
        Optional<Cap> duplicates) {

    /// Source: dose reference, analogues of radiotherapy: P(deeper than the dermis) at most 1 %.
    public static final Fraction USUAL_BEYOND_DERMIS = Fraction.ofValue(0.01);

    /// Design, a caution: above it hardly any skin is left between the holes.
    public static final Fraction USUAL_COVERAGE = Fraction.ofValue(0.9);

    /// Label and the usual cautions alone.
    public static DoseBounds cautious(Depth label) {
        return new DoseBounds(
                Optional.of(label),
                Optional.empty(),
                Cap.caution(USUAL_BEYOND_DERMIS),
                Optional.empty(),
                Optional.of(Cap.caution(USUAL_COVERAGE)),
                Optional.empty());
    }

    /// The same over bone, eye or nerve.
    public DoseBounds withHardBeyondDermis() {
        return new DoseBounds(label, scope, Cap.hard(beyondDermis.most()), time, coverage, duplicates);
    }

    /// The same with a practitioner's limit.
    public DoseBounds withScope(Depth deepest) {
        return new DoseBounds(label, Optional.of(deepest), beyondDermis, time, coverage, duplicates);
    }

    /// The same within a time.
    public DoseBounds withTime(Duration most) {
        return new DoseBounds(label, scope, beyondDermis, Optional.of(most), coverage, duplicates);
    }

    /// The same with caps of the surface.
    public DoseBounds withSurface(Cap covered, Cap duplicated) {
        return new DoseBounds(label, scope, beyondDermis, time, Optional.of(covered), Optional.of(duplicated));
    }
}
