/// The MediaPipe face mesh, run on files that whoever configures the program provides.
///
/// - What is here: [FaceMesh], the chain from a picture to 468 points; [FaceDetector], its first link;
///   [ModelFile], which knows the files by their hash.
/// - What is mutable: nothing that can be seen; networks own native memory until the process ends.
/// - Who may call it: this module; the package is not exported.
/// - Where to start reading: [FaceMesh].
@org.jspecify.annotations.NullMarked
package org.stipple.imaging.landmark;
