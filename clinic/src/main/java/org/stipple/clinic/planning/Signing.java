package org.stipple.clinic.planning;

import java.util.List;
import org.stipple.clinic.planning.CourseRecord.AwaitingSecond;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;

/// What came of signing a course.
public sealed interface Signing {

    /// It is signed.
    record Signed(SignedCourse course) implements Signing {}

    /// The first of two people has signed; it is not treated before somebody else has signed too.
    record AwaitsSecond(AwaitingSecond course) implements Signing {}

    /// It is not, for each of these reasons; nothing was changed.
    record Refused(List<String> why) implements Signing {
        public Refused {
            why = List.copyOf(why);
        }
    }
}
