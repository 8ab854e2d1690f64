/// Pages about messages.
///
/// - What is here: [ContactPages], by which channel a person may be written to and what was written;
///   [MessagePages], what waits, what was given up, and whom to call; [LinkPages], what a person sees who
///   follows their link.
/// - What is mutable: nothing.
/// - Who may call it: browsers.
/// - Where to start reading: [ContactPages].
@org.jspecify.annotations.NullMarked
package org.stipple.clinic.messages.web;
