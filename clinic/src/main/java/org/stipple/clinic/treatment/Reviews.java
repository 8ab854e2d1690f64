package org.stipple.clinic.treatment;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Reason;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;

/// Departures from the plan, and sessions that lost their consent, that somebody who supervises looks at. A
/// true entry is never refused, and never passes unseen.
@Component
public class Reviews {

    /// What is signed under with the review of a departure.
    public static final String MEANING = "I have looked at this departure from the plan.";
    /// What is signed under with the review of a session that lost its consent.
    public static final String MEANING_OF_WITHDRAWAL = "I have looked at this session, in which consent was withdrawn.";
    private static final int LONGEST_LIST = 100;

    private final ReviewStore store;
    private final WithdrawalStore withdrawals;
    private final AuditTrail trail;
    private final Patients patients;
    private final Accounts accounts;
    private final ClinicClock clock;

    Reviews(
            ReviewStore store,
            WithdrawalStore withdrawals,
            AuditTrail trail,
            Patients patients,
            Accounts accounts,
            ClinicClock clock) {
        this.store = store;
        this.withdrawals = withdrawals;
        this.trail = trail;
        this.patients = patients;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// How many wait. It opens nobody's record.
    @Transactional(readOnly = true)
    public int waiting() {
        return store.waiting() + withdrawals.waiting();
    }

    /// What waits, gravest first and then oldest, of all people of the clinic: entered in the trail as a search
    /// of all records.
    @Transactional
    public List<Review> open() {
        trail.openAll("list of departures to review");
        return store.open(LONGEST_LIST);
    }

    /// The departures of one session, reviewed or not.
    @Transactional
    public List<Review> of(PatientId patient, UUID session) {
        patients.read(patient, "reviews");
        return store.of(patient, session);
    }

    /// The sessions that lost their consent while they were open and wait for somebody, oldest first: they come
    /// before all departures. Entered in the trail as [#open()] is.
    @Transactional
    public List<SessionWithdrawal> openWithdrawals() {
        trail.openAll("list of sessions to review in which consent was withdrawn");
        return withdrawals.open(LONGEST_LIST);
    }

    /// When consent was withdrawn while one session was open, reviewed or not, oldest first.
    @Transactional
    public List<SessionWithdrawal> withdrawalsOf(PatientId patient, UUID session) {
        patients.read(patient, "reviews");
        return withdrawals.of(patient, session);
    }

    /// The names of those who could review what this person charted: everybody else who supervises.
    ///
    /// @return none where the clinic has nobody else; the review then waits, and is not lost
    @Transactional(readOnly = true)
    public List<String> othersThan(String charter) {
        return accounts.all().stream()
                .filter(account -> account.roles().contains(Role.SUPERVISING_CLINICIAN))
                .map(Accounts.Account::name)
                .filter(name -> !name.equals(charter))
                .toList();
    }

    /// Ends a review under the name of whoever acts, who is somebody else than whoever charted.
    ///
    /// @param entry number of the charted entry
    /// @param note what was found or decided
    /// @param password asked again
    /// @return why it was not ended; empty when it was
    @Transactional
    public List<String> review(PatientId patient, UUID session, int entry, String note, String password) {
        patients.change(patient, "departure reviewed");
        Review open = store.of(patient, session).stream()
                .filter(review -> review.charted().entry() == entry)
                .findFirst()
                .orElseThrow(NoSuchPatient::new);
        if (open.done().isPresent()) {
            return before(open.done().get());
        }
        List<String> own = open.charted().isBy(Acting.current())
                ? List.of(
                        "You charted this yourself. " + byOthers(open.charted().recordedBy()))
                : List.of();
        return ended(own, note, password, done -> store.reviewed(open, MEANING, done, Acting.current()));
    }

    /// Ends the review of a session that lost its consent, under the name of whoever acts, who did not treat in
    /// it.
    ///
    /// @param consent identifier of the consent that was withdrawn
    /// @return why it was not ended; empty when it was
    @Transactional
    public List<String> reviewWithdrawal(PatientId patient, UUID session, UUID consent, String note, String password) {
        patients.change(patient, "withdrawal of consent reviewed");
        SessionWithdrawal open = withdrawals.of(patient, session).stream()
                .filter(each -> each.consent().equals(consent))
                .findFirst()
                .orElseThrow(NoSuchPatient::new);
        if (open.done().isPresent()) {
            return before(open.done().get());
        }
        List<String> own = open.isOf(Acting.current())
                ? List.of("You treated in this session yourself. "
                        + byOthers(Acting.current().name()))
                : List.of();
        return ended(
                own, note, password, done -> withdrawals.reviewed(open, MEANING_OF_WITHDRAWAL, done, Acting.current()));
    }

    private static List<String> before(Review.Done done) {
        return List.of("This was reviewed before, by " + done.signer() + ": “" + done.note()
                + "”. That stands; nothing was changed or lost.");
    }

    private String byOthers(String than) {
        List<String> others = othersThan(than);
        return "It is reviewed by somebody else who supervises"
                + (others.isEmpty()
                        ? ", and there is nobody yet: the review waits for a second person, whom an administrator "
                                + "adds under Accounts."
                        : ": " + String.join(", ", others) + ".");
    }

    /// @param own why it is not for whoever acts
    /// @param keep keeps it; false when somebody else was first
    private List<String> ended(List<String> own, String note, String password, Predicate<Review.Done> keep) {
        var why = new ArrayList<>(own);
        if (!Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN)) {
            why.add("Only a supervising clinician ends a review.");
        }
        if (!Reason.says(note, false)) {
            why.add(
                    "A review ends with a note: what was found, or what was decided, in two words and eight letters at least.");
        }
        // Wrong passwords are not counted where nothing would be signed anyway.
        if (why.isEmpty()) {
            accounts.whyNotConfirmed(password).ifPresent(why::add);
        }
        if (why.isEmpty()
                && !keep.test(new Review.Done(note.strip(), Acting.current().name(), clock.now()))) {
            why.add("This was reviewed at the same moment by somebody else. That stands; nothing was lost.");
        }
        return why;
    }
}
