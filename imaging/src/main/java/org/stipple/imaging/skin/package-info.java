/// What is found in the pixels of one zone of one photo: lines, pores, spots, shine, colour and roughness.
///
/// - What is here: [SkinPixels], what a zone shows; [SkinField], the same as planes of linear light on a grid
///   fit for skin; and for each metric a class that finds it.
/// - What is mutable: nothing that can be seen.
/// - Who may call it: `imaging` alone; the package is not exported and knows nothing of gates, verdicts or files.
/// - Where to start reading: [SkinField].
///
/// Every threshold is `design`, found on synthetic skin with seeds below 1,000,000; nothing is clinically
/// validated.
@org.jspecify.annotations.NullMarked
package org.stipple.imaging.skin;
