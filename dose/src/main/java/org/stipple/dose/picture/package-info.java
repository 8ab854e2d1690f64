/// Pictures of a dose, made in memory and without fonts or a screen, so that they are the same everywhere.
///
/// - What is here: [DensityPicture] (PNG: where the punctures lie), [DepthPicture] (SVG: how deep they go) and
///   [SettingsPicture] (SVG: what settings give and cost).
/// - What is mutable: nothing that is public.
/// - Who may call it: everybody.
/// - Where to start reading: [DensityPicture#png(org.stipple.dose.DoseQuestion)].
@org.jspecify.annotations.NullMarked
package org.stipple.dose.picture;
