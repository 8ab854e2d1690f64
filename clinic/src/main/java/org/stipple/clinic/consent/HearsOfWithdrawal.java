package org.stipple.clinic.consent;

import java.time.Instant;
import org.stipple.clinic.access.PatientId;

/// Is told at once when consent is withdrawn, in the same transaction. Sessions are recorded further down the
/// line, and flag themselves by it.
public interface HearsOfWithdrawal {

    /// @param consent as it was until then
    /// @param at when it was withdrawn
    void withdrawn(PatientId patient, Consent consent, Instant at);
}
