package org.stipple.clinic.adverse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Reason;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.adverse.AdverseEvent.Filled;
import org.stipple.clinic.adverse.AdverseEvent.GoOn;
import org.stipple.clinic.adverse.AdverseEvent.Review;
import org.stipple.clinic.adverse.AdverseEvent.Revision;
import org.stipple.clinic.adverse.AdverseEvent.Said;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.NotHere;

/// The adverse events of the clinic of whoever acts: opened, judged in revisions, looked at by somebody else,
/// and in the way of the next session until a clinician says that it may be.
@Component
public class AdverseEvents {

    /// What is signed under with a review.
    public static final String REVIEWED =
            "I have looked at this event as it stands here and at what was done about it.";

    /// What is signed under where treatment goes on.
    public static final String GOES_ON =
            "Treatment may go on although this event is not over, for the reason that I give.";

    private static final int LONGEST_LIST = 100;
    private static final int LONGEST_WORDS = 5000;

    private final AdverseStore store;
    private final Prefill prefill;
    private final Kinds kinds;
    private final Patients patients;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final ClinicClock clock;

    AdverseEvents(
            AdverseStore store,
            Prefill prefill,
            Kinds kinds,
            Patients patients,
            Accounts accounts,
            AuditTrail trail,
            ClinicClock clock) {
        this.store = store;
        this.prefill = prefill;
        this.kinds = kinds;
        this.patients = patients;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    /// What came of opening one.
    public sealed interface Opening {
        /// It is open.
        ///
        /// @param fresh false where the entry of the diary had opened one of this kind before
        record Opened(UUID event, boolean fresh) implements Opening {}

        /// It is not, for each of these reasons.
        record NotOpened(List<String> why) implements Opening {}
    }

    /// Opens an event of a person, with what the record says of the session now.
    ///
    /// @param session after which it came; empty where it came after none
    @Transactional
    public Opening open(UUID id, PatientId patient, Source source, Optional<UUID> session, Said said) {
        patients.change(patient, "adverse event opened");
        if (source instanceof Source.FromDiary(var entry)) {
            Optional<UUID> before = store.ofDiary(patient, entry, diaryKind(said));
            if (before.isPresent()) {
                return new Opening.Opened(before.get(), false);
            }
        }
        Optional<Prefill.Found> found = session.map(one -> prefill.of(patient, one));
        var event = new AdverseEvent(
                id,
                patient,
                source,
                found.map(Prefill.Found::treated),
                found.map(Prefill.Found::zones).orElse(List.of()),
                found.map(Prefill.Found::products).orElse(List.of()),
                clock.now(),
                Acting.current().name(),
                Acting.current().account(),
                List.of(revision(1, said, Optional.empty())),
                List.of(),
                List.of(),
                List.of());
        List<String> why = whyNot(event, said, Optional.empty());
        if (!why.isEmpty()) {
            return new Opening.NotOpened(why);
        }
        store.insert(event);
        return new Opening.Opened(id, true);
    }

    /// By which two things that one entry tells of are told apart.
    static String diaryKind(Said said) {
        return said.kind().id().equals(Kinds.OTHER)
                ? said.kind().words().strip()
                : said.kind().id();
    }

    private Revision revision(int number, Said said, Optional<String> reason) {
        return new Revision(
                number,
                said,
                reason,
                kinds.release(),
                clock.now(),
                Acting.current().name(),
                Acting.current().account());
    }

    /// What does not hold together.
    ///
    /// @param before what counted until now; empty for the first
    private List<String> whyNot(AdverseEvent event, Said said, Optional<Said> before) {
        var why = new ArrayList<String>();
        if (said.kind().id().equals(Kinds.OTHER) && !Reason.says(said.kind().words(), false)) {
            why.add("Say what it is, in two words and eight letters at least.");
        }
        if (!Reason.says(said.description(), false)) {
            why.add("Say what happened, in two words and eight letters at least.");
        }
        if (said.description().length() > LONGEST_WORDS
                || said.done().filter(done -> done.length() > LONGEST_WORDS).isPresent()) {
            why.add("A text has more than " + LONGEST_WORDS + " characters.");
        }
        days(event, said, why);
        death(said, why);
        if (said.outcome().isOver()
                && !mayEnd()
                && before.filter(old -> old.outcome() == said.outcome()).isEmpty()) {
            why.add("A clinician, who treats or supervises, says that it is over.");
        }
        return why;
    }

    private void days(AdverseEvent event, Said said, List<String> why) {
        LocalDate today = clock.today();
        Optional<LocalDate> session = event.treated()
                .map(one -> LocalDate.ofInstant(one.at(), Acting.current().zone()));
        said.onset().ifPresent(onset -> {
            if (onset.isAfter(today)) {
                why.add("It began on " + Days.full(onset) + ", which lies in the future.");
            }
            session.filter(onset::isBefore)
                    .ifPresent(day -> why.add("It began on " + Days.full(onset) + ", before the session of "
                            + Days.full(day) + ". Open it without the session, or give another day."));
        });
        if (said.outcome().isOver() != said.resolvedOn().isPresent()) {
            why.add(
                    said.outcome().isOver()
                            ? "Say on which day it was over."
                            : "It is said not to be over, and to have been over on a day: expected one or the other.");
        }
        said.resolvedOn().ifPresent(over -> {
            if (over.isAfter(today)) {
                why.add("It was over on " + Days.full(over) + ", which lies in the future.");
            }
            said.onset()
                    .or(() -> session)
                    .filter(over::isBefore)
                    .ifPresent(from -> why.add("It was over on " + Days.full(over) + ", before " + Days.full(from)
                            + ", on which it began."));
        });
    }

    /// Three answers tell of it, and all three or none do.
    private static void death(Said said, List<String> why) {
        boolean grade = said.grade().filter(Grade.DEATH::equals).isPresent();
        boolean outcome = said.outcome() == Outcome.FATAL;
        boolean serious =
                said.serious().filter(by -> by.contains(Serious.DEATH)).isPresent();
        if (grade != outcome || outcome != serious) {
            why.add("Death stands in " + (grade ? "the grade" : outcome ? "the outcome" : "what makes it serious")
                    + " and not in all three: grade, outcome, and what makes it serious.");
        }
    }

    /// Events of a person, newest first.
    @Transactional
    public List<AdverseEvent> of(PatientId patient) {
        patients.read(patient, "adverse events");
        return store.of(patient);
    }

    /// Whether one of a person's events is not over, and nobody said that treatment may go on. The record has
    /// been opened in the same transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean stands(PatientId patient) {
        return store.of(patient).stream().anyMatch(AdverseEvent::stands);
    }

