package org.stipple.clinic.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.messages.LeadsOn;
import org.stipple.clinic.messages.Message;
import org.stipple.clinic.messages.Message.Cause;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.NotHere;

/// The links that a clinic gave to people: made, sent, shown as a code, taken back.
@Component
public class Invitations implements LeadsOn {

    private final InvitationStore store;
    private final Secrets secrets;
    private final Patients patients;
    private final Messages messages;
    private final ClinicClock clock;
    private final Ids ids;

    Invitations(
            InvitationStore store, Secrets secrets, Patients patients, Messages messages, ClinicClock clock, Ids ids) {
        this.store = store;
        this.secrets = secrets;
        this.patients = patients;
        this.messages = messages;
        this.clock = clock;
        this.ids = ids;
    }

    /// Makes a link. Nothing is sent.
    ///
    /// @param about what it is about, such as a session; the person where it is about nothing else
    /// @param goodFor how long it opens its errand
    @Transactional
    public Invitation invite(PatientId patient, Errand errand, UUID about, Duration goodFor) {
        patients.change(patient, "link: " + errand.words());
        UUID id = ids.next();
        Instant now = clock.now();
        var invitation = new Invitation(
                id,
                patient,
                errand,
                about,
                now,
                Acting.current().name(),
                now.plus(goodFor),
                Optional.empty(),
                secrets.path(errand, id));
        store.insert(invitation, Secrets.hash(secrets.token(id)));
        return invitation;
    }

    /// Writes to the person that the link is there, by every channel by which they may be written to. The
    /// e-mail or text message itself says nothing but the clinic's name.
    ///
    /// @param words what stands behind the message's link, above the way on, without anything clinical in it
    /// @return false where there is no channel: show the link as a code instead
    @Transactional
    public boolean send(Invitation invitation, String words) {
        messages.write(invitation.patient(), Cause.INVITATION, invitation.id(), words);
        return messages.of(invitation.patient()).stream()
                .filter(message ->
                        message.cause() == Cause.INVITATION && message.about().equals(invitation.id()))
                .anyMatch(message -> !message.deliveries().isEmpty());
    }

    /// The errand is done: from now on the link only says so, and nobody is called about it.
    ///
    /// @throws NotHere when this person was given no such link
    @Transactional
    public void done(PatientId patient, UUID invitation) {
        end(patient, invitation, true);
    }

    /// Takes a link back: from now on it opens nothing.
    ///
    /// @throws NotHere when this person was given no such link
    @Transactional
    public void takeBack(PatientId patient, UUID invitation) {
        end(patient, invitation, false);
    }

    private void end(PatientId patient, UUID invitation, boolean done) {
        patients.change(patient, done ? "errand done by link" : "link taken back");
        Invitation found = store.find(patient, invitation).orElseThrow(NotHere::new);
        store.end(patient, found.id(), done, clock.now(), Acting.current().name());
        messages.settle(patient, Cause.INVITATION, found.id());
    }

    /// The links of an errand that this person was given, newest first.
    @Transactional
    public List<Invitation> of(PatientId patient, Errand errand) {
        patients.read(patient, "links");
        return store.of(patient, errand);
    }

    @Override
    public Optional<String> from(Message message) {
        return message.cause() == Cause.INVITATION
                ? store.find(message.patient(), message.about())
                        .filter(invitation -> invitation.isGood(clock.now()))
                        .map(Invitation::path)
                : Optional.empty();
    }
}
