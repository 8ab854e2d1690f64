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
import org.stipple.clinic.access.Sha256;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.web.words.Tongue;

/// What people signed, and what of it holds.
@Component
public class Consents {

    /// What somebody signs who confirms.
    private static final String CONFIRMED =
            "I have seen who it is, and what was asked about this consent was answered.";

    private final ConsentStore store;
    private final ConsentTexts texts;
    private final Particulars particulars;
    private final Patients patients;
    private final Courses courses;
    private final Accounts accounts;
    private final ClinicClock clock;
    private final List<HearsOfWithdrawal> hear;

    Consents(
            ConsentStore store,
            ConsentTexts texts,
            Particulars particulars,
            Patients patients,
            Courses courses,
            Accounts accounts,
            ClinicClock clock,
            List<HearsOfWithdrawal> hear) {
        this.store = store;
        this.texts = texts;
        this.particulars = particulars;
        this.patients = patients;
        this.courses = courses;
        this.accounts = accounts;
        this.clock = clock;
        this.hear = List.copyOf(hear);
    }

    /// The English text in force for a purpose.
    @Transactional
    public ConsentText text(Purpose purpose) {
        return texts.inForce(purpose).getFirst();
    }

    /// What stands beside the text of a purpose for this person alone, in words: what they agree to with it.
    @Transactional
    public List<String> particulars(PatientId patient, Purpose purpose, Tongue tongue) {
        return purpose.isAboutACourse()
                ? courses.inForce(patient)
                        .map(signed -> particulars.of(signed, tongue))
                        .orElse(List.of())
                : List.of();
    }

    /// What is known of the page by, that showed these particulars.
    public static String particularsHash(List<String> lines) {
        return Sha256.hex(String.join("\n", lines));
    }

    /// Takes a signature that was typed in the clinic under the English text, with what stands beside it now.
    ///
    /// @param sha256 hash of the text that was shown
    /// @throws IllegalArgumentException as [#give(UUID, PatientId, Agreement)]
    @Transactional
    public Consent give(
            UUID id, PatientId patient, Purpose purpose, String sha256, Optional<ShownCourse> course, Signer signer) {
        return give(
                id,
                patient,
                new Agreement(
                        purpose,
                        Tongue.ENGLISH,
                        sha256,
                        course,
                        particularsHash(particulars(patient, purpose, Tongue.ENGLISH)),
                        signer,
                        new Mark.Typed(),
                        new Where.InTheClinic(Acting.current().name())));
    }

    /// Takes a signature: under exactly the text that is in force, to exactly the course that the person is
    /// treated under, by the person or who may answer for them; a minor never alone, and by a link nobody for
    /// somebody else.
    ///
    /// @throws Signer.Unfit when the signature is not that of who may give it, with what was expected
    /// @throws NotSigned when the text or the course is no longer in force, or the person has agreed to exactly
    ///   this before
    @Transactional
    public Consent give(UUID id, PatientId patient, Agreement agreed) {
        Purpose purpose = agreed.purpose();
        var person = patients.change(patient, "consent: " + purpose.words());
        var text = texts.inForce(purpose, agreed.tongue())
                .filter(shown -> shown.sha256().equals(agreed.sha256()))
                .orElseThrow(() -> new NotSigned(
                        NotSigned.Why.TEXT, "the text was changed meanwhile; nothing was signed. Read the new one"));
        requireCourseInForce(patient, purpose, agreed.course());
        inForce(patient, purpose, agreed.course()).ifPresent(before -> {
            throw new NotSigned(
                    NotSigned.Why.BEFORE,
                    "this was signed meanwhile as “" + before.signature()
                            + "”, and that holds; nothing was lost, and nothing was signed twice");
        });
        List<String> beside = particulars(patient, purpose, agreed.tongue());
        if (!particularsHash(beside).equals(agreed.particulars())) {
            throw new NotSigned(
                    NotSigned.Why.COURSE,
                    "what stands beside the text is not what was shown; nothing was signed. Open the page again");
        }
        requireFit(person, agreed);
        var consent = new Consent(
                id,
                purpose,
                text.version(),
                text.tongue(),
                text.sha256(),
                agreed.course(),
                beside,
                agreed.signer(),
                agreed.mark(),
                agreed.where(),
                clock.now(),
                Optional.empty(),
                Optional.empty());
        store.insert(patient, consent);
        return consent;
    }

