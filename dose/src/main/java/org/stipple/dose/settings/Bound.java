package org.stipple.dose.settings;

/// What can leave no setting.
public enum Bound {
    /// Deeper than the needle is long.
    NEEDLE_LENGTH,
    /// Deeper than the device's label allows.
    LABEL_DEPTH,
    /// Deeper than this practitioner may.
    SCOPE,
    /// The skin's thickness is not known, so that the part through the dermis is not either: a clinician gives
    /// it.
    THICKNESS_UNKNOWN,
    /// Too much goes through the dermis in the worst scenario.
    BEYOND_DERMIS,
    /// Takes too long.
    TIME,
    /// Too much of the surface lies in holes.
    COVERAGE,
    /// Too many punctures fall in holes that were there.
    DUPLICATES,
    /// More punctures than are ever simulated.
    SIZE
}
