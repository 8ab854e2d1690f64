package org.stipple.clinic.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;

/// The register of where photos and data went for teaching, research and marketing. Withdrawing makes of it a
/// list of what is to be taken back.
@Component
public class PhotoUses {

    private final PhotoUseStore store;
    private final Leave leave;
    private final Patients patients;
    private final ClinicClock clock;

    PhotoUses(PhotoUseStore store, Leave leave, Patients patients, ClinicClock clock) {
        this.store = store;
        this.leave = leave;
        this.patients = patients;
        this.clock = clock;
    }

    /// Something that is to be taken back.
    public record ToEnd(PatientId patient, String name, Purpose purpose, Instant since) {}

    /// Enters that something went out.
    ///
    /// @throws IllegalArgumentException without consent to that purpose, or when something is blank; nothing
    ///   was entered, and nothing may go out
    @Transactional
    public void enter(UUID id, PatientId patient, Purpose purpose, String what, String to, LocalDate on) {
        patients.change(patient, "given away: " + purpose.words());
        if (!purpose.leavesTheClinic()) {
            throw new IllegalArgumentException("Nothing goes out for " + purpose.words() + ".");
        }
        if (!leave.allows(patient, purpose)) {
            throw new IllegalArgumentException("There is no consent in force to " + purpose.words()
                    + ". Nothing may go out, and nothing was entered.");
        }
        if (what.isBlank() || to.isBlank()) {
            throw new IllegalArgumentException(
                    "What went out and where to are both needed, each in a few words. Nothing was entered.");
        }
        if (on.isAfter(clock.today())) {
            throw new IllegalArgumentException("The day is still to come. Nothing was entered.");
        }
        store.insert(id, patient, purpose, what.strip(), to.strip(), on, Acting.current(), clock.now());
    }

    /// Enters what came of asking for it back. The first entry stands.
    ///
    /// @throws NoSuchPatient when there is none of this person
    /// @throws IllegalArgumentException when it is blank, or was entered before
    @Transactional
    public void end(PatientId patient, UUID use, PhotoUse.Outcome outcome, String words) {
        patients.change(patient, "asked back");
        PhotoUse found = store.of(patient).stream()
                .filter(one -> one.id().equals(use))
                .findFirst()
                .orElseThrow(NoSuchPatient::new);
        if (words.isBlank()) {
            throw new IllegalArgumentException("Say in a few words what was done. Nothing was entered.");
        }
        found.end().ifPresent(before -> {
            throw new IllegalArgumentException("It was entered meanwhile by " + before.by() + ". Nothing was changed.");
        });
        store.end(patient, use, outcome, words.strip(), Acting.current(), clock.now());
    }

    /// All of a person, newest first.
    @Transactional
    public List<PhotoUse> of(PatientId patient) {
        patients.read(patient, "where photos went");
        return store.of(patient);
    }

    /// Longest waiting first. The caller has entered in the trail that it reads of all people.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ToEnd> waiting(int atMost) {
        return store.waiting(atMost);
    }
}
