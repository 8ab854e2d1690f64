package org.stipple.clinic.access;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The scope of each person who treats: set by somebody else, with a reason, and never edited.
@Component
public class Scopes {

    private final ScopeStore store;
    private final AuditTrail trail;
    private final ClinicClock clock;

    Scopes(ScopeStore store, AuditTrail trail, ClinicClock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /// A scope as it was set.
    public record Entry(Scope scope, String reason, Instant at, String by) {}

    /// The scope of whoever acts.
    @Transactional(readOnly = true)
    public Scope mine() {
        return of(Acting.current().account());
    }

    /// The scope of an account of the clinic; [Scope#ALL] where none was set.
    @Transactional(readOnly = true)
    public Scope of(AccountId account) {
        return store.newest(account).map(Entry::scope).orElse(Scope.ALL);
    }

    /// Every scope that was set, newest first.
    @Transactional(readOnly = true)
    public List<Entry> history(AccountId account) {
        return store.history(account);
    }

    /// Sets the scope of somebody else.
    ///
    /// @throws IllegalArgumentException for one's own, without a reason that says something, when whoever acts
    ///   does not set scopes, or when it is the one that stands
    @Transactional
    public void set(AccountId account, Scope scope, String reason) {
        if (!Acting.current().isOneOf(Role.ADMINISTRATOR, Role.SUPERVISING_CLINICIAN)) {
            throw new IllegalArgumentException("an administrator or a supervising clinician sets a scope");
        }
        if (account.equals(Acting.current().account())) {
            throw new IllegalArgumentException("nobody sets their own scope; somebody else does");
        }
        if (!Reason.says(reason, false)) {
            throw new IllegalArgumentException("the reason was “" + reason.strip()
                    + "”, expected why this is their scope, in two words and eight letters at least");
        }
        if (of(account).equals(scope)) {
            throw new IllegalArgumentException("this is the scope that stands already");
        }
        store.insert(
                account,
                new Entry(scope, reason.strip(), clock.now(), Acting.current().name()),
                Acting.current().account());
        trail.note(Act.CHANGE, "scope of account " + account);
    }
}
