package org.stipple.clinic.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/// A record that was opened in an emergency.
///
/// @param by name of who opened it
/// @param until when it closed by itself
public record EmergencyAccess(
        UUID id,
        PatientId patient,
        AccountId account,
        String by,
        EmergencyWhy why,
        String reason,
        Instant openedAt,
        Instant until) {

    /// `design`: soon enough that whoever opened it remembers why, late enough for a weekend.
    private static final int WORKING_DAYS = 3;

    /// The last day on which its review is in time: three working days after it, Monday to Friday; no calendar of
    /// holidays is known.
    public LocalDate reviewBy(ZoneId zone) {
        return WorkingDays.after(LocalDate.ofInstant(openedAt, zone), WORKING_DAYS);
    }
}
