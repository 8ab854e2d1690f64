/// Finds the 24-patch colour card in a photo: turned, seen obliquely, in dim or coloured light.
///
/// - What is here: [CardFinder], which makes [Patch]es out of even areas, a [Lattice] out of patches, and asks
///   the colours which way up the card is.
/// - What is mutable: nothing that can be seen.
/// - Who may call it: this module; the package is not exported. No OpenCV: one photo is read without it.
/// - Where to start reading: [CardFinder].
@org.jspecify.annotations.NullMarked
package org.stipple.imaging.card;
