/// People who are treated.
///
/// - What is here: [Patients], the door; [Patient], one of them; [PatientDetails], what is written down about
///   them.
/// - What is mutable: the table `patient`, under optimistic locking; `patient_correction` beside it is
///   append-only.
/// - Who may call it: every module that treats, photographs or writes to people.
/// - Where to start reading: [Patients].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"access", "web", "web :: look", "web :: words"})
package org.stipple.clinic.patient;
