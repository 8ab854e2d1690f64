package org.stipple.clinic.consent;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;

/// The texts that a clinic lets people sign, and what they signed.
@Component
public class Consents {

    private final ConsentStore store;
    private final Patients patients;
    private final Courses courses;
    private final Accounts accounts;
    private final ClinicClock clock;
    private final List<HearsOfWithdrawal> hear;

    Consents(
            ConsentStore store,
            Patients patients,
            Courses courses,
            Accounts accounts,
            ClinicClock clock,
            List<HearsOfWithdrawal> hear) {
        this.hear = List.copyOf(hear);
        this.store = store;
        this.patients = patients;
        this.courses = courses;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// The text in force for a purpose: the clinic's newest version, or the one that Stipple ships, which
    /// becomes the clinic's version 1.
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
    /// @param course the course that was shown, for [Purpose#TREATMENT]; refused unless it is exactly the one
    ///   that the person is treated under
    /// @param signer who signs: the person under their own name, or who may answer for them; a minor never alone
    /// @throws Signer.Unfit when the signature is not that of who may give it, with what was expected
    /// @throws IllegalArgumentException when the text or the course is no longer in force, or the person has
    ///   agreed to exactly this before
    @Transactional
    public Consent give(
            UUID id, PatientId patient, Purpose purpose, String sha256, Optional<ShownCourse> course, Signer signer) {
        var person = patients.change(patient, "consent: " + purpose.words());
        var text = text(purpose);
        if (!text.sha256().equals(sha256)) {
            throw new IllegalArgumentException("the text was changed meanwhile; nothing was signed. Read the new one");
        }
        requireCourseInForce(patient, purpose, course);
        inForce(patient, purpose, course).ifPresent(before -> {
            throw new IllegalArgumentException("this was signed meanwhile as “" + before.signature()
                    + "”, and that holds; nothing was lost, and nothing was signed twice");
        });
        signer.requireFit(
                person,
                clock.today(),
                Acting.current().name(),
                accounts.all().stream().map(Accounts.Account::name).toList());
        var consent = new Consent(
                id,
                purpose,
                text.version(),
                sha256,
                course,
                signer,
                Acting.current().name(),
                clock.now(),
                Optional.empty());
        store.insert(patient, consent);
        return consent;
    }

    private void requireCourseInForce(PatientId patient, Purpose purpose, Optional<ShownCourse> shown) {
        switch (purpose) {
            case RECORD_PHOTOS, MEASUREMENT -> {
                if (shown.isPresent()) {
                    throw new IllegalArgumentException("consent to " + purpose.words() + " is about no course");
                }
            }
            case TREATMENT -> {
                var inForce = courses.inForce(patient)
                        .map(ShownCourse::of)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "there is no signed course to agree to; nothing was signed"));
                if (!shown.equals(Optional.of(inForce))) {
                    throw new IllegalArgumentException("the course that was shown is not the one that is signed now; "
                            + "nothing was signed. Open the page again, and read the course with the person");
                }
            }
        }
    }

    /// Withdraws it, at once and for good; giving it again is a new consent.
    @Transactional
    public void withdraw(PatientId patient, UUID consent) {
        patients.change(patient, "consent withdrawn");
        Consent given = store.of(patient).stream()
                .filter(each -> each.id().equals(consent))
                .findFirst()
                .orElseThrow(NoSuchPatient::new);
        var now = clock.now();
        if (store.withdraw(patient, consent, now, Acting.current().name())) {
            hear.forEach(each -> each.withdrawn(patient, given, now));
        }
    }

    /// Everything that a person signed, newest first.
    @Transactional
    public List<Consent> of(PatientId patient) {
        patients.read(patient, "consent");
        return store.of(patient);
    }

    /// The consent under which something was begun: the newest that was signed by then for exactly this course
    /// and not withdrawn by then, whatever came of it later. Whether its text was the one in force was asked
    /// at the gate.
    ///
    /// @param course empty for a purpose that is about no course
    /// @param moment when it was begun
    @Transactional
    public Optional<Consent> heldAt(PatientId patient, Purpose purpose, Optional<ShownCourse> course, Instant moment) {
        return of(patient).stream()
                .filter(consent ->
                        consent.purpose() == purpose && consent.course().equals(course))
                .filter(consent -> consent.heldAt(moment))
                .max(Comparator.comparing(Consent::givenAt));
    }

    /// When consent to a treatment was withdrawn after it had begun; empty where it was not, or was given again.
    ///
    /// @param begun when the treatment began
    @Transactional
    public Optional<Instant> withdrawnSince(PatientId patient, ShownCourse course, Instant begun) {
        var given = of(patient).stream()
                .filter(consent -> consent.purpose() == Purpose.TREATMENT
                        && consent.course().equals(Optional.of(course)))
                .toList();
        return given.stream().anyMatch(Consent::holds)
                ? Optional.empty()
                : given.stream()
                        .flatMap(consent -> consent.withdrawnAt().stream())
                        .filter(withdrawn -> !withdrawn.isBefore(begun))
                        .max(Comparator.naturalOrder());
    }

    /// The consent that holds now for a purpose: to the text in force, by who may give it for somebody of
    /// today's age, not withdrawn, and for a treatment to exactly this course.
    @Transactional
    public Optional<Consent> inForce(PatientId patient, Purpose purpose, Optional<ShownCourse> course) {
        var text = text(purpose);
        var person = patients.read(patient, "consent");
        return store.of(patient).stream()
                .filter(Consent::holds)
                .filter(consent -> consent.signer().countsFor(person, clock.today()))
                .filter(consent ->
                        consent.purpose() == purpose && consent.sha256().equals(text.sha256()))
                .filter(consent -> consent.course().equals(course))
                .findFirst();
    }
}
