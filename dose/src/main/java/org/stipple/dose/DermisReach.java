package org.stipple.dose;

import org.stipple.quantities.Fraction;

/// Which part of the punctures gets into the dermis, and through it.
public sealed interface DermisReach {

    /// @param reachingDermis deeper than the epidermis
    /// @param beyondDermis deeper than epidermis and dermis together
    record Reached(Fraction reachingDermis, Fraction beyondDermis) implements DermisReach {}

    /// The zone's thickness has no source.
    ///
    /// @param why in words for a person
    record ThicknessUnknown(String why) implements DermisReach {}
}
