/// What a person's record holds, as a copy that is theirs.
///
/// - What is here: [Copies], which puts a copy together from what each module gives and from every row as it is
///   kept; [AsKept], those rows.
/// - What is mutable: nothing. That a copy was given stands in the trail.
/// - Who may call it: its own pages.
/// - Where to start reading: [Copies].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "consent", "invitation", "patient", "web", "web :: look", "web :: words"})
package org.stipple.clinic.disclosure;
