package org.stipple.clinic.treatment;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Consent;
import org.stipple.clinic.consent.HearsOfWithdrawal;

/// Flags the session that is open when consent to it is withdrawn, and opens its review: also when nothing is
/// charted any more.
@Component
class OpenSessions implements HearsOfWithdrawal {

    private final WithdrawalStore store;

    OpenSessions(WithdrawalStore store) {
        this.store = store;
    }

    /// Consent to photos or to measuring is about no course, and stops no session. What was agreed to twice for
    /// a course, under an older text and a newer one, is one withdrawal with one review.
    @Override
    public void withdrawn(PatientId patient, List<Consent> consents, Instant at) {
        var flagged = new HashSet<UUID>();
        for (Consent consent : consents) {
            consent.course()
                    .filter(course -> flagged.add(course.id()))
                    .ifPresent(course -> store.flag(patient, course.id(), consent.id(), at));
        }
    }
}
