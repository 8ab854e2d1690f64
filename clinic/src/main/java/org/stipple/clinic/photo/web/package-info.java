/// Pages of photos.
///
/// - What is here: [PhotoPages]: storing a photo, showing it; [CapturePages]: taking them view by view.
/// - What is mutable: nothing.
/// - Who may call it: browsers.
/// - Where to start reading: [PhotoPages].
@org.jspecify.annotations.NullMarked
package org.stipple.clinic.photo.web;
