package org.stipple.clinic.patient;

import java.util.List;
import java.util.Set;
import org.stipple.clinic.access.PatientId;

/// What is unfinished about a person, so that some of their record does not go yet. Modules that keep something
/// tell it here, so that whoever erases need not know them and nobody has to remember to look there.
public interface AgainstErasing {

    /// Which classes stay until it is finished. With the treatment everything goes, so it is always among them.
    Set<RecordClass> keeps();

    /// Each in a sentence that says what ends it. The record has been opened.
    List<String> of(PatientId patient);
}
