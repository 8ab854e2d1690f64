package org.stipple.clinic.web;

import java.util.Collection;
import java.util.Set;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Role;

/// Work for which somebody has to be there. Modules further down the line say what theirs is, so that the page
/// of accounts can warn before nobody is.
public interface StaffNeeded {

    /// Who does it: one of them is enough.
    Set<Role> roles();

    /// What nobody does where there is none of them, and what follows, in a sentence or two.
    String nobody();

    /// Whether one of these does it.
    default boolean isThere(Collection<Accounts.Account> open) {
        return open.stream().anyMatch(account -> account.roles().stream().anyMatch(roles()::contains));
    }
}