    /// One of them.
    ///
    /// @throws NotHere when this person has no such event
    @Transactional
    public AdverseEvent find(PatientId patient, UUID event) {
        patients.read(patient, "adverse event");
        return store.find(patient, event).orElseThrow(NotHere::new);
    }

    /// What a report of it still lacks.
    @Transactional
    public Completeness completeness(AdverseEvent event) {
        return completeness(event, patients.read(event.patient(), "adverse event"));
    }

    private Completeness completeness(AdverseEvent event, Patient person) {
        return Completeness.of(
                event,
                person,
                Acting.current().clinicName(),
                clock.today(),
                Acting.current().zone());
    }

    /// Judges it anew, on top of what was shown.
    ///
    /// @param onTopOf number of the revision that was shown
    /// @param reason why
    /// @return why it was not; empty when it was
    @Transactional
    public List<String> revise(PatientId patient, UUID id, int onTopOf, Said said, String reason) {
        patients.change(patient, "adverse event revised");
        AdverseEvent event = store.find(patient, id).orElseThrow(NotHere::new);
        Revision newest = event.newest();
        if (newest.number() != onTopOf) {
            return List.of("It was revised meanwhile by " + newest.by() + ". That stands, and nothing of yours was"
                    + " written; look at it, and write yours on top.");
        }
        if (newest.said().equals(said)) {
            return List.of("Nothing is different from what stands there. Nothing was written.");
        }
        List<String> why = whyNot(event, said, Optional.of(newest.said()));
        if (!Reason.says(reason, false)) {
            why.add("Say why it is judged anew, in two words and eight letters at least.");
        }
        if (why.isEmpty()) {
            store.insert(event, revision(onTopOf + 1, said, Optional.of(reason.strip())));
        }
        return why;
    }

    /// What somebody writes for a field of a report.
    ///
    /// @param applicable false where the words say why it does not apply
    public record Fill(boolean applicable, String words) {}

    /// Fills in fields of its report; what stands there already is not written again.
    ///
    /// @return why nothing was written; empty when all was
    @Transactional
    public List<String> fill(PatientId patient, UUID id, Map<ReportField, Fill> fills) {
        patients.change(patient, "report of an adverse event filled in");
        AdverseEvent event = store.find(patient, id).orElseThrow(NotHere::new);
        var why = new ArrayList<String>();
        var fresh = new ArrayList<Filled>();
        fills.forEach((field, fill) -> {
            String words = fill.words().strip();
            if (!field.isByHand()) {
                why.add(field.label() + " is told by the event itself, and cannot be filled in.");
            } else if (words.isEmpty() || words.length() > LONGEST_WORDS) {
                why.add(field.label() + " had " + words.length() + " characters, expected 1 to " + LONGEST_WORDS + ".");
            } else if (!fill.applicable() && !Reason.says(words, false)) {
                why.add("Say why “" + field.words() + "” does not apply, in two words and eight letters at least.");
            } else {
                var filled = new Filled(
                        field,
                        fill.applicable(),
                        words,
                        clock.now(),
                        Acting.current().name());
                if (!stands(event, filled)) {
                    fresh.add(filled);
                }
            }
        });
        if (why.isEmpty()) {
            fresh.forEach(filled -> store.insert(event, filled, Acting.current().account()));
        }
        return why;
    }

