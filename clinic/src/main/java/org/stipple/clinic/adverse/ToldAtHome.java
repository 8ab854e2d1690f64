package org.stipple.clinic.adverse;

import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.access.PatientId;

/// What a person told at home, for whoever opens an event from it. The diary stands further down the line and
/// contributes it.
public interface ToldAtHome {

    /// An entry of the diary in the words of the staff, to begin a description with.
    ///
    /// @return empty when this person has no such entry
    Optional<String> words(PatientId patient, UUID entry);
}
