package org.stipple.clinic.consent;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;

/// The texts that a clinic lets people sign, and what they signed.
@Component
public class Consents {

    private final ConsentStore store;
    private final Patients patients;
    private final ClinicClock clock;

    Consents(ConsentStore store, Patients patients, ClinicClock clock) {
        this.store = store;
        this.patients = patients;
        this.clock = clock;
    }

    /// The text in force for a purpose: the clinic's newest version, or the one that Stipple ships, which
    /// becomes the
    /// clinic's version 1.
    @Transactional
    public ConsentText text(Purpose purpose) {
        return store.newestText(purpose).orElseGet(() -> {
            var shipped = ShippedTexts.of(purpose);
            store.insertText(shipped, clock.now());
            return shipped;
        });
    }

    /// Puts a new version of a text in force. Consent to an older one no longer counts.
    @Transactional
    public ConsentText publish(Purpose purpose, String title, String body) {
        var next = new ConsentText(purpose, text(purpose).version() + 1, title, body);
        store.insertText(next, clock.now());
        return next;
    }

    /// Takes a signature.
    ///
    /// @param sha256 hash of the text that was shown; refused unless it is the one in force
    /// @param course the signed course that the person agrees to, for [Purpose#TREATMENT]
    /// @throws IllegalArgumentException when the text is no longer in force or the name is blank
    @Transactional
    public Consent give(
            UUID id, PatientId patient, Purpose purpose, String sha256, Optional<UUID> course, String signedName) {
        patients.change(patient, "consent: " + purpose.words());
        var text = text(purpose);
        if (!text.sha256().equals(sha256)) {
            throw new IllegalArgumentException("the text was changed meanwhile; nothing was signed. Read the new one");
        }
        if (signedName.isBlank()) {
            throw new IllegalArgumentException("consent needs the name of who gives it; nothing was signed");
        }
        var consent = new Consent(
                id,
                purpose,
                text.version(),
                sha256,
                course,
                signedName.strip(),
                Acting.current().name(),
                clock.now(),
                Optional.empty());
        store.insert(patient, consent);
        return consent;
    }

    /// Withdraws it, at once and for good; giving it again is a new consent.
    @Transactional
    public void withdraw(PatientId patient, UUID consent) {
        patients.change(patient, "consent withdrawn");
        if (store.of(patient).stream().noneMatch(given -> given.id().equals(consent))) {
            throw new NoSuchPatient();
        }
        store.withdraw(patient, consent, clock.now(), Acting.current().name());
    }

    /// Everything that a person signed, newest first.
    @Transactional
    public List<Consent> of(PatientId patient) {
        patients.read(patient, "consent");
        return store.of(patient);
    }

    /// The consent that holds now for a purpose: to the text in force, not withdrawn, and for a treatment to this
    /// course.
    @Transactional
    public Optional<Consent> inForce(PatientId patient, Purpose purpose, Optional<UUID> course) {
        var text = text(purpose);
        return of(patient).stream()
                .filter(Consent::holds)
                .filter(consent ->
                        consent.purpose() == purpose && consent.sha256().equals(text.sha256()))
                .filter(consent -> course.isEmpty() || consent.course().equals(course))
                .findFirst();
    }
}
