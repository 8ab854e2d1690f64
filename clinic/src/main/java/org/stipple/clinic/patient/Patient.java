package org.stipple.clinic.patient;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.stipple.clinic.access.PatientId;

/// A person whose record the clinic keeps.
///
/// @param version counts the corrections, from 1; a correction on top of an older version is refused
public record Patient(PatientId id, PatientDetails details, int version) {

    /// Completed years from which somebody is of age. `design`: 18 is the age of majority nearly everywhere, and
    /// the age below which the knowledge base refuses.
    public static final int OF_AGE = 18;

    /// Completed years from which the rules of the knowledge base judge otherwise: of age, and 22, where every
    /// clearance that was read begins (rule `under-label-age`).
    public static final List<Integer> JUDGED_FROM = List.of(OF_AGE, 22);

    /// Given and family name.
    public String name() {
        return details.givenName() + " " + details.familyName();
    }

    /// Completed years on a day.
    public int ageOn(LocalDate day) {
        return Period.between(details.birthDate(), day).getYears();
    }
}
