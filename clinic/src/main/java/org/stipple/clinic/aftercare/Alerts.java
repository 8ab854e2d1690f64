package org.stipple.clinic.aftercare;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.messages.Channel;
import org.stipple.clinic.messages.ClinicsServed;
import org.stipple.clinic.messages.StaffPost;

/// By which the staff is told that a concern waits: at the address that each said themselves. An alert is sent
/// at least once, under one identifier; where nothing is set up, the page of the day says it alone.
@Component
public class Alerts {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final int MOST_FAILURES = 20;

    /// What one round attempts for one clinic, and how often on a channel that does not take it: the next
    /// clinic, and the next round, come soon. `design`.
    private static final int MOST_OF_A_ROUND = 20;

    private static final int MOST_IN_VAIN = 2;

    private final AlertStore store;
    private final StaffPost post;
    private final ClinicsServed clinics;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final ClinicClock clock;
    private final Ids ids;
    private final TransactionTemplate transaction;

    Alerts(
            AlertStore store,
            StaffPost post,
            ClinicsServed clinics,
            Accounts accounts,
            AuditTrail trail,
            ClinicClock clock,
            Ids ids,
            TransactionTemplate transaction) {
        this.store = store;
        this.post = post;
        this.clinics = clinics;
        this.accounts = accounts;
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

    /// Whether somebody is told anywhere but on the pages.
    boolean reaches(AccountId person) {
        return !Collections.disjoint(store.reach(person).keySet(), post.channels());
    }

    /// Puts an alert for somebody into the outbox of the staff.
    void raise(UUID concern, int step, AccountId person, Instant at) {
        store.reach(person)
                .forEach((channel, address) -> store.insert(ids.next(), concern, step, person, channel, address, at));
    }

    /// Sends what is due, each alert at most once in a round.
    ///
    /// @return how many attempts were made
    int sendDue() {
        var made = new int[1];
        if (!post.channels().isEmpty()) {
            clinics.each(Escalation.ACCOUNT, "Stipple, alerting the staff", () -> made[0] += sendDueOfClinic());
        }
        return made[0];
    }

    private int sendDueOfClinic() {
        Instant begun = clock.now();
        transaction.executeWithoutResult(_ -> store.leaveWhatIsOver());
        var channels = EnumSet.copyOf(post.channels());
        var inVain = new EnumMap<Channel, Integer>(Channel.class);
        int made = 0;
        while (made < MOST_OF_A_ROUND && !channels.isEmpty()) {
            Optional<AlertStore.Due> due = claim(channels, begun);
            if (due.isEmpty()) {
                return made;
            }
            made++;
            Channel channel = due.get().channel();
            if (send(due.get()) == StaffPost.Told.LATER) {
                int vain = inVain.getOrDefault(channel, 0) + 1;
                inVain.put(channel, vain);
                if (vain == MOST_IN_VAIN) {
                    channels.remove(channel);
                }
            }
        }
        return made;
    }

    /// What fails is due again after this round began, and so is not claimed in it once more.
    private Optional<AlertStore.Due> claim(Set<Channel> channels, Instant begun) {
        Instant until = clock.now().plus(LEASE);
        return Objects.requireNonNull(transaction.execute(_ -> store.claim(channels, begun, until)));
    }

    /// Who answers concerns is led to them; whoever sees to it that somebody does, to the page of the day.
    private String where(AccountId person) {
        boolean answers = accounts.find(person)
                .filter(account -> account.roles().stream().anyMatch(Ladder.ALL::contains))
                .isPresent();
        return answers ? "/concerns" : "/today";
    }

    private StaffPost.Told send(AlertStore.Due due) {
        String where = Objects.requireNonNull(transaction.execute(_ -> where(due.person())));
        var told = post.tell(
                due.alert(), due.channel(), due.address(), Acting.current().clinicName(), where);
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
        return told;
    }
}
