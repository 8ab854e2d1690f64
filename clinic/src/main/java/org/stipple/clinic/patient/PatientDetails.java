package org.stipple.clinic.patient;

import java.time.LocalDate;
import java.util.Optional;
import org.stipple.quantities.Sex;

/// What is written down about a person, apart from anything clinical.
///
/// @throws IllegalArgumentException when a name is blank
public record PatientDetails(
        String givenName,
        String familyName,
        LocalDate birthDate,
        Sex sex,
        Optional<String> phone,
        Optional<String> email) {

    public PatientDetails {
        givenName = givenName.strip().replaceAll("\\s+", " ");
        familyName = familyName.strip().replaceAll("\\s+", " ");
        if (givenName.isEmpty() || familyName.isEmpty()) {
            throw new IllegalArgumentException("a person has a given and a family name");
        }
    }
}
