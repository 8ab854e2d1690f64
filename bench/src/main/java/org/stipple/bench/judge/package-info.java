/// Judges what `stipple measure` reads from photos of synthetic skin, about which the truth is known.
///
/// - What is here: [Judge], which photographs invented people, runs the program on the files as anybody would,
///   and compares its answers and masks with the truth; the statistics for that; [JudgePage], which writes them
///   down.
/// - What is mutable: [Scores] while a run lasts.
/// - Who may call it: `./stipple bench … imaging` and `imaging-tuning`. It knows of the program only what the
///   contract of its command line says.
/// - Where to start reading: [Judge].
@org.jspecify.annotations.NullMarked
package org.stipple.bench.judge;
