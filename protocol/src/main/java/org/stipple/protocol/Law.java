package org.stipple.protocol;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// What is known of the law of a place.
///
/// @param jurisdiction where; a part inherits from its whole
/// @param says in a sentence
/// @param from the first day on which it may hold; empty where that was not read, and then it holds on every day
/// @param speaksOf of whom it says whether, or how deep, they may needle
record Law(String id, String jurisdiction, String says, Optional<LocalDate> from, Set<Operator> speaksOf) {

    /// Whether its day has come.
    boolean holdsOn(LocalDate day) {
        return from.isEmpty() || !day.isBefore(from.get());
    }
}
