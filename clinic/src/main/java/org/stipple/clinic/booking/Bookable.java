package org.stipple.clinic.booking;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stipple.clinic.booking.Against.Rule;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.web.Days;

/// When somebody may come for something, as their record stands.
///
/// @param course to which a session would belong
/// @param left sessions of it that are neither had nor booked; empty where it names no number
/// @param always what stands against every day
/// @param waits the first day after the last wait
/// @param waitsOverridable whether one clinician may set that wait aside
/// @param rested the first day after needled skin has rested
/// @param signable the first day on which a sign-off for less rest would count
/// @param booked days on which another session is booked
/// @param restDays days between two sessions
/// @param planned for when the course plans the next one
record Bookable(
        AppointmentKind kind,
        Optional<CourseRecord> course,
        Optional<Integer> left,
        List<Against> always,
        Optional<LocalDate> waits,
        boolean waitsOverridable,
        Optional<LocalDate> rested,
        Optional<LocalDate> signable,
        List<LocalDate> booked,
        int restDays,
        Optional<LocalDate> planned) {

    Bookable {
        always = List.copyOf(always);
        booked = booked.stream().sorted().toList();
    }

    /// Of what no record stands against.
    static Bookable freely(AppointmentKind kind, List<Against> always) {
        return new Bookable(
                kind,
                Optional.empty(),
                Optional.empty(),
                always,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                Optional.empty());
    }

    /// What stands against a day, each with the first day on which nothing does.
    List<Against> against(LocalDate day) {
        var against = new ArrayList<>(always);
        Optional<LocalDate> first = always.isEmpty() ? Optional.of(firstFrom(day)) : Optional.empty();
        waits.filter(day::isBefore)
                .ifPresent(until -> against.add(new Against(
                        Rule.DEFERRAL,
                        "A wait stands in the record until " + Days.full(until) + "." + words(first),
                        first,
                        waitsOverridable)));
        rested.filter(day::isBefore)
                .ifPresent(from -> against.add(new Against(
                        Rule.INTERVAL,
                        "The shortest interval after the last session ends on " + Days.full(from) + "." + words(first),
                        first,
                        signable.filter(early -> !day.isBefore(early)).isPresent())));
        booked.stream()
                .filter(other -> near(day, other))
                .findFirst()
                .ifPresent(other -> against.add(new Against(
                        Rule.INTERVAL,
                        "Another session is booked on " + Days.full(other) + ", and " + restDays
                                + " days at least lie between two sessions." + words(first),
                        first,
                        false)));
        return List.copyOf(against);
    }

    private static String words(Optional<LocalDate> first) {
        return first.map(day -> " The first day that is possible is " + Days.full(day) + ".")
                .orElse("");
    }

    private boolean near(LocalDate day, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(day, other)) < restDays;
    }

    /// The first day from this one on against which nothing stands, apart from what stands against every day.
    LocalDate firstFrom(LocalDate day) {
        LocalDate first = day;
        if (waits.isPresent() && first.isBefore(waits.get())) {
            first = waits.get();
        }
        if (rested.isPresent() && first.isBefore(rested.get())) {
            first = rested.get();
        }
        for (LocalDate other : booked) {
            if (near(first, other)) {
                first = other.plusDays(restDays);
            }
        }
        return first;
    }

    /// As it would stand if a session were booked on a day too: for the next of a series.
    Bookable withBooked(LocalDate day) {
        var more = new ArrayList<>(booked);
        more.add(day);
        return new Bookable(
                kind,
                course,
                left.map(number -> number - 1),
                always,
                waits,
                waitsOverridable,
                rested,
                signable,
                more,
                restDays,
                planned);
    }
}
