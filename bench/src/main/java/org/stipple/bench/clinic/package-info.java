/// How quick the pages of a clinic are whose books are full.
///
/// - What is here: [ClinicLoad], which starts the program with a crowd of invented people and opens their pages;
///   [Visitor], a browser without a screen.
/// - What is mutable: nothing.
/// - Who may call it: [org.stipple.bench.Bench].
/// - Where to start reading: [ClinicLoad].
@org.jspecify.annotations.NullMarked
package org.stipple.bench.clinic;
