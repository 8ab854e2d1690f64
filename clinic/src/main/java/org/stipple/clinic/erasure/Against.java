package org.stipple.clinic.erasure;

import java.time.Instant;
import java.time.LocalDate;

/// What stands against erasing a class of a record.
public sealed interface Against {

    /// The clinic has not said for how long it keeps this class.
    record NoRule() implements Against {}

    /// The law by which the clinic keeps it.
    ///
    /// @param until the day from which it may be erased
    record Kept(LocalDate until, String law) implements Against {}

    /// Nothing goes as long as this is not lifted.
    record OnHold(String reason, String by, Instant since) implements Against {}

    /// Something that has to be finished first.
    ///
    /// @param words a sentence that says what ends it
    record Unfinished(String words) implements Against {}
}
