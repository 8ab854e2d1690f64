package org.stipple.clinic.consent;

import java.time.Instant;
import java.util.List;
import org.stipple.clinic.access.PatientId;

/// Is told at once when consent is withdrawn, in the same transaction. Sessions are recorded further down the
/// line, and flag themselves by it.
public interface HearsOfWithdrawal {

    /// @param consents all of the purpose that ended by it, newest first, as they were until then
    /// @param at when they were withdrawn
    void withdrawn(PatientId patient, List<Consent> consents, Instant at);
}
