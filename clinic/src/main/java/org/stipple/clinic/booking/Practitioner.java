package org.stipple.clinic.booking;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stipple.clinic.access.AccountId;
import org.stipple.protocol.Operator;

/// Somebody with whom a time can be taken.
///
/// @param profession what they are before the law, where their account says it
/// @param times when they work in a week
/// @param off days on which they do not, although their week says so
public record Practitioner(
        AccountId id, String name, Optional<Operator> profession, List<WorkingTime> times, Set<LocalDate> off) {

    public Practitioner {
        times = List.copyOf(times);
        off = Set.copyOf(off);
    }

    /// When they work on a day, in order.
    public List<WorkingTime> on(LocalDate day) {
        return off.contains(day)
                ? List.of()
                : times.stream()
                        .filter(time -> time.day() == day.getDayOfWeek())
                        .toList();
    }

    boolean worksAt(Slot slot, ZoneId clinic) {
        LocalDate day = slot.day(clinic);
        return on(day).stream().anyMatch(time -> time.holds(slot, day, clinic));
    }
}
