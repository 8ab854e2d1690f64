package org.stipple.protocol;

import java.util.Set;

/// What is known of the law of a place.
///
/// @param jurisdiction where; a part inherits from its whole
/// @param says in a sentence
/// @param speaksOf of whom it says whether, or how deep, they may needle
record Law(String id, String jurisdiction, String says, Set<Operator> speaksOf) {}
