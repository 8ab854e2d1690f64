/// What a person agreed to: the exact text, its language and hash, who signed how, where and when, and whether
/// it still holds.
///
/// - What is here: [Consents], the door; [ConsentTexts], the versions of the texts; [ConsentText], one of them;
///   [Consent], an agreement to one; [Purpose], what for; [ShownCourse], the course that was agreed to, by its
///   hash; [Leave], which everything asks that shows, measures or gives away; [PhotoUses], where photos went;
///   [Questions], what people ask before they sign; [AgreeAgain], whose text was changed;
///   [HearsOfWithdrawal], told at once when consent is withdrawn.
/// - What is mutable: nothing; the tables `consent_text`, `consent`, `consent_withdrawal`,
///   `consent_confirmation`, `consent_question`, `consent_answer`, `photo_use`, `photo_use_end` and
///   `withheld_look` are append-only, and the database keeps who waits beside them.
/// - Who may call it: every module that needs leave for what it does.
/// - Where to start reading: [Consents], then [Leave].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "invitation",
            "patient",
            "planning",
            "web",
            "web :: look",
            "web :: paper",
            "web :: words"
        })
package org.stipple.clinic.consent;
