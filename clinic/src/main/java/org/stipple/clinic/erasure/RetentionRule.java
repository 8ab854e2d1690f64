package org.stipple.clinic.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.OptionalInt;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.RecordClass;

/// For how long a clinic keeps a class of its records, by its own law. Stipple brings no such number: laws
/// differ, and a record that went too early does not come back.
///
/// @param years after the last entry of the record
/// @param untilAge for who was not of age at the last entry: at least until they have this age, in completed
/// years
/// @param law by which it is so, in the clinic's words
public record RetentionRule(
        RecordClass of, int years, OptionalInt untilAge, String law, Instant statedAt, String statedBy) {

    /// `design`: longer than any law asks; what is more was typed by mistake.
    public static final int MOST_YEARS = 100;

    public RetentionRule {
        if (years < 0 || years > MOST_YEARS) {
            throw new IllegalArgumentException("years were " + years + ", expected 0 to " + MOST_YEARS);
        }
        if (untilAge.isPresent() && (untilAge.getAsInt() < 1 || untilAge.getAsInt() > MOST_YEARS)) {
            throw new IllegalArgumentException("an age was " + untilAge.getAsInt() + ", expected 1 to " + MOST_YEARS);
        }
        if (law.isBlank()) {
            throw new IllegalArgumentException("a rule names its law");
        }
    }

    /// The day up to which the class is kept; from it on it may be erased.
    public LocalDate keptUntil(LocalDate lastEntry, LocalDate born) {
        LocalDate usual = lastEntry.plusYears(years);
        if (untilAge.isEmpty() || Period.between(born, lastEntry).getYears() >= Patient.OF_AGE) {
            return usual;
        }
        LocalDate ofAge = born.plusYears(untilAge.getAsInt());
        return ofAge.isAfter(usual) ? ofAge : usual;
    }
}
