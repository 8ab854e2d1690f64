/// The knowledge base and the two questions asked of it: *may we* (screening) and *how* (planning).
///
/// - What is here: [Knowledge], the door; [PatientFacts], what is asked; [Screening] and [Course], what is
///   answered; the entries of the knowledge base ([Device], [SkinZone], [Treatment], [Rule], [Source] and
///   their like).
/// - What is mutable: nothing. One [Knowledge] may be used by many threads.
/// - Who may call it: the command line, the clinic, the cohort tables. It reads no clock, no file and no
///   network: dates are parameters, and the built-in knowledge is a resource of this module.
/// - Where to start reading: [Knowledge], then [Screening].
@org.jspecify.annotations.NullMarked
package org.stipple.protocol;
