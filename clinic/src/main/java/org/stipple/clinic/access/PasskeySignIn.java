package org.stipple.clinic.access;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Signing in with a passkey: as slow to guess at as a password, and counted with those.
@Component
public class PasskeySignIn {

    /// The act of signing in.
    public static final String ACT = "sign in";

    private static final String REFUSED =
            "This passkey opens no account here. It may have been removed. Sign in with your password.";

    private final Passkeys passkeys;
    private final PasskeyStore store;
    private final PasswordTries tries;
    private final AuditTrail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PasskeySignIn(
            Passkeys passkeys,
            PasskeyStore store,
            PasswordTries tries,
            AuditTrail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.passkeys = passkeys;
        this.store = store;
        this.tries = tries;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @param challenge that this browser was given, and that is taken away from it by now
    /// @param address of whoever asks
    public SignInAnswer signIn(Optional<PasskeyChallenge> challenge, PasskeyAnswer answer, String address) {
        Optional<RelyingParty> here = passkeys.here();
        Optional<PasskeyChallenge> asked = challenge.filter(one -> passkeys.holds(one, ACT));
        if (here.isEmpty() || asked.isEmpty()) {
            return new SignInAnswer.NotKnown("The passkey was asked for too long ago, or in another tab. Try again.");
        }
        Optional<AccountStore.Named> owner = store.owner(answer.credential());
        String name = owner.map(AccountStore.Named::username).orElse("passkey\n" + answer.credential());
        Optional<Duration> wait = tries.begin(name, address);
        if (wait.isPresent()) {
            return new SignInAnswer.TooOften(wait.get());
        }
        if (owner.isEmpty()) {
            transaction.executeWithoutResult(_ -> tries.failed(name, address));
            return new SignInAnswer.NotKnown(REFUSED);
        }
        return as(owner.get().actor(), () -> answered(owner.get(), here.get(), asked.get(), answer, address));
    }

    private SignInAnswer answered(
            AccountStore.Named owner,
            RelyingParty here,
            PasskeyChallenge challenge,
            PasskeyAnswer answer,
            String address) {
        try {
            String called = accepted(owner, here, challenge, answer);
            tries.succeeded(owner.username(), address);
            return new SignInAnswer.Known(new SignedIn(
                    owner.actor(), owner.username(), clock.instant(), "with the passkey “" + called + "”"));
        } catch (PasskeyRefused refused) {
            transaction.executeWithoutResult(_ -> {
                Duration lock = tries.failed(owner.username(), address);
                trail.note(
                        Act.REFUSED,
                        "sign-in from " + address + " with a passkey: " + refused.why()
                                + (lock.isPositive() ? ", locked for " + PasswordTries.words(lock) : ""));
            });
            return new SignInAnswer.NotKnown(REFUSED);
        }
    }

    /// @return the name of the passkey
    private String accepted(
            AccountStore.Named owner, RelyingParty here, PasskeyChallenge challenge, PasskeyAnswer answer)
            throws PasskeyRefused {
        return switch (java.util.Objects.requireNonNull(
                transaction.<Checked>execute(_ -> checked(owner, here, challenge, answer)))) {
            case Checked.Accepted(String name) -> name;
            case Checked.Wrong(PasskeyRefused why) -> throw why;
        };
    }

    private sealed interface Checked {
        record Accepted(String name) implements Checked {}

        record Wrong(PasskeyRefused why) implements Checked {}
    }

    private Checked checked(
            AccountStore.Named owner, RelyingParty here, PasskeyChallenge challenge, PasskeyAnswer answer) {
        Optional<PasskeyStore.Found> found = store.hold(answer.credential());
        if (found.isEmpty()) {
            return new Checked.Wrong(new PasskeyRefused("it was removed"));
        }
        if (!answer.user().equals(handle(owner.actor().account()))) {
            return new Checked.Wrong(new PasskeyRefused("it is kept for another account"));
        }
        try {
            long counter = passkeys.check().counter(here, challenge, found.get().kept(), answer);
            store.used(found.get().id(), counter, clock.instant());
            return new Checked.Accepted(found.get().name());
        } catch (PasskeyRefused wrong) {
            return new Checked.Wrong(wrong);
        }
    }

    /// An account as authenticators keep it: its random identifier, and nothing of the person.
    public static String handle(AccountId account) {
        UUID id = account.value();
        return PasskeyCheck.text(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    private static SignInAnswer as(Actor actor, java.util.function.Supplier<SignInAnswer> work) {
        try {
            return Acting.as(actor, work::get);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
