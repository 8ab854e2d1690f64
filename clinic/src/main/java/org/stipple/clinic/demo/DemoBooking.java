package org.stipple.clinic.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.booking.AppointmentKind;
import org.stipple.clinic.booking.Appointments;
import org.stipple.clinic.booking.Arrangements;
import org.stipple.clinic.booking.Closure;
import org.stipple.clinic.booking.Closures;
import org.stipple.clinic.booking.FreeTimes;
import org.stipple.clinic.booking.WorkingTime;

/// Two rooms, two who treat on every day of the week, so that the demo can be booked whenever it is looked at,
/// and some who come.
@Component
class DemoBooking {

    private final Arrangements arrangements;
    private final Closures closures;
    private final FreeTimes times;
    private final Appointments appointments;

    DemoBooking(Arrangements arrangements, Closures closures, FreeTimes times, Appointments appointments) {
        this.arrangements = arrangements;
        this.closures = closures;
        this.times = times;
        this.appointments = appointments;
    }

    void arrange(AccountId nurse) {
        arrangements.openRoom("Room 1");
        arrangements.openRoom("Room 2");
        arrangements.works(Acting.current().account(), week(LocalTime.of(9, 0), LocalTime.of(17, 0)));
        arrangements.works(nurse, week(LocalTime.of(10, 0), LocalTime.of(18, 0)));
    }

    private static List<WorkingTime> week(LocalTime from, LocalTime to) {
        return Stream.of(DayOfWeek.values())
                .flatMap(day -> Stream.of(
                        new WorkingTime(day, from, LocalTime.of(12, 30)),
                        new WorkingTime(day, LocalTime.of(13, 30), to)))
                .toList();
    }

    /// A day on which nobody is there, stated after somebody had booked it.
    void closes(LocalDate day, String words) {
        closures.state(new Closure.What.WholeClinic(), Closures.When.days(day, day), words);
    }

    /// The next free time from a day on.
    void books(PatientId person, AppointmentKind kind, LocalDate from) {
        times.find(
                        person,
                        new FreeTimes.Search(kind, Optional.empty(), Optional.of(from), Optional.empty(), false),
                        1,
                        1)
                .slots()
                .forEach(slot -> appointments.take(person, slot, Optional.empty()));
    }
}
