package org.stipple.clinic.booking;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// From when to when somebody works on a day of the week, at the clinic's place.
public record WorkingTime(DayOfWeek day, LocalTime from, LocalTime to) {

    public WorkingTime {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "work on " + day + " ends after it begins, was from " + from + " to " + to);
        }
    }

    /// Whether a time of that day lies within it. On the day on which clocks change, the day's own hours count.
    boolean holds(Slot slot, LocalDate on, ZoneId clinic) {
        return on.getDayOfWeek() == day
                && !slot.from().isBefore(on.atTime(from).atZone(clinic).toInstant())
                && !slot.to().isAfter(on.atTime(to).atZone(clinic).toInstant());
    }
}
