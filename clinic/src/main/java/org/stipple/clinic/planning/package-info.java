/// From answers to a signed course: intake, screening, draft, signature.
///
/// - What is here: [Intakes], what a person answered; [Screenings], may we; [Courses], how, and who signed;
///   [CourseRecord], a draft
///   or a signed course: only the latter can be treated.
/// - What is mutable: the tables `intake`, `screening`, `course`, `course_signature`, `course_acceptance`, all
///   append-only.
/// - Who may call it: treatment and outcome; the knowledge itself is in the library `protocol`.
/// - Where to start reading: [Courses].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"access", "patient", "web", "web :: look"})
package org.stipple.clinic.planning;
