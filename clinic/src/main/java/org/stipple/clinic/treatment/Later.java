package org.stipple.clinic.treatment;

/// What is said of a zone, and may be said after something else was: what was done to it, or that it was not
/// treated.
public sealed interface Later permits Charted, LeftOut {

    /// When it was said.
    java.time.Instant toldAt();

    /// What it says, with when and by whom.
    ///
    /// @param clinic the clinic's zone, for the time of day
    String told(java.time.ZoneId clinic);

    /// What it says as the amendment of an earlier entry, with when, by whom and why.
    ///
    /// @param clinic the clinic's zone, for the time of day
    String asAmendment(java.time.ZoneId clinic);
}
