package org.stipple.clinic.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.messages.Message.Cause;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.NotHere;

/// The messages of the clinic of whoever acts. Writing one sends nothing: it stands in the outbox from the
/// moment on at which its cause is committed, and the worker sends it.
@Component
public class Messages {

    /// Who has not said by then that they read it is called. `design`: a recall is urgent, and who reads their
    /// mail reads it within two working days.
    static final Duration CALL_AFTER = Duration.ofDays(2);

    private final MessageStore store;
    private final DeliveryStore deliveries;
    private final ReachStore reaches;
    private final Contacts contacts;
    private final Patients patients;
    private final AuditTrail trail;
    private final Links links;
    private final MessageConfiguration.Posts posts;
    private final ClinicClock clock;
    private final Ids ids;

    Messages(
            MessageStore store,
            DeliveryStore deliveries,
            ReachStore reaches,
            Contacts contacts,
            Patients patients,
            AuditTrail trail,
            Links links,
            MessageConfiguration.Posts posts,
            ClinicClock clock,
            Ids ids) {
        this.store = store;
        this.deliveries = deliveries;
        this.reaches = reaches;
        this.contacts = contacts;
        this.patients = patients;
        this.trail = trail;
        this.links = links;
        this.posts = posts;
        this.clock = clock;
        this.ids = ids;
    }

    /// Writes to a person, in the transaction of what causes it, by every channel by which they may be written
    /// to. Who was written to about the same thing before is not written to again.
    ///
    /// @param words what stands behind the link, without anything clinical in it
    /// @return whether it is new
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean write(PatientId to, Cause cause, UUID about, String words) {
        return write(to, cause, about, words, Optional.empty());
    }

    /// When a message is sent, and when it is of no use any more.
    private record Plan(Instant due, Instant usefulUntil) {}

    /// As [#write(PatientId, Cause, UUID, String)], to be sent later: a reminder. It asks for no answer; who
    /// may be written to by no channel is called when it is due.
    ///
    /// @param due when it is sent, later than now
    /// @param usefulUntil from when on it is not sent any more, and its link opens nothing
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean schedule(PatientId to, Cause cause, UUID about, String words, Instant due, Instant usefulUntil) {
        if (!due.isBefore(usefulUntil)) {
            throw new IllegalArgumentException("a message that is due after it is of use");
        }
        return write(to, cause, about, words, Optional.of(new Plan(due, usefulUntil)));
    }

    /// Takes back every message to a person about something: what was not sent is not sent any more, and what
    /// was sent says so behind its link.
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(PatientId to, UUID about) {
        patients.change(to, "messages taken back");
        for (Message message : store.of(to)) {
            if (message.about().equals(about)) {
                deliveries.takeBack(message.id(), clock.now(), Acting.current().name());
                deliveries.settle(message.id(), clock.now());
            }
        }
    }

    private boolean write(PatientId to, Cause cause, UUID about, String words, Optional<Plan> later) {
        Patient person = patients.change(to, "message written " + cause.words());
        if (store.of(to).stream()
                .anyMatch(old -> old.cause() == cause && old.about().equals(about))) {
            return false;
        }
        UUID id = ids.next();
        Instant now = clock.now();
        Map<Channel, String> open = contacts.open(person);
        var message = new Message(
                id,
                to,
                cause,
                about,
                words,
                now,
                Acting.current().name(),
                later.map(Plan::usefulUntil).orElse(now.plus(Links.GOOD_FOR)),
                List.of(),
                Optional.empty(),
                List.of());
        store.insert(message, open, Links.hash(links.token(id)));
        Instant due = later.map(Plan::due).orElse(now);
        open.keySet().forEach(channel -> deliveries.insert(id, to, channel, due));
        deliveries.watch(
                id, to, later.isPresent() || open.isEmpty() ? due : now.plus(CALL_AFTER), later.map(Plan::usefulUntil));
        return true;
    }

