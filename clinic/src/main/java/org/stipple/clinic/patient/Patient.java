package org.stipple.clinic.patient;

import java.time.LocalDate;
import java.time.Period;
import org.stipple.clinic.access.PatientId;

/// A person whose record the clinic keeps.
///
/// @param version counts the corrections, from 1; a correction on top of an older version is refused
public record Patient(PatientId id, PatientDetails details, int version) {

    /// Given and family name.
    public String name() {
        return details.givenName() + " " + details.familyName();
    }

    /// Completed years on a day.
    public int ageOn(LocalDate day) {
        return Period.between(details.birthDate(), day).getYears();
    }
}
