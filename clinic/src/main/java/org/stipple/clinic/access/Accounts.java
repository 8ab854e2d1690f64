package org.stipple.clinic.access;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.protocol.Operator;

/// The people who can sign in.
@Component
public class Accounts {

    /// NIST SP 800-63B-4: a password that stands alone has at least 15 characters; there are no rules of
    /// composition.
    public static final int SHORTEST_PASSWORD = 15;

    private final AccountStore store;
    private final PasswordEncoder passwords;
    private final AuditTrail trail;
    private final PasswordTries tries;
    private final TransactionTemplate apart;

    Accounts(
            AccountStore store,
            PasswordEncoder passwords,
            AuditTrail trail,
            PasswordTries tries,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.passwords = passwords;
        this.trail = trail;
        this.tries = tries;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// Everybody who can sign in to the clinic of whoever acts, by name.
    @Transactional(readOnly = true)
    public List<Account> all() {
        return store.all();
    }

    /// Everybody of the clinic who ever could sign in, by name.
    @Transactional(readOnly = true)
    public List<Account> allEver() {
        return store.allEver();
    }

    /// An account of the clinic of whoever acts.
    @Transactional(readOnly = true)
    public Optional<Account> find(AccountId account) {
        return store.find(account);
    }

    /// Whoever signed in as they stand now, with the roles and the profession of this moment.
    ///
    /// @return empty where they cannot sign in any more
    @Transactional(readOnly = true)
    public Optional<Standing> standing(Actor since) {
        return store.find(since.account())
                .filter(Account::active)
                .map(now -> new Standing(
                        since.as(now.roles(), now.profession()), now.passwordVersion(), now.passwordGiven()));
    }

    /// How somebody stands who signed in.
    ///
    /// @param passwordVersion counts their passwords; a sign-in under an earlier one holds no longer
    /// @param passwordGiven whether somebody else chose the password
    public record Standing(Actor actor, int passwordVersion, boolean passwordGiven) {}

    /// Somebody who can sign in.
    ///
    /// @param profession what they are before the law, where they treat
    /// @param active whether they still can
    /// @param version counts the changes
    /// @param passwordGiven whether somebody else chose the password
    /// @param passwordVersion counts the passwords
    public record Account(
            AccountId id,
            String username,
            String name,
            Set<Role> roles,
            Optional<Operator> profession,
            boolean active,
            int version,
            boolean passwordGiven,
            int passwordVersion) {
        public Account {
            roles = Set.copyOf(roles);
        }
    }

    /// Adds somebody to the clinic of whoever acts.
    ///
    /// @throws IllegalArgumentException when the password is too short, no role is given, or the sign-in name
    ///   is taken
    @Transactional
    public AccountId add(UUID id, String username, String name, String password, Set<Role> roles) {
        return add(id, username, name, password, roles, Optional.empty());
    }

    /// As [#add(UUID, String, String, String, Set)], for somebody who treats.
    ///
    /// @param profession what they are before the law; an intake that they begin is filled in with it
    @Transactional
    public AccountId add(
            UUID id, String username, String name, String password, Set<Role> roles, Optional<Operator> profession) {
        requireLong(password);
        requireRoles(roles);
        try {
            store.insert(id, username, name, passwords.encode(password), roles, profession);
        } catch (DuplicateKeyException taken) {
            throw new IllegalArgumentException("the sign-in name " + username + " is taken; choose another", taken);
        }
        trail.note(Act.CREATE, "account " + username);
        return new AccountId(id);
    }

    /// As [#add(UUID, String, String, String, Set, Optional)], by an administrator for somebody who then
    /// chooses their own password before anything else. Names stand under signatures, so nobody of the staff
    /// has that of another, even of one who left.
    @Transactional
    public AccountId addForAnother(
            UUID id, String username, String name, String password, Set<Role> roles, Optional<Operator> profession) {
        if (!roles.equals(Set.of(Role.PATIENT)) && store.hasName(name)) {
            throw new IllegalArgumentException("the name " + name.strip()
                    + " is that of another account, and names stand under signatures; add a middle name or a title");
        }
        AccountId added = add(id, username, name, password, roles, profession);
        store.given(id);
        return added;
    }

    /// Whoever acts chooses another password. Their other sign-ins hold no longer.
    ///
    /// @return the version of the password from here on
    /// @throws IllegalArgumentException when nothing was changed
    @Transactional
    public int changePassword(String old, String chosen, String again) {
        if (!chosen.equals(again)) {
            throw new IllegalArgumentException("the two new passwords are not the same");
        }
        requireLong(chosen);
        if (chosen.equals(old)) {
            throw new IllegalArgumentException("the new password is the old one; choose another");
        }
        whyNotConfirmed(old, "nothing was changed").ifPresent(why -> {
            throw new IllegalArgumentException(Character.toLowerCase(why.charAt(0)) + why.substring(1));
        });
        trail.note(Act.CHANGE, "own password changed");
        return store.password(Acting.current().account(), passwords.encode(chosen));
    }

    /// Whether the password is that of whoever acts, asked again before a signature. A wrong one is counted
    /// and entered in a transaction of its own, which stays though nothing is signed.
    ///
    /// @return why nothing is signed, in a sentence; empty when the password is theirs
    @Transactional
    public Optional<String> whyNotConfirmed(String password) {
        return whyNotConfirmed(password, "Nothing was signed.");
    }

    /// As [#whyNotConfirmed(String)], where nothing is signed.
    ///
    /// @param consequence what did not happen, in a sentence
    @Transactional
    public Optional<String> whyNotConfirmed(String password, String consequence) {
        AccountId account = Acting.current().account();
        Duration wait = tries.beforeSignature(account);
        if (wait.isPositive()) {
            return Optional.of(tooMany(wait) + consequence);
        }
        boolean theirs = store.passwordHash(account)
                .map(hash -> passwords.matches(password, hash))
                .orElse(false);
        if (theirs) {
            tries.signed(account);
            return Optional.empty();
        }
        return Optional.of(refused(account) + consequence);
    }

    private String refused(AccountId account) {
        Duration lock = Objects.requireNonNull(apart.execute(_ -> {
            Duration next = tries.signatureFailed(account);
            trail.note(
                    Act.REFUSED,
                    "signature: wrong password"
                            + (next.isPositive() ? ", locked for " + PasswordTries.words(next) : ""));
            return next;
        }));
        return lock.isPositive() ? tooMany(lock) : "The password is not yours. ";
    }

    private static String tooMany(Duration wait) {
        return "There were too many wrong passwords. Wait " + PasswordTries.words(wait) + ", then try again. ";
    }

    static void requireRoles(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("somebody who signs in has one role at least");
        }
        if (roles.contains(Role.PATIENT) && roles.size() > 1) {
            throw new IllegalArgumentException(
                    "a patient’s account has no other role; who works here too has a second account for that");
        }
    }

    static void requireLong(String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "a password has at least " + SHORTEST_PASSWORD + " characters, this one has " + password.length());
        }
    }
}
