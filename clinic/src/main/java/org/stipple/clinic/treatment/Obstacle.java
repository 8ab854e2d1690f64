package org.stipple.clinic.treatment;

/// What stands in the way of starting a session, and the step that removes it.
///
/// @param words a sentence for whoever wants to start
public record Obstacle(String words, Step step) {

    /// What removes it.
    public enum Step {
        /// The course is signed, by a second person too where it needs that.
        SIGN,
        /// The answers are asked again and confirmed.
        ASK_AGAIN,
        /// The answers and what follows from them are looked at; a wait is waited for.
        LOOK_AT_ANSWERS,
        /// The interval of the course passes.
        WAIT,
        /// The person signs the consent.
        CONSENT,
        /// A unit is scanned.
        SCAN,
        /// The anaesthetic is put on, or taken off.
        NUMB,
        /// Whoever starts says as what they treat, or somebody else starts.
        WHO_TREATS,
        /// The session that is open is gone on with and closed.
        OPEN_SESSION,
        /// The newer course, or a new one, is used.
        NEW_COURSE,
        /// Somebody looks at the incident.
        INCIDENT,
        /// A clinician says that the adverse event is over, or that treatment may go on.
        ADVERSE_EVENT,
        /// Somebody answers what the person reported after a session.
        CONCERN
    }
}
