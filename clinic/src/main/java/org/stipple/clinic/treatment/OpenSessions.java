package org.stipple.clinic.treatment;

import java.time.Instant;
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

    /// Consent to photos or to measuring is about no course, and stops no session.
    @Override
    public void withdrawn(PatientId patient, Consent consent, Instant at) {
        consent.course().ifPresent(course -> store.flag(patient, course.id(), consent.id(), at));
    }
}
