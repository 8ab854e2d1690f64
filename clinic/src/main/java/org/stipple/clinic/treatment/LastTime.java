package org.stipple.clinic.treatment;

import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.patient.Patients;

/// The session before this one in the same course: what can be done again "as last time".
@Component
public class LastTime {

    private final SessionStore store;
    private final Patients patients;

    LastTime(SessionStore store, Patients patients) {
        this.store = store;
        this.patients = patients;
    }

    /// The last closed session of the course before this one in which something was treated.
    ///
    /// @return empty before the second session of a course
    @Transactional
    public Optional<Session> before(Session session) {
        patients.read(session.patient(), "session");
        return store.of(session.patient()).stream()
                .filter(other -> other.course().equals(session.course())
                        && other.number() < session.number()
                        && other.close().isPresent()
                        && !other.standing().isEmpty())
                .max(Comparator.comparing(Session::number));
    }
}
