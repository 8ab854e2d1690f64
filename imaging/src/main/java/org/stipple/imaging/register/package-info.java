/// Lays one photo of skin onto another where one straight map does not do: skin gives.
///
/// - What is here: [Field], which says for every place how far away the same skin is in the other photo;
///   [Relief], what is compared; [FieldFinder], which makes the one out of two of the other.
/// - What is mutable: a [Relief] owns native memory until it is closed.
/// - Who may call it: this module; the package is not exported. Nothing is ever measured on warped pixels: a
///   field carries outlines and serves maps.
/// - Where to start reading: [FieldFinder].
@org.jspecify.annotations.NullMarked
package org.stipple.imaging.register;
