package org.stipple.clinic.treatment;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Role;
import org.stipple.protocol.Operator;

/// As what those who can sign in treat: their account says it, as an administrator stated it. Where it says
/// nothing, only who supervises says it for themselves, and the newest word counts. It is compared with who is
/// to treat by the course.
@Component
public class WhoTreats {

    private final WhoTreatsStore store;
    private final AuditTrail trail;
    private final ClinicClock clock;

    WhoTreats(WhoTreatsStore store, AuditTrail trail, ClinicClock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /// As a person reads it: `a nurse`.
    public static String words(Operator operator) {
        return switch (operator) {
            case PHYSICIAN -> "a physician";
            case NURSE -> "a nurse";
            case AESTHETICIAN -> "an aesthetician";
            case SELF -> "oneself";
        };
    }

    /// As what whoever acts treats.
    ///
    /// @return empty where they have not said
    @Transactional(readOnly = true)
    public Optional<Operator> current() {
        return Acting.current()
                .profession()
                .or(() -> maySay() ? store.newest(Acting.current().account()) : Optional.empty());
    }

    /// Whether whoever acts says it themselves.
    public static boolean maySay() {
        return Acting.current().profession().isEmpty() && Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN);
    }

    /// Whoever acts says as what they treat.
    ///
    /// @throws IllegalArgumentException for [Operator#SELF]: nobody treats themselves in a clinic; for another
    ///   profession than the account is written down with, which only an administrator changes; and without one
    ///   for whoever does not supervise
    @Transactional
    public void state(Operator operator) {
        if (operator == Operator.SELF) {
            throw new IllegalArgumentException("in a clinic somebody treats somebody else");
        }
        Acting.current().profession().filter(fixed -> fixed != operator).ifPresent(fixed -> {
            throw new IllegalArgumentException("your account is that of " + words(fixed) + ", so you do not treat as "
                    + words(operator) + ". An administrator changes it under Accounts");
        });
        if (Acting.current().profession().isEmpty() && !maySay()) {
            throw new IllegalArgumentException("your account states no profession, and nobody declares one for"
                    + " themselves. An administrator states it under Accounts");
        }
        if (current().equals(Optional.of(operator))) {
            return;
        }
        store.insert(Acting.current().account(), operator, clock.now());
        trail.note(Act.CREATE, "treats as " + operator.id());
    }
}
