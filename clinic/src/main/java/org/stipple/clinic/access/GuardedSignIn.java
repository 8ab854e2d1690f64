package org.stipple.clinic.access;

import java.time.Duration;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.transaction.support.TransactionTemplate;

/// Signing in with a password that cannot be guessed quickly. A name that nobody has is treated as one that
/// somebody has: it waits as long, and it takes as long.
final class GuardedSignIn implements AuthenticationProvider {

    private final DaoAuthenticationProvider passwords;
    private final AccountStore accounts;
    private final PasswordTries tries;
    private final AuditStore trail;
    private final TransactionTemplate transaction;

    GuardedSignIn(
            DaoAuthenticationProvider passwords,
            AccountStore accounts,
            PasswordTries tries,
            AuditStore trail,
            TransactionTemplate transaction) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.tries = tries;
        this.trail = trail;
        this.transaction = transaction;
    }

    @Override
    public Authentication authenticate(Authentication asked) throws AuthenticationException {
        String name = asked.getName();
        String address =
                asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        Optional<Duration> wait = tries.begin(name, address);
        if (wait.isPresent()) {
            throw new TriedTooOften(wait.get());
        }
        try {
            Authentication known = passwords.authenticate(asked);
            tries.succeeded(name, address);
            return known;
        } catch (BadCredentialsException wrong) {
            note(name, address);
            throw wrong;
        }
    }

    /// Into the trail of the clinic that the name belongs to. For a name that nobody has the same is done,
    /// apart from the entry.
    private void note(String name, String address) {
        Optional<Actor> somebody = accounts.forSignIn(name).map(AccountStore.SignIn::actor);
        Runnable note = () -> transaction.executeWithoutResult(_ -> {
            Duration lock = tries.failed(name, address);
            somebody.ifPresent(_ -> trail.note(
                    Act.REFUSED,
                    "sign-in from " + address + ": wrong password"
                            + (lock.isPositive() ? ", locked for " + PasswordTries.words(lock) : "")));
        });
        somebody.ifPresentOrElse(actor -> Acting.doing(actor, note), note);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
