package org.stipple.clinic.planning;

import java.time.LocalDate;
import java.util.Optional;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;

/// When a person may be treated next under a course. Sessions are recorded further down the line, and tell it
/// here, so that every page names the same day.
public interface NextSession {

    /// The first day on which it may be: the later of what needled skin needs and of the waits that the signature
    /// does not cover. The page before the session holds to the same day. Of a course that is not signed yet, or
    /// not by all, it is the day that holds where nobody signs for an earlier one.
    ///
    /// @return empty where nothing of the course's zones was needled before and nothing waits, and where the
    ///   course is complete
    Optional<LocalDate> from(PatientId patient, CourseRecord course);

    /// Whether all sessions that were signed and consented to are done. More need a course of their own.
    boolean isComplete(PatientId patient, SignedCourse course);

    /// The first day on which a sign-off for an earlier session than the course asks for counts: whoever signs
    /// has seen the skin after it had time to settle.
    ///
    /// @return empty where nothing of the course's zones was needled before
    Optional<LocalDate> earlySignOffFrom(PatientId patient, CourseRecord course);

    /// For when the course plans it, which may be later than it has to be.
    ///
    /// @return empty before the first session of the course
    Optional<LocalDate> planned(PatientId patient, SignedCourse course);
}
