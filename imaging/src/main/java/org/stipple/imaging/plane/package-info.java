/// Pixels as linear light in planes of floats.
///
/// - What is here: [Planes].
/// - What is mutable: the arrays of a [Planes], by whoever made it; nobody else writes.
/// - Who may call it: this module; the package is not exported.
/// - Where to start reading: [Planes].
@org.jspecify.annotations.NullMarked
package org.stipple.imaging.plane;
