package org.stipple.clinic.aftercare;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.messages.ClinicsServed;

/// The clock of open concerns: it lays each before the next people of the [Ladder] when their time has come,
/// until somebody takes it on. Each step is one transaction with its alerts: where the program ends in the
/// middle, the step did not happen and is made when it runs again, at once and in order.
@Component
class Escalation {

    /// Under this name the clock stands in the record.
    static final AccountId ACCOUNT = new AccountId(new UUID(0, 4));

    private final ClockStore clocks;
    private final Alerts alerts;
    private final Accounts accounts;
    private final ClinicsServed clinics;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    Escalation(
            ClockStore clocks,
            Alerts alerts,
            Accounts accounts,
            ClinicsServed clinics,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.clocks = clocks;
        this.alerts = alerts;
        this.accounts = accounts;
        this.clinics = clinics;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Makes every step that is due.
    ///
    /// @return how many were made
    int stepDue() {
        var made = new int[1];
        clinics.each(ACCOUNT, "Stipple, watching over concerns", () -> {
            while (Objects.requireNonNull(transaction.execute(_ -> step()))) {
                made[0]++;
            }
        });
        return made[0];
    }

    private boolean step() {
        Instant now = clock.now();
        Optional<ClockStore.Due> due = clocks.claim(now);
        due.ifPresent(one -> lay(one, now));
        return due.isPresent();
    }

    /// A step that reaches nobody passes on to the next at once. Where the last reaches nobody either, whoever
    /// sees to it that somebody answers is told too.
    private void lay(ClockStore.Due due, Instant now) {
        boolean last = due.rung() >= Ladder.FIRST_OF_ALL;
        List<Role> roles = Ladder.roles(due.rung());
        Set<AccountId> people = having(roles);
        boolean reached = people.stream().anyMatch(alerts::reaches);
        if (!reached && last) {
            roles = Stream.concat(roles.stream(), Ladder.BEHIND.stream()).toList();
            people = having(roles);
        }
        // Whoever had taken it on is told first that there is more.
        due.woken().filter(this::isHere).ifPresent(people::add);
        clocks.step(due, roles, people.size(), now, !reached && !last ? now : next(due, now));
        people.forEach(person -> alerts.raise(due.concern(), due.step(), person, now));
    }

    /// Where whoever took it on has not closed it, nothing is waited for that is past.
    private static Instant next(ClockStore.Due due, Instant now) {
        Instant next = Ladder.due(due.since(), due.minutes(), due.rung() + 1);
        Instant soonest = now.plus(Ladder.again(due.minutes()));
        return due.rung() >= 2 && next.isBefore(soonest) ? soonest : next;
    }

    private Set<AccountId> having(List<Role> roles) {
        return accounts.all().stream()
                .filter(account -> account.roles().stream().anyMatch(roles::contains))
                .map(Accounts.Account::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean isHere(AccountId account) {
        return accounts.find(account).filter(Accounts.Account::active).isPresent();
    }
}
