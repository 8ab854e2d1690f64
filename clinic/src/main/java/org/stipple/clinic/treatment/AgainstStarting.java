package org.stipple.clinic.treatment;

import java.util.List;
import org.stipple.clinic.access.PatientId;

/// What elsewhere in the record stands against a person's next session. Modules further down the line tell it
/// here, so that the gate need not know them and nobody has to remember to look there.
public interface AgainstStarting {

    /// Each in a sentence, with the step that removes it. The record has been opened.
    List<Obstacle> of(PatientId patient);
}
