package org.stipple.clinic.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.protocol.Operator;

/// Changing what somebody who can sign in may do: each change is kept with its reason, and counts from their next
/// request on.
@Component
public class AccountChanges {

    private final AccountStore store;
    private final AuditTrail trail;
    private final ClinicClock clock;

    AccountChanges(AccountStore store, AuditTrail trail, ClinicClock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /// What was changed about an account.
    ///
    /// @param what `roles`, `profession` or `sign-in`
    public record Change(String what, String before, String after, String reason, Instant at, String by) {}

    /// Everything that was changed about an account, newest first.
    @Transactional(readOnly = true)
    public List<Change> history(AccountId account) {
        return store.changes(account);
    }

    /// Makes an account what it is to be, and keeps what was changed.
    ///
    /// @param version of the account that was shown
    /// @param active whether they can sign in; who cannot is signed out at their next request
    /// @throws IllegalArgumentException when nothing would be changed, there is no reason that says something,
    ///   the roles do not go together, or whoever acts would take their own roles or sign-in; nothing was
    ///   changed
    @Transactional
    public void change(
            AccountId id, int version, Set<Role> roles, Optional<Operator> profession, boolean active, String reason) {
        Accounts.Account before =
                store.find(id).orElseThrow(() -> new IllegalArgumentException("there is no such account"));
        Accounts.requireRoles(roles);
        if (!Reason.says(reason, false)) {
            throw new IllegalArgumentException("the reason was “" + reason.strip()
                    + "”, expected why it is changed, in two words and eight letters at least");
        }
        var changes = new ArrayList<Change>();
        add(changes, "roles", words(before.roles()), words(roles), reason);
        add(changes, "profession", words(before.profession()), words(profession), reason);
        add(changes, "sign-in", words(before.active()), words(active), reason);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("nothing was changed: this is how the account stands");
        }
        boolean own = id.equals(Acting.current().account());
        if (own && changes.stream().anyMatch(change -> !change.what().equals("profession"))) {
            throw new IllegalArgumentException("nobody changes their own roles or sign-in; another administrator does");
        }
        if (!store.change(id, version, roles, profession, active)) {
            throw new IllegalArgumentException("somebody changed this account meanwhile; look at it again");
        }
        for (Change change : changes) {
            store.insert(id, change, Acting.current().account());
            trail.note(Act.CHANGE, change.what() + " of account " + before.username());
        }
    }

    private void add(List<Change> changes, String what, String before, String after, String reason) {
        if (!before.equals(after)) {
            changes.add(new Change(
                    what,
                    before,
                    after,
                    reason.strip(),
                    clock.now(),
                    Acting.current().name()));
        }
    }

    private static String words(Set<Role> roles) {
        return roles.stream().sorted().map(Role::words).collect(Collectors.joining(", "));
    }

    private static String words(Optional<Operator> profession) {
        return profession.map(Operator::id).orElse("not stated");
    }

    private static String words(boolean active) {
        return active ? "allowed" : "ended";
    }
}
