package org.stipple.clinic.patient;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Reason;
import org.stipple.clinic.access.Role;

/// The people of the clinic of whoever acts.
@Component
public class Patients {

    /// As what a screening is entered in the trail: corrections before and after it are told apart by it.
    public static final String SCREENED = "screening";

    private static final String BIRTH = "date of birth corrected";
    private static final String SEX = "sex corrected";
    private static final String BIRTH_AND_SEX = "date of birth and sex corrected";
    private static final int LONGEST_LIST = 100;

    private final PatientStore store;
    private final AuditTrail trail;
    private final ClinicClock clock;

    Patients(PatientStore store, AuditTrail trail, ClinicClock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /// Writes down a new person.
    @Transactional
    public Patient register(PatientId id, PatientDetails details) {
        trail.open(id, Act.CREATE, "person");
        store.insert(id, details, clock.now());
        return new Patient(id, details, 1);
    }

    /// Corrects what is written down. A date of birth that takes somebody across one of [Patient#JUDGED_FROM],
    /// and the date of birth or the sex of somebody who was screened, are corrected by who treats, with a
    /// reason.
    ///
    /// @param version on top of which the correction was made
    /// @param reason why; looked at only where one is needed
    /// @throws ChangedMeanwhile when there is a newer version
    /// @throws NoSuchPatient when there is none in this clinic
    /// @throws ForAClinician when it is for somebody who treats, and whoever acts does not
    /// @throws Unexplained when a reason is needed and does not say anything
    @Transactional
    public Patient correct(PatientId id, int version, PatientDetails details, String reason) {
        trail.open(id, Act.CHANGE, "person");
        Patient before = store.lock(id).orElseThrow(NoSuchPatient::new);
        if (before.version() != version) {
            throw new ChangedMeanwhile("What is written down about this person");
        }
        var after = new Patient(id, details, version + 1);
        Optional<String> altered = altered(before.details(), details);
        if (altered.isPresent()) {
            Optional<String> judged = whyJudged(before, after);
            if (judged.isPresent()) {
                requireMayCorrect(judged.get(), reason);
                store.insertCorrection(
                        before,
                        after,
                        reason.strip(),
                        clock.now(),
                        Acting.current().name());
            }
            trail.open(id, Act.CHANGE, altered.get());
        }
        if (!store.update(id, version, details)) {
            throw new ChangedMeanwhile("What is written down about this person");
        }
        return after;
    }

    /// What that somebody may be judged by was altered, as it stands in the trail.
    private static Optional<String> altered(PatientDetails before, PatientDetails after) {
        boolean born = !before.birthDate().equals(after.birthDate());
        boolean sex = before.sex() != after.sex();
        return born || sex ? Optional.of(born ? sex ? BIRTH_AND_SEX : BIRTH : SEX) : Optional.empty();
    }

    /// Why a correction changes what this person is judged by; empty where it does not.
    private Optional<String> whyJudged(Patient before, Patient after) {
        int was = before.ageOn(clock.today());
        int is = after.ageOn(clock.today());
        Optional<String> crossed = Patient.JUDGED_FROM.stream()
                .filter(years -> was < years != is < years)
                .map(years -> "This date of birth takes the person across " + years
                        + " years, from which they are judged otherwise.")
                .findFirst();
        return crossed.or(() -> trail.newest(before.id(), Act.CHANGE, List.of(SCREENED))
                .map(_ -> "This person was screened by the date of birth and the sex that stood here."));
    }

    private static void requireMayCorrect(String judged, String reason) {
        if (!Acting.current().isOneOf(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN)) {
            throw new ForAClinician(judged + " A clinician corrects it, with a reason; nothing was changed.");
        }
        if (!Reason.says(reason, false)) {
            throw new Unexplained(judged + " Nothing was changed yet: say why it is corrected.");
        }
    }

    /// The newest correction of a date of birth or sex that nobody has screened this person since. The person's
    /// record has been opened in the same transaction.
    ///
    /// @return empty where they were screened since, or never
    @Transactional
    public Optional<Correction> correctedSinceScreened(PatientId id) {
        return trail.newest(id, Act.CHANGE, List.of(SCREENED))
                .flatMap(screened -> trail.newest(id, Act.CHANGE, List.of(BIRTH, SEX, BIRTH_AND_SEX))
                        .filter(corrected -> corrected.number() > screened.number()))
                .flatMap(_ -> store.newestCorrection(id));
    }

    /// People of this clinic with the same name and date of birth, who may be the same person. Case, spaces
    /// and the order of the names do not matter.
    @Transactional
    public List<Patient> alike(PatientDetails details) {
        trail.openAll("looked for the same person");
        return store.alike(details);
    }

    /// Opens a record for reading.
    ///
    /// @param what why, for the audit trail: `course`, `session`
    /// @throws NoSuchPatient when there is none in this clinic
    @Transactional
    public Patient read(PatientId id, String what) {
        trail.open(id, Act.READ, what);
        return store.find(id).orElseThrow(NoSuchPatient::new);
    }

    /// Opens a record for a change that another module makes in the same transaction. Changes of one record
    /// follow one another: the second waits until the first has ended.
    ///
    /// @throws NoSuchPatient when there is none in this clinic
    @Transactional
    public Patient change(PatientId id, String what) {
        trail.open(id, Act.CHANGE, what);
        return store.lock(id).orElseThrow(NoSuchPatient::new);
    }

    /// People whose given or family name begins with the words, by family name; all of them where there are no
    /// words.
    @Transactional
    public List<Patient> search(String words) {
        trail.openAll(words.isBlank() ? "list of people" : "search for people");
        return store.search(words.strip(), LONGEST_LIST);
    }
}
