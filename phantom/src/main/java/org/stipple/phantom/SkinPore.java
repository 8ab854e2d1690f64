package org.stipple.phantom;

import org.stipple.quantities.Length;

/// One pore.
///
/// @param middle of its round opening
/// @param diameter of the opening, where it is half as deep as in the middle
/// @param depth in the middle
public record SkinPore(SkinPoint middle, Length diameter, Length depth) {}
