package org.stipple.clinic.web.look;

/// A number worth seeing first: `parts/figures.jte`.
///
/// @param unit shown in a lighter weight; may be empty
/// @param note a few words below it, such as its range; may be empty
public record KeyFigure(String label, String value, String unit, String note) {}
