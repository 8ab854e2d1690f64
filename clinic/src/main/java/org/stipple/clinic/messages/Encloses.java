package org.stipple.clinic.messages;

import java.util.Optional;
import org.stipple.clinic.web.paper.CalendarFile;

/// What goes with an e-mail beside its link, from modules further down the line: what a calendar has to know
/// of a time that was changed.
public interface Encloses {

    /// Asked when the message is sent, in the transaction that opens the record for that.
    ///
    /// @return empty where nothing goes with it
    Optional<CalendarFile.Change> with(Message message);
}
