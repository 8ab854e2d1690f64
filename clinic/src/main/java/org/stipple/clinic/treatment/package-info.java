/// Sessions: started only when everything is in place, charted zone by zone, closed under a name.
///
/// - What is here: [Sessions], the door; [Session], one of them; [Charted], what was done to a zone, in which
///   [Manner], and [LeftOut], that it was not treated; [Aftermath], what was given beside the needle and found
///   at the end, written by [AfterNeedle]; [PlannedTime], how long a zone takes, and [MinutesAndSeconds], such
///   a time in words; [Start], whether it may begin, and [Obstacle], what stands in the way; [Reviews],
///   departures from the plan and sessions that lost their consent ([SessionWithdrawal]), that somebody else
///   looks at; [WhoTreats], as what those who sign in treat; [Numbings], the anaesthetic before the needle;
///   [SessionUnits], what a session used; [Exposures], whom a recall concerns.
/// - What is mutable: the tables `numbing`, `numbing_off`, `numbing_override`, `session`, `zone_record`,
///   `session_close`, `zone_left_out`, `session_adjunct`, `session_after`, `deviation_review`, `review_step`,
///   `practises_as`, `next_session`, `session_withdrawal` with its review and steps, all append-only: what was
///   done is amended, never edited.
/// - Who may call it: the pages of the room, photo and outcome.
/// - Where to start reading: [Sessions].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "consent", "patient", "planning", "stock", "web", "web :: look", "web :: words"
        })
package org.stipple.clinic.treatment;
