package org.stipple.clinic.access;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Single sign-on (OpenID Connect): a service outside says who somebody is, and an account that they linked to
/// it before says what they may do. Nobody gets an account by it.
@Component
public class SignOn {

    /// As long as somebody may take to sign in there (design).
    private static final Duration LASTS = Duration.ofMinutes(10);

    private static final int RANDOM_BYTES = 32;

    private final Optional<SignOnSettings.Service> settings;
    private final SignOnStore store;
    private final AuditTrail trail;
    private final RandomGenerator random;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SignOn(
            SignOnSettings settings,
            SignOnStore store,
            AuditTrail trail,
            RandomGenerator random,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.settings = settings.service();
        this.store = store;
        this.trail = trail;
        this.random = random;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Who somebody is elsewhere.
    ///
    /// @param subject as the service calls them; it says nothing to anybody else
    public record Link(String issuer, String subject, Instant since) {

        /// The service, as people call it.
        public String host() {
            return String.valueOf(URI.create(issuer).getHost());
        }
    }

    /// The host of the service; empty where there is none.
    public Optional<String> host() {
        return settings.map(SignOnSettings.Service::host);
    }

    /// Begins: where the browser is to be led, and what is to be kept meanwhile.
    ///
    /// @param linksTo the account to be linked; empty to sign in
    public SignOnAsked begin(Optional<AccountId> linksTo) throws SignOnRefused {
        SignOnSettings.Service service = service();
        String state = random();
        String nonce = random();
        String verifier = random();
        URI page = new SignOnService(service).page(state, nonce, verifier);
        return new SignOnAsked(state, nonce, verifier, linksTo, clock.instant().plus(LASTS), page);
    }

    /// Somebody comes back to sign in.
    ///
    /// @param asked what this browser was led away with, taken away from it by now
    public SignedIn signIn(Optional<SignOnAsked> asked, SignOnAsked.Answer answer) throws SignOnRefused {
        String subject = subject(asked.filter(one -> one.linksTo().isEmpty()), answer);
        SignOnSettings.Service service = service();
        AccountStore.Named owner = store.account(service.issuer().toString(), subject)
                .orElseThrow(() -> new SignOnRefused("Nobody here is linked to your account at " + service.host()
                        + ". Sign in with your name and password, then link it under “Your account”. "
                        + "Without an account here, ask your administrator for one."));
        return new SignedIn(owner.actor(), owner.username(), clock.instant(), "through " + service.host());
    }

    /// Somebody who is signed in comes back to have their account linked.
    public void link(Optional<SignOnAsked> asked, SignOnAsked.Answer answer) throws SignOnRefused {
        Actor owner = Acting.current();
        String subject = subject(asked.filter(one -> one.linksTo().equals(Optional.of(owner.account()))), answer);
        SignOnSettings.Service service = service();
        String issuer = service.issuer().toString();
        boolean done = Boolean.TRUE.equals(transaction.execute(_ -> {
            if (store.isLinked(issuer, subject)) {
                return false;
            }
            store.note(owner.account(), issuer, subject, true, "linked by its owner", clock.instant(), owner);
            trail.note(Act.CREATE, "link of account " + owner.account() + " to " + service.host());
            return true;
        }));
        if (!done) {
            throw new SignOnRefused("Your account at " + service.host()
                    + " is linked to an account here already, and to one only. Nothing was changed.");
        }
    }

    private String subject(Optional<SignOnAsked> asked, SignOnAsked.Answer answer) throws SignOnRefused {
        SignOnSettings.Service service = service();
        SignOnAsked mine = asked.filter(one -> answer.state().equals(Optional.of(one.state())))
                .filter(one -> clock.instant().isBefore(one.until()))
                .orElseThrow(
                        () -> new SignOnRefused(
                                "This answer belongs to nothing that was asked here just now: it was used before, is too old, or is from another tab. Begin again."));
        if (answer.issuer()
                .filter(from -> !from.equals(service.issuer().toString()))
                .isPresent()) {
            throw new SignOnRefused("Another service answered than " + service.host() + ". Nobody is signed in by it.");
        }
        String code = answer.code()
                .filter(_ -> answer.error().isEmpty())
                .orElseThrow(() -> new SignOnRefused(service.host()
                        + " did not let you in, or you broke it off there. Try again, or sign in with your password."));
        return new SignOnService(service).subject(code, mine.verifier(), mine.nonce(), clock.instant());
    }

    /// Where an account of the clinic of whoever acts is linked to.
    @Transactional(readOnly = true)
    public List<Link> of(AccountId account) {
        return store.of(account);
    }

    /// Takes every link of an account away: nobody signs in by them from that moment on.
    ///
    /// @return whether there was one
    /// @throws IllegalArgumentException when there is no reason that says something; nothing was changed
    @Transactional
    public boolean unlink(AccountId account, String reason) {
        List<Link> links = store.of(account);
        if (links.isEmpty()) {
            return false;
        }
        if (!Reason.says(reason, false)) {
            throw new IllegalArgumentException("the reason was “" + reason.strip()
                    + "”, expected why it is taken away, in two words and eight letters at least");
        }
        for (Link link : links) {
            store.note(
                    account, link.issuer(), link.subject(), false, reason.strip(), clock.instant(), Acting.current());
            trail.note(
                    Act.CHANGE, "link of account " + account + " to " + link.host() + " taken away: " + reason.strip());
        }
        return true;
    }

    private SignOnSettings.Service service() throws SignOnRefused {
        return settings.orElseThrow(() -> new SignOnRefused("There is no sign-on service here."));
    }

    private String random() {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return PasskeyCheck.text(bytes);
    }
}
