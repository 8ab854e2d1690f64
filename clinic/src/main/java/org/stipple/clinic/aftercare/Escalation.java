package org.stipple.clinic.aftercare;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.messages.ClinicsServed;

/// The clock of open concerns: it lays each before the next people of the [Ladder] when their time has come, until
/// somebody takes it on. Each step is one transaction with its alerts: where the program ends in the middle, the step
/// did not happen and is made when it runs again, at once and in order.
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
            while (Objects.requireNonNull(transaction.execute(_ -> step())).isPresent()) {
                made[0]++;
            }
        });
        return made[0];
    }

    private Optional<ClockStore.Due> step() {
        Instant now = clock.now();
        Optional<ClockStore.Due> due = clocks.claim(now);
        due.ifPresent(one -> {
            List<Role> roles = Ladder.roles(one.step());
            List<AccountId> people = having(roles);
            // Where nobody has the role, or whoever took it on has not closed it, nothing is waited for that is past.
            Instant next = Ladder.due(one.raisedAt(), one.minutes(), one.step() + 1);
            Instant soonest = now.plus(Ladder.again(one.minutes()));
            boolean past = one.step() >= 2 && next.isBefore(soonest);
            clocks.step(one, roles, people.size(), now, past ? soonest : next);
            people.forEach(person -> alerts.raise(one.concern(), one.step(), person, now));
        });
        return due;
    }

    private List<AccountId> having(List<Role> roles) {
        Set<Role> wanted = Set.copyOf(roles);
        return accounts.all().stream()
                .filter(account -> account.roles().stream().anyMatch(wanted::contains))
                .map(Accounts.Account::id)
                .toList();
    }
}
