/// Photographs of skin that was never anybody's, with everything that is true about it.
///
/// - What is here: [Phantom], which photographs a [Skin] through a [Capture] into a [Frame] and answers a
///   [Rendering]: a [RenderedPhoto] with its [Truth]; [DemoScene], the plain patches of the demo clinic.
/// - What is mutable: nothing. The same arguments give the same pixels.
/// - Who may call it: the demo clinic and tests. It shares no code with `imaging`, which it judges.
/// - Where to start reading: [Phantom].
///
/// Every number of colour, relief and camera in this package is `design`: chosen so that pictures look like
/// skin and span the range that readings must stand. None says anything about people.
@org.jspecify.annotations.NullMarked
package org.stipple.phantom;
