package org.stipple.clinic.access;

import java.util.Arrays;
import java.util.Optional;

/// What a person does in the clinic. A person may have several.
public enum Role {
    /// Books and greets; sees names and dates, no clinical facts.
    FRONT_DESK("front-desk", "front desk"),
    /// Treats.
    PRACTITIONER("practitioner", "practitioner"),
    /// Signs courses, and overrides where a rule allows it.
    SUPERVISING_CLINICIAN("supervising-clinician", "supervising clinician"),
    /// Stock, lots and recalls.
    MANAGER("manager", "manager"),
    /// Accounts and settings; no clinical facts.
    ADMINISTRATOR("administrator", "administrator"),
    /// Reads the audit trail; no clinical facts.
    AUDITOR("auditor", "auditor");

    private final String id;
    private final String words;

    Role(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /// The identifier in the database: `supervising-clinician`.
    public String id() {
        return id;
    }

    /// As a person reads it: `supervising clinician`.
    public String words() {
        return words;
    }

    /// @return empty when no role has this identifier
    public static Optional<Role> find(String id) {
        return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
    }
}
