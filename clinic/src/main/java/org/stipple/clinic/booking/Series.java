package org.stipple.clinic.booking;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.booking.FreeTimes.Calendar;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.Days;
import org.stipple.protocol.CourseSchedule;

/// The rest of a course in one step: as many sessions as are left, at the interval that the course plans, on
/// the weekday and at the time of the first where they are free, else as near as can be.
@Component
public class Series {

    /// How far from the planned day a session may be proposed. `design`: ten days are a third of the usual
    /// month between two sessions; beyond that a person decides, not a proposal.
    static final int AROUND_DAYS = 10;

    private final SlotRules rules;
    private final FreeTimes times;
    private final Patients patients;

    Series(SlotRules rules, FreeTimes times, Patients patients) {
        this.rules = rules;
        this.times = times;
        this.patients = patients;
    }

    /// A proposal, which takes nothing.
    ///
    /// @param slots in order
    /// @param missing what could not be had, each in a sentence
    public record Proposal(List<Slot> slots, List<String> missing) {
        public Proposal {
            slots = List.copyOf(slots);
            missing = List.copyOf(missing);
        }
    }

    /// Proposes the sessions that are left, the given time as the first of them.
    @Transactional
    public Proposal propose(PatientId person, Slot first) {
        patients.read(person, "booking");
        Bookable bookable = rules.of(person, AppointmentKind.SESSION, Optional.empty());
        if (!bookable.always().isEmpty()) {
            return new Proposal(
                    List.of(), bookable.always().stream().map(Against::words).toList());
        }
        ZoneId zone = Acting.current().zone();
        int left = bookable.left().orElse(1);
        int interval = bookable.course()
                .flatMap(course -> course.plan().course().schedule())
                .map(CourseSchedule::intervalDays)
                .map(CourseSchedule.Choice::chosen)
                .orElse(bookable.restDays());
        LocalDate day = first.day(zone);
        Calendar calendar = times.calendar(
                person, bookable, Optional.empty(), day, day.plusDays((long) left * (interval + 7) + AROUND_DAYS));
        var slots = new ArrayList<Slot>();
        var missing = new ArrayList<String>();
        LocalTime time = LocalTime.ofInstant(first.from(), zone);
        for (int session = 1; session <= left; session++) {
            LocalDate target = session == 1 ? day : onWeekday(day.plusDays(interval), first.day(zone), day, bookable);
            Optional<Slot> found = session == 1
                    ? same(calendar, bookable, first)
                    : nearest(calendar, bookable, first, target, time, day.plusDays(1));
            if (found.isEmpty()) {
                missing.add("Session " + session + " of " + left + ": nothing is free "
                        + (session == 1
                                ? "at that time."
                                : "within " + AROUND_DAYS + " days of " + Days.full(target) + "."));
                day = target;
            } else {
                slots.add(found.get());
                day = found.get().day(zone);
                bookable = bookable.withBooked(day);
            }
        }
        return new Proposal(slots, missing);
    }

    private static Optional<Slot> same(Calendar calendar, Bookable bookable, Slot first) {
        return bookable.against(first.day(calendar.zone())).isEmpty()
                        && calendar.against(first).isEmpty()
                ? Optional.of(first)
                : Optional.empty();
    }

    /// The same weekday as the first, nearest to the planned day, and never before skin has rested.
    private static LocalDate onWeekday(LocalDate planned, LocalDate first, LocalDate before, Bookable bookable) {
        LocalDate earliest = before.plusDays(bookable.restDays());
        return LongStream.rangeClosed(-3, 10)
                .mapToObj(planned::plusDays)
                .filter(day -> day.getDayOfWeek() == first.getDayOfWeek() && !day.isBefore(earliest))
                .min(Comparator.comparingLong(day -> Math.abs(ChronoUnit.DAYS.between(planned, day))))
                .orElse(planned);
    }

    private static Optional<Slot> nearest(
            Calendar calendar, Bookable bookable, Slot first, LocalDate target, LocalTime time, LocalDate earliest) {
        return LongStream.rangeClosed(-AROUND_DAYS, AROUND_DAYS)
                .mapToObj(target::plusDays)
                .filter(day -> !day.isBefore(earliest) && bookable.against(day).isEmpty())
                .sorted(Comparator.comparingLong(day -> Math.abs(ChronoUnit.DAYS.between(target, day))))
                .flatMap(day -> calendar.free(day, Optional.of(first.practitioner())).stream()
                        .min(Comparator.comparing(slot -> away(slot, time, calendar.zone())))
                        .stream())
                .findFirst();
    }

    private static Duration away(Slot slot, LocalTime time, ZoneId zone) {
        return Duration.between(time, LocalTime.ofInstant(slot.from(), zone)).abs();
    }
}
