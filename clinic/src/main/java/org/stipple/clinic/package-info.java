/// The server of a clinic: one package for each word a clinician uses.
///
/// - What is here: [ClinicApplication], which starts it with [ServeSettings]; below it one package a module,
///   each a Spring Modulith module that declares what it may depend on.
/// - What is mutable: the database, and nothing else.
/// - Who may call it: the command `stipple serve`.
/// - Where to start reading: `FirstVisitTest` in the tests, which walks one patient's first visit through all
///   modules.
@org.jspecify.annotations.NullMarked
package org.stipple.clinic;
