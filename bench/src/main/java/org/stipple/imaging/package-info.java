/// Benchmarks of module imaging, in its own package.
///
/// - What is here: one class a subject, see `org.stipple.bench.Bench`; Python beside it in `bench/peers`.
/// - What is mutable: nothing outlives a run.
/// - Who may call it: `./stipple bench`.
/// - Where to start reading: [ImagingSpeedBenchmark].
@org.jspecify.annotations.NullMarked
package org.stipple.imaging;
