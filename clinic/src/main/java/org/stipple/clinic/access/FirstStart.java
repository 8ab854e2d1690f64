package org.stipple.clinic.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.protocol.Operator;

/// Sets up a clinic with its first administrator. On a database without a clinic the program prints a link
/// that works once; whoever has it, and nobody else, names the clinic.
@Component
public class FirstStart {

    private final AccountStore store;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final String token;

    FirstStart(AccountStore store, PasswordEncoder passwords, Clock clock, RandomGenerator random) {
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
        var bytes = new byte[24];
        random.nextBytes(bytes);
        this.token = HexFormat.of().formatHex(bytes);
    }

    /// The secret part of the one-time link; empty once there is a clinic.
    @Transactional(readOnly = true)
    public Optional<String> token() {
        return store.anyClinic() ? Optional.empty() : Optional.of(token);
    }

    /// Whether this is the secret, and still good.
    @Transactional(readOnly = true)
    public boolean accepts(String offered) {
        return token().filter(secret -> MessageDigest.isEqual(bytes(secret), bytes(offered)))
                .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Holds off every other set-up until this transaction ends, and says whether the secret is still good then.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean claims(String offered) {
        store.waitForOthers();
        return accepts(offered);
    }

    /// Makes the clinic and the person who may then add others.
    ///
    /// @param jurisdiction the place whose law applies, such as `US-CA`; empty where it is not said
    /// @return who can now sign in
    @Transactional
    public Actor setUp(
            UUID clinicId,
            String clinicName,
            Optional<String> jurisdiction,
            ZoneId zone,
            UUID accountId,
            String username,
            String person,
            String password,
            Set<Role> roles) {
        return setUp(
                clinicId,
                clinicName,
                jurisdiction,
                zone,
                accountId,
                username,
                person,
                password,
                roles,
                Optional.empty());
    }

    /// As the other, for somebody who treats.
    ///
    /// @param profession what they are before the law; an intake that they begin is filled in with it
    @Transactional
    public Actor setUp(
            UUID clinicId,
            String clinicName,
            Optional<String> jurisdiction,
            ZoneId zone,
            UUID accountId,
            String username,
            String person,
            String password,
            Set<Role> roles,
            Optional<Operator> profession) {
        Accounts.requireLong(password);
        var clinic = new ClinicId(clinicId);
        var account = new AccountId(accountId);
        store.setUpClinic(
                clinic,
                clinicName,
                jurisdiction,
                zone,
                clock.instant(),
                account,
                username,
                person,
                passwords.encode(password),
                roles,
                profession);
        return new Actor(account, clinic, person, roles, clinicName, jurisdiction, zone, profession);
    }
}
