package org.stipple.clinic.access;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.stipple.protocol.Operator;

/// Somebody acting for a clinic.
///
/// @param name as it stands in the audit trail and under signatures
/// @param clinicName as it stands on every page
/// @param jurisdiction the place whose law applies, such as `US-CA`; empty where the clinic did not say
/// @param zone time zone of the clinic, whose calendar days its records use
/// @param profession what this person is before the law, where they treat; never `self`
public record Actor(
        AccountId account,
        ClinicId clinic,
        String name,
        Set<Role> roles,
        String clinicName,
        Optional<String> jurisdiction,
        ZoneId zone,
        Optional<Operator> profession) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    /// Somebody whose profession was not said.
    public Actor(
            AccountId account,
            ClinicId clinic,
            String name,
            Set<Role> roles,
            String clinicName,
            Optional<String> jurisdiction,
            ZoneId zone) {
        this(account, clinic, name, roles, clinicName, jurisdiction, zone, Optional.empty());
    }

    /// Somebody else of the same clinic, whose profession was not said.
    public Actor colleague(AccountId other, String called, Set<Role> as) {
        return new Actor(other, clinic, called, as, clinicName, jurisdiction, zone);
    }

    /// The same person with other roles and another profession.
    Actor as(Set<Role> others, Optional<Operator> other) {
        return new Actor(account, clinic, name, others, clinicName, jurisdiction, zone, other);
    }

    /// Whether this person has one of the roles.
    public boolean isOneOf(Role... wanted) {
        return java.util.Arrays.stream(wanted).anyMatch(roles::contains);
    }
}
