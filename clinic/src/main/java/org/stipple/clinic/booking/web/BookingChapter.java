package org.stipple.clinic.booking.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.booking.Absences;
import org.stipple.clinic.booking.Appointment;
import org.stipple.clinic.booking.Appointments;
import org.stipple.clinic.booking.DayBook;
import org.stipple.clinic.patient.Chapter;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.TimelineItem;

/// What booking tells on a person's page.
@Component
class BookingChapter implements Chapter {

    /// After the sessions.
    private static final int ORDER = 6;

    private final Appointments appointments;
    private final Absences absences;
    private final DayBook dayBook;
    private final ClinicClock clock;

    BookingChapter(Appointments appointments, Absences absences, DayBook dayBook, ClinicClock clock) {
        this.appointments = appointments;
        this.absences = absences;
        this.dayBook = dayBook;
        this.clock = clock;
    }

    @Override
    public Told tell(Patient person) {
        List<Appointment> all = appointments.of(person.id());
        Instant now = clock.now();
        Set<UUID> missed = absences.missedBy(person.id());
        List<Appointment> coming = all.reversed().stream()
                .filter(one -> one.stands() && one.slot().to().isAfter(now) && !missed.contains(one.id()))
                .toList();
        String inTheWay = coming.stream()
                .filter(one -> !dayBook.inTheWay(one, "Whoever it is with").isEmpty())
                .findFirst()
                .map(one -> " Something came into the way of the "
                        + one.slot().kind().words() + " on " + moment(one) + ": please look.")
                .orElse("");
        return new Told(
                ORDER,
                "Appointments",
                coming.stream()
                                .findFirst()
                                .map(next -> "Next: " + next.slot().kind().words() + " on " + moment(next)
                                        + (coming.size() > 1 ? ", and " + (coming.size() - 1) + " more." : "."))
                                .orElse("None is booked.")
                        + inTheWay
                        + missed(missed.size(), all, now),
                Optional.empty(),
                Optional.empty(),
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(new Link("Book a time", BookingPages.href(person.id()))),
                                coming.stream()
                                        .map(one ->
                                                new Link(one.slot().kind().words() + ", " + moment(one), href(one))))
                        .toList(),
                all.stream()
                        .filter(Appointment::stands)
                        .map(one -> event(one, missed.contains(one.id())))
                        .toList());
    }

    /// A number, and no judgement of anybody.
    private static String missed(int missed, List<Appointment> all, Instant now) {
        long began = all.stream()
                .filter(one -> one.stands() && !one.slot().from().isAfter(now))
                .count();
        return missed == 0 ? "" : " Did not come to " + missed + " of " + began + " until now.";
    }

    /// Those who book read it too: there is nothing clinical in it.
    @Override
    public Optional<Told> tellOthers(Patient person) {
        return Acting.current().isOneOf(Role.FRONT_DESK, Role.MANAGER) ? Optional.of(tell(person)) : Optional.empty();
    }

    private static String moment(Appointment one) {
        return Days.moment(one.slot().from(), Acting.current().zone());
    }

    private static String href(Appointment one) {
        return BookingPages.href(one.patient()) + "/" + one.id();
    }

    private TimelineItem event(Appointment one, boolean missed) {
        var zone = Acting.current().zone();
        LocalDate day = one.slot().day(zone);
        return new TimelineItem(
                "note",
                TimelineItem.at(one.slot().from(), zone),
                Days.near(day, clock.today()),
                "Appointment: " + one.slot().kind().words() + (missed ? ", did not come" : ""),
                BookingPages.clock(one.slot().from()) + " to "
                        + BookingPages.clock(one.slot().to()),
                href(one),
                one.slot().from().isAfter(clock.now()));
    }
}
