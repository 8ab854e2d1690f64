package org.stipple.clinic.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;

/// Who waits for a signature, and whose wait is over. The caller has entered in the trail that it reads of all
/// people ([AuditTrail#openAll]); without that nobody is seen.
@Component
public class Waiting {

    /// `design`: who was deferred and did not come within three months of the day is asked by a recall, not on
    /// the page of the day.
    static final int DAYS_AFTER = 90;

    private final WaitingStore store;
    private final ClinicClock clock;

    Waiting(WaitingStore store, ClinicClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// A course that nobody signed yet, or that waits for a second signature.
    ///
    /// @param name of the person
    /// @param second whether the first of two has signed
    public record ToSign(PatientId patient, String name, UUID course, Instant draftedAt, boolean second) {}

    /// Somebody who was deferred until a day that has come, and was not screened since.
    public record NowDue(PatientId patient, String name, LocalDate until) {}

    /// Newest courses of their people that wait for a signature, oldest first.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ToSign> toSign(int atMost) {
        return store.toSign(atMost);
    }

    /// Longest over first.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<NowDue> nowDue(int atMost) {
        return store.nowDue(clock.today().minusDays(DAYS_AFTER), clock.today(), atMost);
    }
}
