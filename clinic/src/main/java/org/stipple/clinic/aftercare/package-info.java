/// What comes after a session: the person's own page with what is expected and what to do, the diary, and who
/// answers a sign that cannot wait.
///
/// - What is here: [Diary], what people write; [Triage], which answers are signs; [Concerns], signs that
///   somebody has to answer; [Escalation], the clock that lays them before one person after another
///   ([Watch]); [Alerts], by which the staff is told ([AlertRounds]); [Healing], what is expected when;
///   [AboutAnswers], what another module may say about answers.
/// - What is mutable: `waiting_concern`, where the clock of an open concern stands, and `staff_alert`; all
///   others are append-only.
/// - Who may call it: nobody upstream; its pages, and modules that begin where a concern ends.
/// - Where to start reading: [Concerns].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "adverse",
            "invitation",
            "messages",
            "patient",
            "photo",
            "planning",
            "treatment",
            "web",
            "web :: look",
            "web :: paper",
            "web :: words"
        })
package org.stipple.clinic.aftercare;
