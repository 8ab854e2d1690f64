/// What came of it: photos measured with their error, scales, the report of a visit and the summary of a
/// course.
///
/// - What is here: [Outcomes], the door; [MeasuredPair], one or two photos and what they say; [StoredReading],
///   one reading; [Conditions] under which it was read; [StoredPicture], what is looked at beside it;
///   [Scores], the other door, and [Score], what somebody judged by a scale.
/// - What is mutable: the tables `measurement` and `scale_score`, append-only.
/// - Who may call it: its own pages. A reading never changes a recommendation by itself.
/// - Where to start reading: [Outcomes].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "adverse",
            "aftercare",
            "consent",
            "database",
            "incident",
            "patient",
            "photo",
            "planning",
            "stock",
            "treatment",
            "web",
            "web :: look",
            "web :: paper",
            "web :: words"
        })
package org.stipple.clinic.outcome;
