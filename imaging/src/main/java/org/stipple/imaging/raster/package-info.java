/// Planes of numbers and what is done to all of them alike: linear light, blur, half size, ridges.
///
/// - What is here: [Plane], [SrgbLight], [Logarithm], [Blur], [Hessian], [RidgeFilter], [LongFilter],
///   [BlobFilter]; [Tile] and [Rows] are how they stay in the cache and become vector instructions.
/// - What is mutable: the values of a plane, while whoever made it fills it.
/// - Who may call it: `imaging` alone; the package is not exported and knows nothing of skin.
/// - Where to start reading: [Plane].
@org.jspecify.annotations.NullMarked
package org.stipple.imaging.raster;
