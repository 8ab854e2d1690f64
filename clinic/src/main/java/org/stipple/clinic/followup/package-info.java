/// Follow-ups: a month after the last session whether all is well, three and six months after it what came of
/// it.
///
/// - What is here: [FollowUps], the door; [FollowUp], somebody who is to be asked, and [Came], what came of it;
///   [Asking], which writes to them once and reminds them once.
/// - What is mutable: `waiting_follow_up`, who is to be asked, which the database derives from the records; the
///   tables `follow_up_note` and `follow_up_asked` are append-only.
/// - Who may call it: its pages.
/// - Where to start reading: [FollowUps].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "adverse", "messages", "patient", "web", "web :: look", "web :: words"})
package org.stipple.clinic.followup;
