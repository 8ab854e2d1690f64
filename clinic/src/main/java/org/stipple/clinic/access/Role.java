package org.stipple.clinic.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a person does in the clinic. Somebody of the staff may have several; what each reaches stands in
/// `docs/roles.md`.
public enum Role {
    /// Books and greets; sees names and dates, no clinical facts.
    FRONT_DESK("front-desk", "front desk"),
    /// Treats.
    PRACTITIONER("practitioner", "practitioner"),
    /// Signs courses, and overrides where a rule allows it.
    SUPERVISING_CLINICIAN("supervising-clinician", "supervising clinician"),
    /// Stock, lots and recalls; sees names, no clinical facts.
    MANAGER("manager", "manager"),
    /// Reads the audit trail, looks at every record that was opened in an emergency, and at adverse events;
    /// sees names, and no clinical facts but those of an adverse event.
    PRIVACY_AND_SAFETY_LEAD("privacy-and-safety-lead", "privacy and safety lead"),
    /// Accounts and settings; no clinical facts.
    ADMINISTRATOR("administrator", "administrator"),
    /// Reads the audit trail; changes nothing, and sees no clinical facts.
    AUDITOR("auditor", "auditor"),
    /// A person whose record the clinic keeps. Reaches nothing of the clinic, and is never staff as well: who
    /// is both has two accounts.
    PATIENT("patient", "patient");

    private final String id;
    private final String words;

    Role(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /// Everybody who works here: all but [#PATIENT].
    public static Set<Role> staff() {
        return Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(PATIENT)));
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
