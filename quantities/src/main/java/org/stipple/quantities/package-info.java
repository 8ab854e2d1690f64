/// Quantities with units, and the names of zones and indications that all modules share.
///
/// - What is here: one small immutable type for each quantity that crosses a public boundary ([Depth],
///   [Length], [Area], [PunctureDensity], [StrokeFrequency], [GlideSpeed], [Fraction]), [Interval],
///   [Estimate], and the identifiers [ZoneId], [Indication], [Sex], [SkinType].
/// - What is mutable: nothing.
/// - Who may call it: everybody.
/// - Where to start reading: [Depth].
@org.jspecify.annotations.NullMarked
package org.stipple.quantities;
