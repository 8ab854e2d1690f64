package org.stipple.clinic.booking;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.booking.Appointments.Knows;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Invitation;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.messages.MayBeWrittenTo;
import org.stipple.clinic.messages.Message.Cause;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;

/// What people are told of their appointments: reminded three days and one day before, and told when one is
/// moved or does not take place. What is sent holds the clinic's name and a link; behind it stand day, time and
/// place, and nothing of what is done.
@Component
class Reminders {

    /// `design`: three days before there is time to give a time to somebody else, and one day before is when
    /// people pack their bag.
    static final Duration FIRST = Duration.ofHours(72);

    static final Duration SECOND = Duration.ofHours(24);

    private final AppointmentStore store;
    private final Messages messages;
    private final Invitations invitations;
    private final ClinicClock clock;

    Reminders(AppointmentStore store, Messages messages, Invitations invitations, ClinicClock clock) {
        this.store = store;
        this.messages = messages;
        this.invitations = invitations;
        this.clock = clock;
    }

    /// Those for which there still is time, in the transaction that takes the appointment, and the link by
    /// which the person says that they cannot come.
    void write(Appointment appointment) {
        invitations.invite(
                appointment.patient(),
                Errand.APPOINTMENT,
                appointment.id(),
                Duration.between(clock.now(), appointment.slot().from()));
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
                    words(words -> words.of("booking.letter", moment(words, appointment), clinic())),
                    due,
                    appointment.slot().from());
        }
    }

    /// What was not sent is not sent any more, and the link of what was sent says that it no longer holds. So
    /// does the confirmation in which it stood.
    void takeBack(Appointment appointment) {
        PatientId person = appointment.patient();
        messages.takeBack(person, appointment.id());
        messages.takeBack(person, confirmation(person));
        links(appointment).forEach(link -> invitations.takeBack(person, link.id()));
    }

    private List<Invitation> links(Appointment appointment) {
        return invitations.of(appointment.patient(), Errand.APPOINTMENT).stream()
                .filter(link ->
                        link.about().equals(appointment.id()) && link.end().isEmpty())
                .toList();
    }

    /// Where the link of an appointment leads that stands and is to come.
    Optional<String> ownPath(Appointment appointment) {
        return links(appointment).stream()
                .filter(link -> link.isGood(clock.now()))
                .findFirst()
                .map(Invitation::path);
    }

    /// The link by which a person gave a time up only says so from now on.
    void linkIsDone(Appointment appointment, UUID link) {
        invitations.done(appointment.patient(), link);
    }

    /// In the transaction in which it is moved.
    void tellMoved(Appointment old, Appointment moved, Knows knows) {
        tell(
                moved,
                Cause.MOVED,
                knows,
                words(words -> words.of("booking.moved", moment(words, old), moment(words, moved), clinic())));
    }

    /// In the transaction in which it is cancelled, after its reminders were taken back.
    void tellCancelled(Appointment old, Knows knows) {
        tell(
                old,
                Cause.CANCELLED,
                knows,
                words(words -> words.of(
                        knows == Knows.ALREADY ? "booking.cancelled-known" : "booking.cancelled",
                        moment(words, old),
                        clinic())));
    }

    private void tell(Appointment about, Cause cause, Knows knows, String words) {
        Instant from = about.slot().from();
        messages.write(
                about.patient(),
                cause,
                about.id(),
                words,
                from.isAfter(clock.now()) ? from : about.slot().to(),
                knows == Knows.NOT_YET);
        if (knows == Knows.ALREADY) {
            messages.settle(about.patient(), cause, about.id());
        }
    }

    /// Whoever says yes after something was booked gets what is still to come: the reminders that are not due
    /// yet, and once a confirmation of all that stands.
    @EventListener
    void mayBeWrittenTo(MayBeWrittenTo told) {
        PatientId person = told.patient();
        messages.sendLaterBy(person, told.channel());
        List<Appointment> coming = store.coming(person, clock.now()).stream()
                .filter(one -> one.slot().from().isAfter(clock.now()))
                .toList();
        if (!coming.isEmpty()) {
            messages.write(
                    person,
                    Cause.CONFIRMATION,
                    confirmation(person),
                    words(words -> words.of(
                            "booking.confirmation",
                            clinic(),
                            coming.stream()
                                    .map(one -> "– " + moment(words, one))
                                    .collect(Collectors.joining("\n")))),
                    coming.getLast().slot().from(),
                    false);
        }
    }

    /// The same for the same person, so that they are confirmed once.
    private static UUID confirmation(PatientId person) {
        return UUID.nameUUIDFromBytes(("confirmation of " + person).getBytes(StandardCharsets.US_ASCII));
    }

    private static String moment(Words words, Appointment appointment) {
        return words.moment(appointment.slot().from(), Acting.current().zone());
    }

    private static String clinic() {
        return Acting.current().clinicName();
    }

    /// In every language that the clinic speaks to patients, since nobody has asked this person for theirs.
    private static String words(Function<Words, String> said) {
        return Arrays.stream(Tongue.values()).map(Words::in).map(said).collect(Collectors.joining("\n\n"));
    }
}
