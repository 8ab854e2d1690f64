/// Benchmarks of module dose, in its own package.
///
/// - What is here: one class a subject, see `org.stipple.bench.Bench`; C and NumPy beside it in `bench/peers`.
/// - What is mutable: nothing outlives a run.
/// - Who may call it: `./stipple bench`.
/// - Where to start reading: [DoseBenchmark].
@org.jspecify.annotations.NullMarked
package org.stipple.dose;
