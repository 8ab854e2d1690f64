/// Plane geometry of pictures: maps that keep straight lines straight, and least squares.
///
/// - What is here: [Homography], [LeastSquares].
/// - What is mutable: nothing.
/// - Who may call it: this module; the package is not exported.
/// - Where to start reading: [Homography].
@org.jspecify.annotations.NullMarked
package org.stipple.imaging.geometry;
