package org.stipple.clinic.web.look;

/// Where a statement comes from.
///
/// @param title what it is: `SkinPen Precision, instructions for use`
/// @param strength how strong it is: `label`, `trial`
/// @param href where to read it, or empty
public record SourceView(String title, String strength, String href) {}
