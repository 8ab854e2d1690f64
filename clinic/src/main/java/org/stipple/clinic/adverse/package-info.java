/// What people suffered, after a session as far as is known: opened with what stood in the record, graded,
/// followed to its end, and told to whom it concerns.
///
/// - What is here: [AdverseEvents], the door, also for whatever opens one from elsewhere ([Source]);
///   [AdverseEvent], one of them, with its [Grade], [Outcome] and [Nature]; [Kinds], what it may be called;
///   [ToldAtHome], with what one from the diary begins; [Completeness], what a report of it still lacks
///   ([ReportField]); [FhirAdverseEvent], the same for other programs.
/// - What is mutable: the tables `adverse_event`, `adverse_event_zone`, `adverse_event_product`,
///   `adverse_event_revision`, `adverse_event_field`, `adverse_event_go_on` and `adverse_event_review`, all
///   append-only, and `waiting_adverse`, which the database derives from them.
/// - Who may call it: its pages, the diary, and follow-ups, which wait while one stands. The gate before a
///   session hears of what stands ([StandingEvents]).
/// - Where to start reading: [AdverseEvents].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "database",
            "patient",
            "planning",
            "stock",
            "treatment",
            "web",
            "web :: look",
            "web :: paper",
            "web :: words"
        })
package org.stipple.clinic.adverse;
