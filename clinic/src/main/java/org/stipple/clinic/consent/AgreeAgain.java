package org.stipple.clinic.consent;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.PatientId;

/// Who agreed to a text that was changed since, and has not agreed to the new one. The rows are kept by the
/// database as consent is given, withdrawn and published.
@Component
public class AgreeAgain {

    private final AgreeAgainStore store;

    AgreeAgain(AgreeAgainStore store) {
        this.store = store;
    }

    /// Somebody to be asked again.
    ///
    /// @param version that they agreed to
    public record Waiting(PatientId patient, String name, Purpose purpose, int version) {}

    /// By purpose. The caller has entered in the trail that it reads of all people.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Waiting> waiting(int atMost) {
        return store.waiting(atMost);
    }
}
