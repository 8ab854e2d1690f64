/// The questions in people's own words: what anybody may ask of themselves, and the intake that a person
/// answers by a link on their own phone.
///
/// - What is here: [SelfCheck], may I, may I at home, from the same knowledge as every screening; [OwnIntakes],
///   the door to what was asked by link, kept as it is answered, and sent; [Interview], what is asked of whom,
///   and what comes next; [Sheet], questions that stand together on one page; [Told], what somebody told;
///   [Contradicted], where that is otherwise than was recorded since.
/// - What is mutable: the tables `intake_asked`, `intake_draft`, `intake_by_link` and `intake_looked_at`, all
///   append-only; `waiting_answers` follows from them. The self-check keeps nothing.
/// - Who may call it: its pages. The gate before a session hears of answers that nobody has looked at
///   ([UnseenAnswers]).
/// - Where to start reading: [Interview].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "database",
            "invitation",
            "patient",
            "planning",
            "treatment",
            "web",
            "web :: look",
            "web :: words"
        })
package org.stipple.clinic.asking;
