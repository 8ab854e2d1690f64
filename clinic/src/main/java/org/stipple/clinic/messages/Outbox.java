package org.stipple.clinic.messages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.messages.DeliveryStore.Due;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.paper.CalendarFile;

/// Sends what is due, for each clinic in turn and with no more rights than that clinic has.
///
/// One attempt is two transactions with the sending between them. The first claims a delivery, writes the
/// attempt down and opens the person's record for it; the second writes what came of it. Where the program ends
/// between the two, the lease runs out, whoever claims next writes that the outcome is unknown, and the message
/// is sent again under the same identifier: better twice than never, and recognisable.
@Component
class Outbox {

    /// Longer than any post waits: connecting, reading and writing have ten seconds or fifteen each. `design`.
    static final Duration LEASE = Duration.ofMinutes(5);

    /// Under this name the worker stands in the trail.
    static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));

    private static final String CUT_OFF = "cut off: whether it went out is not known";

    private final ClinicsServed clinics;
    private final DeliveryStore deliveries;
    private final MessageStore messages;
    private final Contacts contacts;
    private final Patients patients;
    private final Links links;
    private final List<Encloses> enclosing;
    private final MessageConfiguration.Posts posts;
    private final ClinicClock clock;
    private final RandomGenerator random;
    private final TransactionTemplate transaction;
    private volatile boolean stopping;

    Outbox(
            ClinicsServed clinics,
            DeliveryStore deliveries,
            MessageStore messages,
            Contacts contacts,
            Patients patients,
            Links links,
            List<Encloses> enclosing,
            MessageConfiguration.Posts posts,
            ClinicClock clock,
            RandomGenerator random,
            TransactionTemplate transaction) {
        this.clinics = clinics;
        this.deliveries = deliveries;
        this.messages = messages;
        this.contacts = contacts;
        this.patients = patients;
        this.links = links;
        this.enclosing = List.copyOf(enclosing);
        this.posts = posts;
        this.clock = clock;
        this.random = random;
        this.transaction = transaction;
    }

    /// Sends everything that is due now.
    ///
    /// @return how many attempts were made
    int sendDue() {
        return sendDue(posts.usable());
    }

    /// Ends after the letter that is on its way.
    void stop() {
        stopping = true;
    }

    int sendDue(List<Post> by) {
        if (by.isEmpty()) {
            return 0;
        }
        var made = new int[1];
        clinics.each(ACCOUNT, "Stipple, sending messages", () -> {
            Optional<Claimed> claimed = claim(by);
            while (claimed.isPresent()) {
                claimed.get().letter().ifPresent(_ -> made[0]++);
                send(claimed.get(), by);
                claimed = stopping ? Optional.empty() : claim(by);
            }
        });
        return made[0];
    }

    /// A delivery that is this worker's for now.
    ///
    /// @param letter empty where the person may not be written to any more
    private record Claimed(Due due, int attempt, Optional<Letter> letter) {}

    private Optional<Claimed> claim(Collection<Post> by) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Instant now = clock.now();
            return deliveries
                    .claim(by.stream().map(Post::channel).toList(), now)
                    .map(due -> begin(due, now));
        }));
    }

    private Claimed begin(Due found, Instant now) {
        Due due = found;
        if (due.cutOff()) {
            deliveries.end(due, due.attempts(), "unknown", CUT_OFF, now);
            due = new Due(due.message(), due.patient(), due.channel(), due.attempts(), due.failures() + 1, false);
        }
        int attempt = due.attempts() + 1;
        if (due.failures() >= Backoff.LAST) {
            deliveries.leave(due, due.attempts(), Delivery.State.DEAD, due.failures(), now);
            return new Claimed(due, due.attempts(), Optional.empty());
        }
        if (deliveries.isOver(due.message(), now)) {
            deliveries.leave(due, due.attempts(), Delivery.State.OVER, due.failures(), now);
            return new Claimed(due, due.attempts(), Optional.empty());
        }
        Optional<Letter> letter = letter(due);
        if (letter.isEmpty()) {
            deliveries.leave(due, due.attempts(), Delivery.State.WITHDRAWN, due.failures(), now);
        } else {
            deliveries.begin(due, attempt, now, now.plus(LEASE));
        }
        return new Claimed(due, attempt, letter);
    }

    /// Empty where the person took back that they may be written to at this address since.
    private Optional<Letter> letter(Due due) {
        PatientId id = due.patient();
        Patient person = patients.read(id, "message sent by " + due.channel().words());
        Message message = messages.find(id, due.message()).orElseThrow();
        return messages.address(id, due.message(), due.channel())
                .filter(address -> address.equals(contacts.open(person).get(due.channel())))
                .map(address -> Letter.toPerson(
                        message.id(),
                        address,
                        Acting.current().clinicName(),
                        posts.link(links.token(message.id())),
                        LocalDate.ofInstant(
                                message.expiresAt(), Acting.current().zone()),
                        due.channel() == Channel.EMAIL ? change(message) : Optional.empty()));
    }

    private Optional<CalendarFile.Change> change(Message message) {
        return enclosing.stream().flatMap(one -> one.with(message).stream()).findFirst();
    }

    private void send(Claimed claimed, List<Post> by) {
        if (claimed.letter().isEmpty()) {
            return;
        }
        Post post = by.stream()
                .filter(one -> one.channel() == claimed.due().channel())
                .findFirst()
                .orElseThrow();
        Posted posted = post.post(claimed.letter().get());
        transaction.executeWithoutResult(_ -> note(claimed.due(), claimed.attempt(), posted));
    }

    private void note(Due due, int attempt, Posted posted) {
        Instant now = clock.now();
        switch (posted) {
            case Posted.Sent() -> {
                deliveries.end(due, attempt, "sent", "", now);
                deliveries.leave(due, attempt, Delivery.State.SENT, due.failures(), now);
            }
            case Posted.Refused(var why) -> {
                deliveries.end(due, attempt, "refused", why, now);
                deliveries.leave(due, attempt, Delivery.State.DEAD, due.failures() + 1, now);
            }
            case Posted.Failed(var why) -> later(due, attempt, "failed", why, now);
            case Posted.Unknown(var why) -> later(due, attempt, "unknown", why, now);
        }
    }

    private void later(Due due, int attempt, String outcome, String why, Instant now) {
        int failures = due.failures() + 1;
        deliveries.end(due, attempt, outcome, why, now);
        deliveries.leave(
                due,
                attempt,
                failures >= Backoff.LAST ? Delivery.State.DEAD : Delivery.State.WAITING,
                failures,
                now.plus(Backoff.after(failures, random.nextDouble())));
    }
}
