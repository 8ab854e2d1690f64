package org.stipple.clinic.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Passkeys beside passwords: challenges, and whose passkeys there are. Each is added by whoever it belongs to,
/// who gave their password for it; the password stays, so that nobody loses the way in with a device.
@Component
public class Passkeys {

    /// As long as somebody may look for their key (design; WebAuthn Level 3, section 15.1, recommends 5
    /// minutes).
    static final Duration LASTS = Duration.ofMinutes(5);

    /// More devices than a person carries (design).
    static final int MOST = 10;

    private static final int LONGEST_NAME = 60;
    private static final int CHALLENGE_BYTES = 32;

    private final PasskeyStore store;
    private final AuditTrail trail;
    private final RandomGenerator random;
    private final Clock clock;
    private final Optional<RelyingParty> here;
    private final PasskeyCheck check = new PasskeyCheck();

    Passkeys(
            PasskeyStore store,
            AuditTrail trail,
            RandomGenerator random,
            Clock clock,
            @Value("${stipple.base-url:}") String baseUrl) {
        this.store = store;
        this.trail = trail;
        this.random = random;
        this.clock = clock;
        this.here = RelyingParty.of(baseUrl);
    }

    /// The host for which passkeys are made; empty where the address that people type allows none.
    public Optional<String> host() {
        return here.map(RelyingParty::id);
    }

    /// The address on whose pages passkeys work.
    public Optional<String> origin() {
        return here.map(RelyingParty::origin);
    }

    PasskeyCheck check() {
        return check;
    }

    Optional<RelyingParty> here() {
        return here;
    }

    /// A new challenge. Whoever asks for it keeps it where only the same browser gets at it, and takes it away
    /// at the first answer.
    ///
    /// @param act for what it is
    public PasskeyChallenge challenge(String act) {
        var bytes = new byte[CHALLENGE_BYTES];
        random.nextBytes(bytes);
        return new PasskeyChallenge(
                PasskeyCheck.text(bytes), act, clock.instant().plus(LASTS));
    }

    /// The act of adding a passkey to the account of whoever acts.
    public static String adding() {
        return "add a passkey to " + Acting.current().account();
    }

    /// Whether a challenge is for this act, and still good.
    boolean holds(PasskeyChallenge challenge, String act) {
        return challenge.act().equals(act) && clock.instant().isBefore(challenge.until());
    }

    /// The passkeys of somebody of the clinic of whoever acts, oldest first.
    @Transactional(readOnly = true)
    public List<Passkey> of(AccountId account) {
        return store.of(account);
    }

    /// Why whoever acts may not add a passkey of that name; asked before the device makes one, which it would
    /// keep.
    ///
    /// @return half a sentence; empty where they may
    @Transactional(readOnly = true)
    public Optional<String> whyNotNamed(String name) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            return Optional.of("the name of a passkey has 1 to " + LONGEST_NAME + " characters");
        }
        List<Passkey> there = store.of(Acting.current().account());
        if (there.size() >= MOST) {
            return Optional.of("an account has at most " + MOST + " passkeys; remove one first");
        }
        return there.stream().anyMatch(other -> other.name().equals(name.strip()))
                ? Optional.of("there is a passkey “" + name.strip() + "” already; choose another name")
                : Optional.empty();
    }

    /// Adds a passkey to the account of whoever acts.
    ///
    /// @param name by which its owner tells it from others
    /// @throws IllegalArgumentException when it is not what was asked for; nothing was changed
    @Transactional
    public void add(UUID id, String name, Optional<PasskeyChallenge> challenge, PasskeyAnswer.Made made) {
        Actor owner = Acting.current();
        RelyingParty party = here.orElseThrow(() -> new IllegalArgumentException("passkeys are not set up here"));
        Optional<String> misnamed = whyNotNamed(name);
        if (misnamed.isPresent()) {
            throw new IllegalArgumentException(misnamed.get());
        }
        PasskeyChallenge asked = challenge
                .filter(one -> holds(one, adding()))
                .orElseThrow(() -> new IllegalArgumentException("it was asked for too long ago, or in another tab"));
        try {
            store.insert(id, owner.account(), name.strip(), check.made(party, asked, made), clock.instant());
        } catch (PasskeyRefused refused) {
            trail.refused(Optional.empty(), "passkey not added: " + refused.why());
            throw new IllegalArgumentException("the passkey was not accepted, because " + refused.why(), refused);
        } catch (DuplicateKeyException known) {
            throw new IllegalArgumentException("this passkey is known already", known);
        }
        trail.note(Act.CREATE, "passkey “" + name.strip() + "”");
    }

    /// Removes a passkey, which opens nothing from that moment on.
    ///
    /// @return whether this account has such a passkey
    /// @throws IllegalArgumentException when there is no reason that says something; nothing was changed
    @Transactional
    public boolean remove(AccountId account, UUID passkey, String reason) {
        Optional<Passkey> there = store.of(account).stream()
                .filter(one -> one.id().equals(passkey))
                .findFirst();
        if (there.isEmpty()) {
            return false;
        }
        if (!Reason.says(reason, false)) {
            throw new IllegalArgumentException("the reason was “" + reason.strip()
                    + "”, expected why it is removed, in two words and eight letters at least");
        }
        store.remove(passkey, reason.strip(), clock.instant(), Acting.current());
        trail.note(
                Act.CHANGE,
                "passkey “" + there.get().name() + "” of account " + account + " removed: " + reason.strip());
        return true;
    }
}
