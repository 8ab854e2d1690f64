/// From answers to a signed course: intake, screening, draft, signature.
///
/// - What is here: [Intakes], what a person answered; [Screenings], may we; [Courses], how, and who signed;
///   [CourseRecord], a draft, a course that waits for a second signature, or a signed one: only the last can
///   be treated.
/// - What is mutable: the tables `intake`, `screening`, `course`, `course_set_aside`, `course_signature`,
///   `course_acceptance`, `course_second_signature`, all append-only.
/// - Who may call it: treatment and outcome; the knowledge itself is in the library `protocol`.
/// - Where to start reading: [Courses].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "database", "patient", "web", "web :: look", "web :: words"})
package org.stipple.clinic.planning;
