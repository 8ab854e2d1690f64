/// Photographs of skin that was never anybody's, with everything that is true about it.
///
/// - What is here: [Phantom], which photographs a [Skin] through a [Capture] into a [Frame] and answers a
///   [Rendering]: a [RenderedPhoto] with its [Truth]; each [Mark] of skin, each [Marker] to measure by;
///   [Invention], which makes people from a seed of a [SeedRange]; [Head], for what has to find a face;
///   [DemoScene], the patches of the demo clinic.
/// - What is mutable: nothing. The same arguments give the same pixels.
/// - Who may call it: the demo clinic and tests. It shares no code with `imaging`, which it judges.
/// - Where to start reading: [Phantom].
///
/// Every number of colour, relief and camera in this package is `design` unless its source stands beside it:
/// chosen so that pictures look like skin and span the range that readings must stand. None says anything about
/// people. Left out of the light: cast shadows, light that wanders below the surface, and what the surroundings
/// mirror.
@org.jspecify.annotations.NullMarked
package org.stipple.phantom;
