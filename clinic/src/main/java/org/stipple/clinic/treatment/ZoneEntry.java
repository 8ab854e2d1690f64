package org.stipple.clinic.treatment;

import java.util.Optional;
import org.stipple.clinic.treatment.Charted.Done;
import org.stipple.quantities.ZoneId;

/// What is to be written down of a zone. Several of them are one entry of the hand: all are kept, or none.
public sealed interface ZoneEntry {

    ZoneId zone();

    /// Number of the entry about the zone that was shown to whoever tells this, 0 for none.
    int onTopOf();

    /// It was treated.
    record Treated(ZoneId zone, Done done, int onTopOf) implements ZoneEntry {}

    /// It was not treated.
    ///
    /// @param why the kind of reason, where one was chosen
    /// @param reason why, in words; may be empty where the kind says enough
    record NotTreated(ZoneId zone, Optional<Why> why, String reason, int onTopOf) implements ZoneEntry {}
}
