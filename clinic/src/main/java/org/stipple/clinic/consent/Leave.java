package org.stipple.clinic.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Reason;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;

/// Whether consent allows something. Whatever shows, measures or gives away what belongs to a person asks here
/// first, every time: a consent that was withdrawn a second ago counts no more.
@Component
public class Leave {

    /// How long a supervising clinician sees what is withheld. `design`: as long as a record that was opened in
    /// an emergency.
    public static final Duration LOOK = Duration.ofMinutes(30);

    /// In place of a purpose, where somebody gives a person the copy of all that is theirs.
    private static final String COPY = "copy";

    private final Consents consents;
    private final LookStore looks;
    private final Patients patients;
    private final Courses courses;
    private final ClinicClock clock;

    Leave(Consents consents, LookStore looks, Patients patients, Courses courses, ClinicClock clock) {
        this.consents = consents;
        this.looks = looks;
        this.patients = patients;
        this.courses = courses;
        this.clock = clock;
    }

    /// Whether something new may be done for this purpose, or something go out: consent is in force now, and to
    /// a treatment to the course that is in force.
    @Transactional
    public boolean allows(PatientId patient, Purpose purpose) {
        return consents.inForce(
                        patient,
                        purpose,
                        purpose.isAboutACourse() ? courses.inForce(patient).map(ShownCourse::of) : Optional.empty())
                .isPresent();
    }

    /// When it was withdrawn; empty where it never was, or was given again. One withdrawal ends all consents of
    /// a purpose, so one that holds was given after it. A text that was changed since takes nothing from what
    /// is there: for the old, who agreed has agreed.
    @Transactional
    public Optional<Instant> withdrawn(PatientId patient, Purpose purpose) {
        List<Consent> given = consents.of(patient).stream()
                .filter(consent -> consent.purpose() == purpose)
                .toList();
        return given.stream().anyMatch(Consent::holds)
                ? Optional.empty()
                : given.stream()
                        .flatMap(consent -> consent.withdrawnAt().stream())
                        .max(Instant::compareTo);
    }

    /// Whether what there is already may be shown to whoever acts: it was not withdrawn, or they look with a
    /// reason.
    @Transactional
    public boolean mayShow(PatientId patient, Purpose purpose) {
        return withdrawn(patient, purpose).isEmpty()
                || looks.openUntil(patient, purpose.id(), Acting.current().account(), clock.now())
                        .isPresent();
    }

    /// Refuses to show what is withheld.
    ///
    /// @throws Withheld where it may not be shown
    @Transactional
    public void require(PatientId patient, Purpose purpose) {
        if (!mayShow(patient, purpose)) {
            throw new Withheld(purpose);
        }
    }

    /// Lets a supervising clinician see what is withheld of one person, for a time. What is measured is
    /// withheld from everybody.
    ///
    /// @return why not, a sentence each; empty when it may be seen
    @Transactional
    public List<String> look(UUID id, PatientId patient, Purpose purpose, String reason) {
        patients.read(patient, "withheld: " + purpose.words());
        if (purpose != Purpose.RECORD_PHOTOS || !Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN)) {
            return List.of("This is not shown to anybody since consent to it was withdrawn.");
        }
        if (!Reason.says(reason, true)) {
            return List.of("The reason was “" + reason.strip()
                    + "”, expected why the photos must be seen although consent was withdrawn, in a short sentence."
                    + " Nothing is shown.");
        }
        patients.change(patient, "looked at what is withheld: " + purpose.words());
        Instant now = clock.now();
        looks.insert(id, patient, purpose.id(), reason.strip(), Acting.current(), now, now.plus(LOOK));
        return List.of();
    }

    /// What the clinic keeps and withholds from its own use, since consent to it was withdrawn.
    @Transactional
    public List<Purpose> withheld(PatientId patient) {
        return Stream.of(Purpose.RECORD_PHOTOS, Purpose.MEASUREMENT)
                .filter(purpose -> withdrawn(patient, purpose).isPresent())
                .toList();
    }

    /// Whether whoever acts may give the person their copy: nothing is withheld, or they said why. The copy is
    /// the person's and holds everything; it is no way around what is withheld from the clinic.
    @Transactional
    public boolean mayGiveCopy(PatientId patient) {
        return withheld(patient).isEmpty()
                || looks.openUntil(patient, COPY, Acting.current().account(), clock.now())
                        .isPresent();
    }

    /// Refuses a copy that holds what is withheld, where nobody said why it is given.
    ///
    /// @throws Withheld where it may not be given yet
    @Transactional
    public void requireCopy(PatientId patient) {
        if (!mayGiveCopy(patient)) {
            throw Withheld.inCopy();
        }
    }

    /// Lets whoever acts give the person their copy for a time, after they said why.
    ///
    /// @return why not, a sentence each; empty when it may be given
    @Transactional
    public List<String> giveCopy(UUID id, PatientId patient, String reason) {
        patients.read(patient, "copy with what is withheld");
        if (withheld(patient).isEmpty()) {
            return List.of();
        }
        if (!Reason.says(reason, true)) {
            return List.of("The reason was “" + reason.strip()
                    + "”, expected why the copy is given although it holds what is withheld, in a short sentence."
                    + " Nothing is given.");
        }
        patients.change(patient, "copy with what is withheld");
        Instant now = clock.now();
        looks.insert(id, patient, COPY, reason.strip(), Acting.current(), now, now.plus(LOOK));
        return List.of();
    }
}