    private static boolean stands(AdverseEvent event, Filled filled) {
        return event.fields().stream()
                .filter(one -> one.field() == filled.field())
                .reduce((_, later) -> later)
                .filter(one ->
                        one.applicable() == filled.applicable() && one.words().equals(filled.words()))
                .isPresent();
    }

    /// Whether whoever acts may say that it is over.
    public static boolean mayEnd() {
        return Acting.current().isOneOf(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN);
    }

    /// Whether whoever acts may say that treatment goes on.
    public static boolean mayLetGoOn() {
        return Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN);
    }

    /// Whether whoever acts may end reviews of events.
    public static boolean mayReview() {
        return Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD);
    }

    /// Whether whoever acts works with events at all: treats, supervises, or leads privacy and safety.
    public static boolean mayOpen() {
        return Acting.current().isOneOf(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD);
    }

    /// Says that treatment may go on although it is not over. It holds for what was shown, and for no later
    /// revision.
    ///
    /// @param revision that was shown
    /// @param password asked again
    /// @return why it was not signed; empty when it was
    @Transactional
    public List<String> goOn(PatientId patient, UUID id, int revision, String reason, String password) {
        patients.change(patient, "treatment goes on with an adverse event");
        AdverseEvent event = store.find(patient, id).orElseThrow(NotHere::new);
        List<String> why = meanwhile(event, revision);
        if (why.isEmpty()) {
            if (!mayLetGoOn()) {
                why.add("Only a supervising clinician says that treatment may go on.");
            }
            if (event.said().outcome().isOver()) {
                why.add("It is over: nothing stands against treatment.");
            }
            if (event.said().outcome() == Outcome.FATAL) {
                why.add("The person died.");
            }
            if (!Reason.says(reason, true)) {
                why.add("Say why treatment may go on, in a short sentence.");
            }
        }
        if (why.isEmpty()) {
            accounts.whyNotConfirmed(password).ifPresent(why::add);
        }
        if (why.isEmpty()
                && !store.insert(
                        event,
                        new GoOn(revision, reason.strip(), Acting.current().name(), clock.now()),
                        GOES_ON,
                        Acting.current())) {
            why.add("This was signed before. That stands; nothing was changed.");
        }
        return why;
    }

    /// Ends the review of what stands there, under the name of whoever acts, who has written none of it.
    ///
    /// @param revision that was shown
    /// @param password asked again
    /// @return why it was not ended; empty when it was
    @Transactional
    public List<String> review(PatientId patient, UUID id, int revision, String note, String password) {
        patients.change(patient, "adverse event reviewed");
        AdverseEvent event = store.find(patient, id).orElseThrow(NotHere::new);
        List<String> why = meanwhile(event, revision);
        if (why.isEmpty()) {
            event.review()
                    .ifPresent(before -> why.add("This was looked at before, by " + before.signer()
                            + ". That stands; nothing was changed or lost."));
            if (!mayReview()) {
                why.add("Only a supervising clinician, or who leads privacy and safety, ends a review.");
            }
            if (event.isBy(Acting.current())) {
                why.add("You wrote of this event yourself. Somebody else who supervises, or leads privacy and safety,"
                        + " looks at it.");
            }
            if (!Reason.says(note, false)) {
                why.add("A review ends with a note: what was found, or what was decided, in two words and eight letters"
                        + " at least.");
            }
        }
        if (why.isEmpty()) {
            accounts.whyNotConfirmed(password).ifPresent(why::add);
        }
        if (why.isEmpty()
                && !store.insert(
                        event,
                        new Review(revision, note.strip(), Acting.current().name(), clock.now()),
                        REVIEWED,
                        Acting.current())) {
            why.add("This was looked at the same moment by somebody else. That stands; nothing was lost.");
        }
        return why;
    }

    private static List<String> meanwhile(AdverseEvent event, int shown) {
        var why = new ArrayList<String>();
        if (event.newest().number() != shown) {
            why.add("It was revised meanwhile by " + event.newest().by()
                    + ". Nothing was signed; look at what stands there now.");
        }
        return why;
    }

    /// How many stand, or wait to be looked at. It opens nobody's record.
    @Transactional(readOnly = true)
    public int waiting() {
        return store.waiting();
    }

    /// An event with its person, and what a report of it lacks.
    public record Of(Patient person, AdverseEvent event, Completeness completeness) {}

    /// What stands, or waits to be looked at, what was opened first before the rest. Whoever asks has entered
    /// in the trail that all records are read.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Of> waiting(int atMost) {
        return of(store.waiting(atMost));
    }

    /// The newest of the clinic; that all records are read for it is entered in the trail.
    @Transactional
    public List<Of> newest() {
        trail.openAll("list of adverse events");
        return of(store.newest(LONGEST_LIST));
    }

    private List<Of> of(List<AdverseEvent> events) {
        return events.stream()
                .map(event -> {
                    Patient person = patients.read(event.patient(), "adverse event");
                    return new Of(person, event, completeness(event, person));
                })
                .toList();
    }
}
