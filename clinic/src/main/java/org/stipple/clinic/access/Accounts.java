package org.stipple.clinic.access;

import java.util.Set;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The people who can sign in.
@Component
public class Accounts {

    /// NIST SP 800-63B-4: a password that stands alone has at least 15 characters; there are no rules of
    /// composition.
    public static final int SHORTEST_PASSWORD = 15;

    private final AccountStore store;
    private final PasswordEncoder passwords;
    private final AuditTrail trail;

    Accounts(AccountStore store, PasswordEncoder passwords, AuditTrail trail) {
        this.store = store;
        this.passwords = passwords;
        this.trail = trail;
    }

    /// Adds somebody to the clinic of whoever acts.
    @Transactional
    public AccountId add(UUID id, String username, String name, String password, Set<Role> roles) {
        requireLong(password);
        store.insert(id, username, name, passwords.encode(password), roles);
        trail.note(Act.CREATE, "account " + username);
        return new AccountId(id);
    }

    /// Whether the password is that of whoever acts: asked again before a signature.
    @Transactional(readOnly = true)
    public boolean confirms(String password) {
        return store.passwordHash(Acting.current().account())
                .map(hash -> passwords.matches(password, hash))
                .orElse(false);
    }

    static void requireLong(String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "a password has at least " + SHORTEST_PASSWORD + " characters, this one has " + password.length());
        }
    }
}
