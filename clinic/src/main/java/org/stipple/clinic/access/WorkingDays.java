package org.stipple.clinic.access;

import java.time.DayOfWeek;
import java.time.LocalDate;

/// Days from Monday to Friday. No calendar of holidays is known.
public final class WorkingDays {

    private WorkingDays() {}

    /// The day that lies so many working days after another, which does not count itself.
    public static LocalDate after(LocalDate day, int days) {
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
