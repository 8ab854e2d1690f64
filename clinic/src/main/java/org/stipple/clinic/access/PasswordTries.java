package org.stipple.clinic.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Makes guessing passwords slow. A try is counted as failed before the password is looked at and taken back
/// when it was right, so that many tries at once gain nothing. Locks are short and grow, and whoever has
/// signed in from an address before is not locked out there by what others try elsewhere: nobody can keep a
/// clinic from working.
///
/// The numbers are `design`. NIST SP 800-63B-4 allows at most 100 failures in a row for an account; OWASP's
/// Authentication Cheat Sheet asks for a threshold, a window, and delays that grow rather than a lock for ever.
@Component
public class PasswordTries {

    /// @param free failures without a wait
    /// @param first wait after those; each further failure doubles it
    private record Limit(int free, Duration first) {

        private static final Duration LONGEST = Duration.ofMinutes(15);

        Duration after(int failures) {
            int doublings = failures - free;
            if (doublings < 0) {
                return Duration.ZERO;
            }
            Duration wait = doublings > 10 ? LONGEST : first.multipliedBy(1L << doublings);
            return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
        }
    }

    /// A name at an address: somebody who mistypes has five tries.
    private static final Limit PAIR = new Limit(5, Duration.ofSeconds(30));

    /// Many people of a clinic share an address; a few mistype at once, thirty do not.
    private static final Limit ADDRESS = new Limit(30, Duration.ofSeconds(30));

    /// A name from anywhere: one guesser with many addresses.
    private static final Limit NAME = new Limit(50, Duration.ofSeconds(30));

    /// A password under a signature: whoever finds a screen open has five tries too.
    private static final Limit SIGNATURE = new Limit(5, Duration.ofSeconds(30));

    /// Without a failure for so long, the count begins anew.
    private static final Duration FORGET = Duration.ofDays(1);

    /// An address is known for so long after a sign-in.
    private static final Duration KNOWN = Duration.ofDays(30);

    private final PasswordTryStore store;
    private final Clock clock;

    PasswordTries(PasswordTryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Counted(String what, Limit limit) {}

    private static String pair(String name, String address) {
        return Sha256.hex("pair\n" + name(name) + "\n" + address);
    }

    private static String name(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    private static List<Counted> beyondThePair(String name, String address) {
        return List.of(
                new Counted(Sha256.hex("name\n" + name(name)), NAME),
                new Counted(Sha256.hex("address\n" + address), ADDRESS));
    }

    /// Begins a sign-in, whether there is such a name or not.
    ///
    /// @param name as it was typed
    /// @param address of whoever asks
    /// @return how long to wait before the next try; empty when this one may go on
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Duration> begin(String name, String address) {
        Instant now = clock.instant();
        String pair = pair(name, address);
        var counted = new ArrayList<>(List.of(new Counted(pair, PAIR)));
        if (!store.isKnown(pair, now.minus(KNOWN))) {
            counted.addAll(beyondThePair(name, address));
        }
        Duration wait = counted.stream()
                .map(each -> store.wait(each.what(), now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (wait.isPositive()) {
            return Optional.of(wait);
        }
        for (Counted each : counted) {
            Optional<Duration> overtaken = count(each, now);
            if (overtaken.isPresent()) {
                return overtaken;
            }
        }
        return Optional.empty();
    }

    private Optional<Duration> count(Counted counted, Instant now) {
        Optional<Integer> failures = store.count(counted.what(), now, now.minus(FORGET));
        if (failures.isEmpty()) {
            return Optional.of(store.wait(counted.what(), now));
        }
        Duration wait = counted.limit().after(failures.get());
        if (wait.isPositive()) {
            store.waitUntil(counted.what(), now.plus(wait));
        }
        return Optional.empty();
    }

    /// The password was right: what was counted is taken back, and the address is known from now on.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(String name, String address) {
        Instant now = clock.instant();
        if (!store.isKnown(pair(name, address), now.minus(KNOWN))) {
            beyondThePair(name, address).forEach(each -> store.takeBack(each.what()));
        }
        store.known(pair(name, address), now);
        store.forget(now.minus(KNOWN));
    }

    /// How long the next sign-in with this name from this address has to wait, after one that failed.
    @Transactional(propagation = Propagation.MANDATORY)
    public Duration failed(String name, String address) {
        Instant now = clock.instant();
        String pair = pair(name, address);
        store.touch(pair, now);
        return store.wait(pair, now);
    }

    /// How long a signature of this account has to wait; zero when it need not.
    @Transactional(propagation = Propagation.MANDATORY)
    Duration beforeSignature(AccountId account) {
        return store.wait(signature(account), clock.instant());
    }

    /// A wrong password under a signature.
    ///
    /// @return how long the next has to wait
    @Transactional(propagation = Propagation.MANDATORY)
    Duration signatureFailed(AccountId account) {
        Instant now = clock.instant();
        count(new Counted(signature(account), SIGNATURE), now);
        return store.wait(signature(account), now);
    }

    /// A right one: the count begins anew.
    @Transactional(propagation = Propagation.MANDATORY)
    void signed(AccountId account) {
        store.known(signature(account), clock.instant());
    }

    private static String signature(AccountId account) {
        return Sha256.hex("signature\n" + account);
    }

    /// A wait in words, rounded up: `30 seconds`, `2 minutes`.
    public static String words(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        long minutes = (seconds + 59) / 60;
        if (seconds < 60) {
            return seconds == 1 ? "1 second" : seconds + " seconds";
        }
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }
}
