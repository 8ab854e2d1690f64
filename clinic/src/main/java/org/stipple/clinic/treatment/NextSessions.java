package org.stipple.clinic.treatment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.planning.Courses;

/// Whose next session is due, and which sessions run. The caller has entered in the trail that it reads of all
/// people; without that nobody is seen.
@Component
public class NextSessions {

    /// `design`: a week ahead is soon enough to call, and who is two months late is a matter of a recall.
    static final int DAYS_AHEAD = 7;

    static final int DAYS_LATE = 60;

    /// `design`: a session that is open for longer was forgotten, and stands on the page of its person.
    static final int DAYS_OPEN = 14;

    private final NextSessionStore store;
    private final Gate gate;
    private final Courses courses;
    private final ClinicClock clock;

    NextSessions(NextSessionStore store, Gate gate, Courses courses, ClinicClock clock) {
        this.store = store;
        this.gate = gate;
        this.courses = courses;
        this.clock = clock;
    }

    /// Somebody whose next session is due.
    public record Due(PatientId patient, String name, UUID course, LocalDate due) {}

    /// A session that is not closed.
    public record Running(PatientId patient, String name, UUID session, Instant since, String startedBy) {}

    /// Keeps when the next session is due, in the transaction that closes this one. A course that is complete has
    /// none.
    void closed(Session session) {
        if (courses.find(session.patient(), session.course()) instanceof SignedCourse signed) {
            gate.nextFrom(session.patient(), signed)
                    .ifPresent(possible -> gate.nextPlanned(session.patient(), signed)
                            .ifPresent(planned ->
                                    store.insert(session, possible, planned.isBefore(possible) ? possible : planned)));
        }
    }

    /// Longest overdue first.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Due> due(int atMost) {
        var today = clock.today();
        return store.due(today.minusDays(DAYS_LATE), today.plusDays(DAYS_AHEAD), atMost);
    }

    /// Longest open first.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Running> running(int atMost) {
        return store.running(clock.now().minus(java.time.Duration.ofDays(DAYS_OPEN)), atMost);
    }
}