    private void requireFit(Patient person, Agreement agreed) {
        var staff = accounts.all().stream().map(Accounts.Account::name).toList();
        switch (agreed.where()) {
            case Where.InTheClinic(var witness) -> agreed.signer().requireFit(person, clock.today(), witness, staff);
            case Where.ByOwnLink _ -> {
                if (!(agreed.signer() instanceof Signer.ThePerson) || Signer.isMinor(person, clock.today())) {
                    throw new Signer.Unfit(
                            Signer.Place.SIGNER,
                            "by a link somebody of age signs for themself; whoever signs for another does so in the"
                                    + " clinic, where they are seen");
                }
                agreed.signer()
                        .requireFit(person, clock.today(), Acting.current().name(), staff);
            }
        }
    }

    private void requireCourseInForce(PatientId patient, Purpose purpose, Optional<ShownCourse> shown) {
        if (!purpose.isAboutACourse()) {
            if (shown.isPresent()) {
                throw new NotSigned(NotSigned.Why.COURSE, "consent to " + purpose.words() + " is about no course");
            }
            return;
        }
        var inForce = courses.inForce(patient)
                .map(ShownCourse::of)
                .orElseThrow(() -> new NotSigned(
                        NotSigned.Why.NO_COURSE, "there is no signed course to agree to; nothing was signed"));
        if (!shown.equals(Optional.of(inForce))) {
            throw new NotSigned(
                    NotSigned.Why.COURSE,
                    "the course that was shown is not the one that is signed now; "
                            + "nothing was signed. Open the page again, and read the course with the person");
        }
    }

    /// Somebody of the clinic has the person before them, saw who it is, and answered what was asked: what was
    /// signed without a witness counts in the room from now on. Confirming twice changes nothing.
    ///
    /// @throws IllegalArgumentException where there is nothing to confirm
    @Transactional
    public void confirm(PatientId patient, UUID consent) {
        var person = patients.change(patient, "consent confirmed");
        Consent given = find(patient, consent);
        if (Signer.sameBearer(Acting.current().name(), person.name())) {
            throw new IllegalArgumentException("it is your own consent; somebody else confirms it");
        }
        if (!given.holds()) {
            throw new IllegalArgumentException("it was withdrawn; there is nothing to confirm");
        }
        if (given.isToBeConfirmed()) {
            store.confirm(patient, consent, CONFIRMED, Acting.current(), clock.now());
        }
    }

    /// One that was signed.
    ///
    /// @throws NoSuchPatient when there is none of this person
    @Transactional
    public Consent one(PatientId patient, UUID consent, String what) {
        patients.read(patient, what);
        return find(patient, consent);
    }

    private Consent find(PatientId patient, UUID consent) {
        return store.of(patient).stream()
                .filter(each -> each.id().equals(consent))
                .findFirst()
                .orElseThrow(NoSuchPatient::new);
    }

    /// Withdraws what this was agreed to for: all consents of its purpose end, as [#withdraw(PatientId,
    /// Purpose)].
    ///
    /// @throws NoSuchPatient when there is none of this person
    @Transactional
    public void withdraw(PatientId patient, UUID consent) {
        patients.change(patient, "consent withdrawn");
        withdraw(patient, find(patient, consent).purpose());
    }

    /// Ends every consent to a purpose that holds, whichever text or course it is to, at once and for good;
    /// giving it again is a new consent. Who takes back says no to the purpose: an older agreement that lived
    /// on would allow what was refused. Where nothing holds, nothing happens.
    @Transactional
    public void withdraw(PatientId patient, Purpose purpose) {
        patients.change(patient, "consent withdrawn");
        var now = clock.now();
        List<Consent> held = store.of(patient).stream()
                .filter(consent -> consent.purpose() == purpose && consent.holds())
                .toList();
        if (!held.isEmpty()
                && store.withdraw(patient, purpose, now, Acting.current().name())) {
            hear.forEach(each -> each.withdrawn(patient, held, now));
        }
    }

    /// The newest consent to a purpose that holds, whichever text or course it is to: what can be withdrawn.
    @Transactional
    public Optional<Consent> holding(PatientId patient, Purpose purpose) {
        return of(patient).stream()
                .filter(consent -> consent.purpose() == purpose && consent.holds())
                .findFirst();
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

    /// When consent to a treatment was withdrawn after it had begun; empty where it was not, or was given
    /// again.
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
        List<ConsentText> text = texts.inForce(purpose);
        var person = patients.read(patient, "consent");
        return store.of(patient).stream()
                .filter(Consent::holds)
                .filter(consent -> consent.signer().countsFor(person, clock.today()))
                .filter(consent -> consent.purpose() == purpose && isTo(consent, text))
                .filter(consent -> consent.course().equals(course))
                .findFirst();
    }

    /// Whether it is to this version, in one of its languages.
    private static boolean isTo(Consent consent, List<ConsentText> version) {
        return version.stream()
                .anyMatch(text ->
                        text.version() == consent.version() && text.sha256().equals(consent.sha256()));
    }
}
