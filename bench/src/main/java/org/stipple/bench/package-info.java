/// Runs the benchmarks and writes down what they gave.
///
/// - What is here: [Bench], the only program, and how its results are written. The benchmarks themselves
///   stand in the packages of what they measure, because the references are package-private there.
/// - What is mutable: nothing outlives a run.
/// - Who may call it: `./stipple bench`. It is never part of a test.
/// - Where to start reading: [Bench].
@org.jspecify.annotations.NullMarked
package org.stipple.bench;
