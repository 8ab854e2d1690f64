package org.stipple.clinic.treatment;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.PatientId;

/// Who was treated in given sessions.
@Component
public class TreatedIn {

    private final TreatedInStore store;
    private final AuditTrail trail;

    TreatedIn(TreatedInStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    /// Looks through the records of the clinic, in a transaction of its own: what opens them all ends with it,
    /// and whoever is shown afterwards is opened by name.
    ///
    /// @param why for the trail: `recall of lot 7`
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public List<PatientId> people(Collection<UUID> sessions, String why) {
        if (sessions.isEmpty()) {
            return List.of();
        }
        trail.openAll(why);
        return store.people(sessions);
    }
}
