/// OpenCV's native library.
///
/// - What is here: [OpenCv], which loads it.
/// - What is mutable: the Java process, once.
/// - Who may call it: this module; the package is not exported.
/// - Where to start reading: [OpenCv].
@org.jspecify.annotations.NullMarked
package org.stipple.imaging.vision;
