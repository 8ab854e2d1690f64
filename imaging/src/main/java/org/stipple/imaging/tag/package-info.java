/// Finds printed AprilTags and where exactly their corners are.
///
/// - What is here: [TagFinder], which asks OpenCV where tags are; [TagEdges], which then measures their corners
///   in linear light; [SeenTag].
/// - What is mutable: nothing that can be seen.
/// - Who may call it: this module; the package is not exported.
/// - Where to start reading: [TagFinder].
@org.jspecify.annotations.NullMarked
package org.stipple.imaging.tag;
