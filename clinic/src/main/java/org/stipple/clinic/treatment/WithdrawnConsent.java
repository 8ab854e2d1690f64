package org.stipple.clinic.treatment;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.consent.Consent;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.consent.ShownCourse;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.planning.Courses;

/// The consent under which a session began, and whether it was withdrawn while the session ran. A session that
/// lost its consent stays open to charting: the record must be true, and says that the consent was gone.
@Component
public class WithdrawnConsent {

    private final Consents consents;
    private final Courses courses;

    WithdrawnConsent(Consents consents, Courses courses) {
        this.consents = consents;
        this.courses = courses;
    }

    /// When consent was withdrawn during the session; empty where it was not, or was given again since. What is
    /// withdrawn after the session was closed takes nothing from what was done in it.
    @Transactional
    public Optional<Instant> since(Session session) {
        return sinceOrAfter(session)
                .filter(withdrawn -> session.close()
                        .filter(close -> close.at().isBefore(withdrawn))
                        .isEmpty());
    }

    /// When the consent to the course of a session was withdrawn, in the session or after it; empty where it
    /// was not, or was given again since: whether there can be a next one.
    @Transactional
    public Optional<Instant> sinceOrAfter(Session session) {
        return course(session).flatMap(shown -> consents.withdrawnSince(session.patient(), shown, session.startedAt()));
    }

    /// What the person had agreed to when the session began.
    ///
    /// @return empty where nothing is known of it
    @Transactional
    public Optional<Consent> atStart(Session session, Purpose purpose) {
        return purpose.isAboutACourse()
                ? course(session)
                        .flatMap(shown ->
                                consents.heldAt(session.patient(), purpose, Optional.of(shown), session.startedAt()))
                : consents.heldAt(session.patient(), purpose, Optional.empty(), session.startedAt());
    }

    private Optional<ShownCourse> course(Session session) {
        return switch (courses.find(session.patient(), session.course())) {
            case CourseRecord.SignedCourse signed -> Optional.of(ShownCourse.of(signed));
            case CourseRecord.DraftCourse _, CourseRecord.AwaitingSecond _ -> Optional.empty();
        };
    }
}
