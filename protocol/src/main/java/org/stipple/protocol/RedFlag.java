package org.stipple.protocol;

import java.util.Arrays;
import java.util.Optional;

/// What is not expected after a session: when it shows, what to do and who is called.
///
/// @param sign for the professional
/// @param patientWords for the patient
/// @param fromHours after the session, when it can show first
/// @param toHours after the session, when it can show last
/// @param windowBasis what those hours rest on
/// @param todo what to do
/// @param avoid what to leave
/// @param call who is called
/// @param answerWithinMinutes in which somebody must have answered; 0 for at once
/// @param answerBasis what that rests on
public record RedFlag(
        String id,
        String sign,
        String patientWords,
        int fromHours,
        int toHours,
        Basis windowBasis,
        String todo,
        String avoid,
        Call call,
        int answerWithinMinutes,
        Basis answerBasis) {

    /// With what the identifier of such a step begins in a course.
    static final String STEP = "red-flag-";

    /// Who is called.
    public enum Call {
        /// The emergency number, before anybody else.
        EMERGENCY("emergency"),
        /// A clinician, on the same day.
        CLINICIAN_TODAY("clinician-today"),
        /// A clinician, in the time that the flag states.
        CLINICIAN("clinician");

        private final String id;

        Call(String id) {
            this.id = id;
        }

        /// The word in files and answers: `clinician-today`.
        public String id() {
            return id;
        }

        /// @return empty when nothing has this word
        public static Optional<Call> find(String id) {
            return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /// Whether it can show so long after a session.
    public boolean canShowAfter(int hours) {
        return fromHours <= hours && hours <= toHours;
    }

    /// As a line of the aftercare sheet.
    AftercareStep step() {
        return new AftercareStep(
                STEP + id, fromHours, toHours, sign + ": " + todo, avoid, windowBasis.id(), windowBasis.sources());
    }
}
