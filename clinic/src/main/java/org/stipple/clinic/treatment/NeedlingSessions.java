package org.stipple.clinic.treatment;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.planning.PlannedZones;
import org.stipple.quantities.ZoneId;

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
        var zones = new HashMap<UUID, Set<ZoneId>>();
        return store.of(patient).stream()
                .filter(session -> !session.standing().isEmpty()
                        || !session.isWithoutNeedling(
                                zones.computeIfAbsent(session.course(), course -> planned.of(patient, course))))
                .toList();
    }

    /// Those of one course.
    List<Session> of(PatientId patient, UUID course) {
        return of(patient).stream()
                .filter(session -> session.course().equals(course))
                .toList();
    }
}
