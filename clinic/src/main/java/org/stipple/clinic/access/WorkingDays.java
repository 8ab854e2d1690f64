package org.stipple.clinic.access;

import java.time.DayOfWeek;
import java.time.LocalDate;

/// Days from Monday to Friday.
final class WorkingDays {

    private WorkingDays() {}

    /// The day that lies so many working days after another, which does not count itself.
    static LocalDate after(LocalDate day, int days) {
        LocalDate at = day;
        for (int left = days; left > 0; ) {
            at = at.plusDays(1);
            if (at.getDayOfWeek() != DayOfWeek.SATURDAY && at.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return at;
    }
}
