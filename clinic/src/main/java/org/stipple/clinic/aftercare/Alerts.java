package org.stipple.clinic.aftercare;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.messages.Channel;
import org.stipple.clinic.messages.ClinicsServed;
import org.stipple.clinic.messages.StaffPost;

/// By which the staff is told that a concern waits: at the address that each said themselves. An alert is sent at
/// least once, under one identifier; where nothing is set up, the page of the day says it alone.
@Component
public class Alerts {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final int MOST_FAILURES = 20;

    private final AlertStore store;
    private final StaffPost post;
    private final ClinicsServed clinics;
    private final AuditTrail trail;
    private final ClinicClock clock;
    private final Ids ids;
    private final TransactionTemplate transaction;

    Alerts(
            AlertStore store,
            StaffPost post,
            ClinicsServed clinics,
            AuditTrail trail,
            ClinicClock clock,
            Ids ids,
            TransactionTemplate transaction) {
        this.store = store;
        this.post = post;
        this.clinics = clinics;
        this.trail = trail;
        this.clock = clock;
        this.ids = ids;
        this.transaction = transaction;
    }

    /// Where whoever acts is reached.
    @Transactional(readOnly = true)
    public Map<Channel, String> own() {
        return store.reach(Acting.current().account());
    }

    /// Says where whoever acts is reached; an empty address takes it back.
    @Transactional
    public void reachMe(Channel channel, String address) {
        store.insertReach(Acting.current().account(), channel, address.strip(), clock.now());
        trail.note(Act.CHANGE, "where one is reached about concerns");
    }

    /// Puts an alert for somebody into the outbox of the staff.
    void raise(UUID concern, int step, AccountId person, Instant at) {
        store.reach(person)
                .forEach((channel, address) -> store.insert(ids.next(), concern, step, person, channel, address, at));
    }

    /// Sends what is due.
    ///
    /// @return how many attempts were made
    int sendDue() {
        Set<Channel> channels = post.channels();
        var made = new int[1];
        if (!channels.isEmpty()) {
            clinics.each(Escalation.ACCOUNT, "Stipple, alerting the staff", () -> {
                Optional<AlertStore.Due> due = claim(channels);
                while (due.isPresent()) {
                    made[0]++;
                    send(due.get());
                    due = claim(channels);
                }
            });
        }
        return made[0];
    }

    private Optional<AlertStore.Due> claim(Set<Channel> channels) {
        Instant now = clock.now();
        return Objects.requireNonNull(transaction.execute(_ -> store.claim(channels, now, now.plus(LEASE))));
    }

    private void send(AlertStore.Due due) {
        var told = post.tell(
                due.alert(), due.channel(), due.address(), Acting.current().clinicName(), "/concerns");
        Instant now = clock.now();
        transaction.executeWithoutResult(_ -> {
            switch (told) {
                case YES -> store.leave(due.alert(), "sent", due.failures(), now);
                case NEVER -> store.leave(due.alert(), "dead", due.failures() + 1, now);
                case LATER ->
                    store.leave(
                            due.alert(),
                            due.failures() + 1 >= MOST_FAILURES ? "dead" : "waiting",
                            due.failures() + 1,
                            now.plus(AGAIN));
            }
        });
    }
}
