package org.stipple.clinic.patient;

import java.time.LocalDate;
import java.util.Optional;
import org.stipple.quantities.Sex;

/// What is written down about a person, apart from anything clinical.
///
/// @throws IllegalArgumentException when a name is blank or longer than [#LONGEST_NAME] characters
public record PatientDetails(
        String givenName,
        String familyName,
        LocalDate birthDate,
        Sex sex,
        Optional<String> phone,
        Optional<String> email) {

    /// `design`: longer than any name on a passport, which shortens at 39 characters; what is longer was pasted
    /// by mistake.
    public static final int LONGEST_NAME = 100;

    public PatientDetails {
        givenName = givenName.strip().replaceAll("\\s+", " ");
        familyName = familyName.strip().replaceAll("\\s+", " ");
        if (givenName.isEmpty() || familyName.isEmpty()) {
            throw new IllegalArgumentException("a person has a given and a family name");
        }
        if (Math.max(givenName.length(), familyName.length()) > LONGEST_NAME) {
            throw new IllegalArgumentException("a name has at most " + LONGEST_NAME + " characters");
        }
    }
}
