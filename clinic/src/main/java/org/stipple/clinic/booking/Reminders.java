package org.stipple.clinic.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.messages.Message.Cause;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;

/// Reminds people of their appointments, three days and one day before. What is sent holds the clinic's name
/// and a link; behind it stand day, time and place, and nothing of what is done.
@Component
class Reminders {

    /// `design`: three days before there is time to give a time to somebody else, and one day before is when
    /// people pack their bag.
    static final Duration FIRST = Duration.ofHours(72);

    static final Duration SECOND = Duration.ofHours(24);

    private final Messages messages;
    private final ClinicClock clock;

    Reminders(Messages messages, ClinicClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /// Those for which there still is time, in the transaction that takes the appointment.
    void write(Appointment appointment) {
        write(appointment, Cause.APPOINTMENT, FIRST);
        write(appointment, Cause.REMINDER, SECOND);
    }

    private void write(Appointment appointment, Cause cause, Duration before) {
        Instant due = appointment.slot().from().minus(before);
        if (due.isAfter(clock.now())) {
            messages.schedule(
                    appointment.patient(),
                    cause,
                    appointment.id(),
                    words(appointment),
                    due,
                    appointment.slot().from());
        }
    }

    /// What was not sent is not sent any more, and the link of what was sent says that it no longer holds.
    void takeBack(Appointment appointment) {
        messages.takeBack(appointment.patient(), appointment.id());
    }

    /// In every language that the clinic speaks to patients, since nobody has asked this person for theirs.
    private static String words(Appointment appointment) {
        var actor = Acting.current();
        return Arrays.stream(Tongue.values())
                .map(Words::in)
                .map(words -> words.of(
                        "booking.letter", words.moment(appointment.slot().from(), actor.zone()), actor.clinicName()))
                .collect(Collectors.joining("\n\n"));
    }
}
