package org.stipple.clinic.booking;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.booking.AppointmentStore.Known;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Invitation;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.messages.Encloses;
import org.stipple.clinic.messages.LeadsOn;
import org.stipple.clinic.messages.Message;
import org.stipple.clinic.web.paper.CalendarFile;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;

/// What a message about an appointment brings with it: for a calendar the time, under one identifier however
/// often it is moved; and the way to the page on which the person says that they cannot come.
@Component
class AppointmentMail implements Encloses, LeadsOn {

    private final AppointmentStore store;
    private final Invitations invitations;
    private final ClinicClock clock;

    AppointmentMail(AppointmentStore store, Invitations invitations, ClinicClock clock) {
        this.store = store;
        this.invitations = invitations;
        this.clock = clock;
    }

    /// Only what was changed goes by e-mail; of anything else the link says when it is.
    @Override
    public Optional<CalendarFile.Change> with(Message message) {
        return switch (message.cause()) {
            case MOVED, CANCELLED ->
                change(message, Arrays.stream(Tongue.values()).map(Words::in).toList());
            case RECALL, INVITATION, FOLLOW_UP, APPOINTMENT, REMINDER, CONFIRMATION -> Optional.empty();
        };
    }

    /// The record has been opened in the same transaction.
    ///
    /// @param tongues in each of them it says what it is
    Optional<CalendarFile.Change> change(Message message, List<Words> tongues) {
        boolean gone = message.cause() == Message.Cause.CANCELLED;
        return store.find(message.patient(), message.about())
                .filter(one -> one.stands() != gone)
                .map(one -> {
                    Known known = store.known(one.patient(), one.id());
                    return new CalendarFile.Change(
                            event(one, known, tongues), gone ? known.moves() + 1 : known.moves(), gone);
                });
    }

    /// An appointment as its person's calendar knows it.
    CalendarFile.Event event(Appointment one, List<Words> tongues) {
        return event(one, store.known(one.patient(), one.id()), tongues);
    }

    private static CalendarFile.Event event(Appointment one, Known known, List<Words> tongues) {
        String clinic = Acting.current().clinicName();
        return new CalendarFile.Event(
                known.as(),
                one.end().map(Appointment.End::at).orElse(one.takenAt()),
                one.slot().from(),
                one.slot().to(),
                inEach(tongues, " / ", words -> words.of("booking.event", clinic)),
                clinic,
                one.stands() ? inEach(tongues, "\n", words -> words.of("booking.event-more")) : "");
    }

    private static String inEach(List<Words> tongues, String between, Function<Words, String> said) {
        return tongues.stream().map(said).collect(Collectors.joining(between));
    }

    @Override
    public Optional<String> from(Message message) {
        return switch (message.cause()) {
            case APPOINTMENT, REMINDER, MOVED ->
                invitations.of(message.patient(), Errand.APPOINTMENT).stream()
                        .filter(link -> link.about().equals(message.about()) && link.isGood(clock.now()))
                        .findFirst()
                        .map(Invitation::path);
            case RECALL, INVITATION, FOLLOW_UP, CONFIRMATION, CANCELLED -> Optional.empty();
        };
    }
}
