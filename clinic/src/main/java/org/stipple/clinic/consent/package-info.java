/// What a person agreed to: the exact text, its hash, who signed and when, and whether it still holds.
///
/// - What is here: [Consents], the door; [ConsentText], a version of a text; [Consent], an agreement to one;
///   [Purpose], what for; [ShownCourse], the course that was agreed to, by its hash; [HearsOfWithdrawal], told
///   at once when consent is withdrawn.
/// - What is mutable: the tables `consent_text`, `consent`, `consent_withdrawal`, all append-only.
/// - Who may call it: every module that needs leave for what it does.
/// - Where to start reading: [Consents].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "patient", "planning", "web", "web :: look"})
package org.stipple.clinic.consent;
