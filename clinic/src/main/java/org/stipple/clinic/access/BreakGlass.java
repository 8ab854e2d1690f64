package org.stipple.clinic.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens one person's record, to read, to somebody who does not read records otherwise: for half an hour, with a
/// reason and the password again. Each waits for a review by the privacy and safety lead.
@Component
public class BreakGlass {

    /// How long a record stays open.
    public static final Duration OPEN = Duration.ofMinutes(30);

    private final EmergencyStore store;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final ClinicClock clock;

    BreakGlass(EmergencyStore store, Accounts accounts, AuditTrail trail, ClinicClock clock) {
        this.store = store;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    /// Whether somebody may open a record in an emergency: those who meet people, know them by name, and do not
    /// read their records otherwise.
    public static boolean mayBreak(Actor actor) {
        return actor.isOneOf(Role.FRONT_DESK, Role.MANAGER)
                && !actor.isOneOf(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN);
    }

    /// Opens a person's record for whoever acts. The person is one of the clinic.
    ///
    /// @param reason in words, beside the code
    /// @param password of whoever acts, asked again
    /// @return why it was not opened, a sentence each; empty when it was
    @Transactional
    public List<String> open(UUID id, PatientId patient, EmergencyWhy why, String reason, String password) {
        Actor actor = Acting.current();
        if (!mayBreak(actor)) {
            return List.of("Your role does not open records in an emergency.");
        }
        if (!Reason.says(reason, true)) {
            return List.of("The reason was “" + reason.strip()
                    + "”, expected what happened and why it cannot wait, in a short sentence. Nothing was opened.");
        }
        Optional<String> refused = accounts.whyNotConfirmed(password, "Nothing was opened.");
        if (refused.isPresent()) {
            return List.of(refused.get());
        }
        Instant now = clock.now();
        trail.open(patient, Act.EMERGENCY, "record opened in an emergency: " + why.id());
        store.insert(new EmergencyAccess(
                id, patient, actor.account(), actor.name(), why, reason.strip(), now, now.plus(OPEN)));
        return List.of();
    }

    /// Until when whoever acts may read this person's record because of an emergency.
    ///
    /// @return empty where they may not
    @Transactional(readOnly = true)
    public Optional<Instant> openUntil(PatientId patient) {
        return now().stream()
                .filter(access -> access.patient().equals(patient))
                .map(EmergencyAccess::until)
                .max(Instant::compareTo);
    }

    /// Everything that is open to whoever acts because of an emergency.
    @Transactional(readOnly = true)
    public List<EmergencyAccess> now() {
        return Acting.now().filter(BreakGlass::mayBreak).isPresent()
                ? store.open(Acting.current().account(), clock.now())
                : List.of();
    }

    /// Those that nobody has reviewed, the oldest first.
    @Transactional(readOnly = true)
    public List<EmergencyAccess> waiting() {
        return store.unreviewed();
    }

    /// One that nobody has reviewed.
    @Transactional(readOnly = true)
    public Optional<EmergencyAccess> waiting(UUID id) {
        return waiting().stream().filter(access -> access.id().equals(id)).findFirst();
    }

    /// Ends with a word whether it was right to open the record.
    ///
    /// @param password of whoever reviews, asked again
    /// @return why it was not reviewed, a sentence each; empty when it was
    @Transactional
    public List<String> review(UUID id, boolean justified, String note, String password) {
        Actor actor = Acting.current();
        if (!actor.isOneOf(Role.PRIVACY_AND_SAFETY_LEAD)) {
            return List.of("The privacy and safety lead reviews it.");
        }
        Optional<EmergencyAccess> found = waiting(id);
        if (found.isEmpty()) {
            return List.of("It was reviewed meanwhile. Nothing was changed.");
        }
        if (found.get().account().equals(actor.account())) {
            return List.of("You opened this record yourself. Somebody else reviews it.");
        }
        if (!Reason.says(note, false)) {
            return List.of("The note was “" + note.strip()
                    + "”, expected what was found, in two words and eight letters at least.");
        }
        Optional<String> refused = accounts.whyNotConfirmed(password);
        if (refused.isPresent()) {
            return List.of(refused.get());
        }
        store.review(found.get(), justified, note.strip(), actor, clock.now());
        trail.open(
                found.get().patient(),
                Act.CHANGE,
                "emergency reviewed: " + (justified ? "justified" : "not justified"));
        return List.of();
    }
}
