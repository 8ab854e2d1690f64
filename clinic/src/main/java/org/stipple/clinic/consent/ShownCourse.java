package org.stipple.clinic.consent;

import java.util.UUID;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;

/// A course exactly as it was shown to somebody.
///
/// @param sha256 hash of its plan, as 64 hexadecimal digits
public record ShownCourse(UUID id, String sha256) {

    /// The course as it was signed.
    public static ShownCourse of(SignedCourse signed) {
        return new ShownCourse(signed.plan().id(), signed.signature().sha256());
    }
}
