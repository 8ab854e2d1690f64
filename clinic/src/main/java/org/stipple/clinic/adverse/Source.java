package org.stipple.clinic.adverse;

/// From where an event was opened.
public sealed interface Source {

    /// Somebody of the clinic wrote it down.
    record ByHand() implements Source {}

    /// An entry of the person's diary, which opens one event of a kind and never a second: it may tell of two
    /// things.
    ///
    /// @param entry its identifier
    record FromDiary(String entry) implements Source {}
}