    /// The messages of a person, newest first. Their record has been opened in the same transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Message> of(PatientId person) {
        return store.of(person);
    }

    /// Somebody to call about a message.
    public record ToCall(Patient person, Message message) {}

    /// Whom to call: who has no channel, whom no message reached, and who has not said that they read it. Each
    /// record that is shown is opened.
    @Transactional
    public List<ToCall> toCall() {
        return opened(deliveries.toCall(clock.now()), "call list");
    }

    /// How many that are, without opening a record.
    @Transactional(readOnly = true)
    public int waitingForCall() {
        return deliveries.countToCall(clock.now());
    }

    /// Messages that were given up on a channel and can be tried again.
    @Transactional
    public List<ToCall> givenUp() {
        return opened(deliveries.dead(), "message not delivered");
    }

    private List<ToCall> opened(List<DeliveryStore.Of> found, String what) {
        var opened = new ArrayList<ToCall>();
        for (var one : found) {
            Patient person = patients.read(one.patient(), what);
            store.find(one.patient(), one.message()).ifPresent(message -> opened.add(new ToCall(person, message)));
        }
        return opened;
    }

    /// How many messages wait to be sent, by channel.
    @Transactional(readOnly = true)
    public Map<Channel, Waiting> waiting() {
        return deliveries.waiting(clock.now());
    }

    /// @param oldest when the one that waits longest was written
    public record Waiting(int number, Instant oldest) {}

    /// Channels on which nothing can be sent because nothing is set up for them.
    public Set<Channel> notSetUp() {
        var missing = EnumSet.noneOf(Channel.class);
        for (Channel channel : Channel.values()) {
            if (posts.of(channel).isEmpty()) {
                missing.add(channel);
            }
        }
        return missing;
    }

    /// Whether it is known where links begin; without that nothing is sent.
    public boolean hasAddressForLinks() {
        return posts.baseUrl().isPresent();
    }

    /// @throws NotHere when there is no such message in this clinic
    @Transactional(readOnly = true)
    public void refuseUnlessHere(UUID message) {
        if (deliveries.patientOf(message).isEmpty()) {
            throw new NotHere();
        }
    }

    /// Writes down a call.
    ///
    /// @throws NotHere when there is no such message in this clinic
    @Transactional
    public void called(UUID message, CallOutcome outcome, String note) {
        PatientId person = deliveries.patientOf(message).orElseThrow(NotHere::new);
        trail.open(person, Act.CHANGE, "called about a message");
        store.insertCall(
                person,
                message,
                new Message.Call(
                        outcome, note.strip(), clock.now(), Acting.current().name()));
        if (outcome == CallOutcome.TOLD) {
            deliveries.settle(message, clock.now());
        }
    }

    /// Nobody needs to be called about this any more: what it was about is done.
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(PatientId person, Cause cause, UUID about) {
        store.of(person).stream()
                .filter(message -> message.cause() == cause && message.about().equals(about))
                .forEach(message -> deliveries.settle(message.id(), clock.now()));
    }

    /// Puts what was given up back into the outbox.
    ///
    /// @throws NotHere when there is no such message in this clinic
    @Transactional
    public void tryAgain(UUID message) {
        PatientId person = deliveries.patientOf(message).orElseThrow(NotHere::new);
        trail.open(person, Act.CHANGE, "message tried again");
        deliveries.tryAgain(message, clock.now());
    }

    /// How people reach the clinic, in its own words; empty until somebody says it.
    @Transactional(readOnly = true)
    public Optional<String> reach() {
        return reaches.newest();
    }

    /// The number for emergencies at the clinic's place, as the clinic states it; empty where it has stated
    /// none.
    @Transactional(readOnly = true)
    public String emergency() {
        return reaches.emergency();
    }

    /// Says how people reach the clinic.
    @Transactional
    public void reach(String words) {
        reach(words, reaches.emergency());
    }

    /// As [#reach(String)], with the number for emergencies at its place.
    ///
    /// @param emergency as it is dialled; empty where the clinic states none
    @Transactional
    public void reach(String words, String emergency) {
        reaches.insert(
                words.strip(), emergency.strip(), clock.now(), Acting.current().name());
        trail.note(Act.CHANGE, "how people reach the clinic");
    }
}
