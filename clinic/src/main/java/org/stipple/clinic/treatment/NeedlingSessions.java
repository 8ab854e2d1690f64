package org.stipple.clinic.treatment;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.planning.PlannedZones;

/// The sessions that count as needling: all but those that were closed with nothing treated.
@Component
class NeedlingSessions {

    private final SessionStore store;
    private final PlannedZones planned;

    NeedlingSessions(SessionStore store, PlannedZones planned) {
        this.store = store;
        this.planned = planned;
    }

    /// Newest first. The person's record has been opened in the same transaction.
    List<Session> of(PatientId patient) {
        return store.of(patient).stream()
                .filter(session -> !session.isWithoutNeedling(planned.of(patient, session.course())))
                .toList();
    }

    /// Those of one course.
    List<Session> of(PatientId patient, UUID course) {
        return of(patient).stream()
                .filter(session -> session.course().equals(course))
                .toList();
    }
}
