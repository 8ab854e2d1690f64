package org.stipple.clinic.asking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Guest;
import org.stipple.clinic.invitation.Invitation;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.IntakeRevision;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.web.NotHere;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.Operator;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.Premises;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;

/// The intake that a person answers on their own phone: sent to them by a link, kept page by page as they
/// answer, and an intake only when they have sent it as a whole. Then it is screened like any other, and waits
/// until somebody who treats has looked at it.
@Component
public class OwnIntakes {

    /// `design`: who is asked before a visit answers within two weeks, and what was answered earlier is asked
    /// again.
    public static final Duration GOOD_FOR = Duration.ofDays(14);

    private final OwnIntakeStore store;
    private final Patients patients;
    private final Intakes intakes;
    private final Screenings screenings;
    private final Invitations invitations;
    private final Knowledge knowledge;
    private final ClinicClock clock;
    private final Ids ids;

    OwnIntakes(
            OwnIntakeStore store,
            Patients patients,
            Intakes intakes,
            Screenings screenings,
            Invitations invitations,
            Knowledge knowledge,
            ClinicClock clock,
            Ids ids) {
        this.store = store;
        this.patients = patients;
        this.intakes = intakes;
        this.screenings = screenings;
        this.invitations = invitations;
        this.knowledge = knowledge;
        this.clock = clock;
        this.ids = ids;
    }

    /// What came of the answers to an asking.
    ///
    /// @param revision of the intake that they became
    /// @param callFirst whether the person is called before a date is kept
    public record Came(
            int revision, boolean callFirst, Instant at, Optional<Instant> lookedAt, Optional<String> lookedBy) {}

    /// Somebody whose answers wait to be looked at.
    public record Waits(PatientId patient, String name, Instant at, boolean callFirst) {}

    /// A link that was given, with what came of it.
    public record Given(Invitation link, Optional<Asked> asked, Optional<Came> came) {}

    /// Not every question has an answer; nothing was sent.
    public static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Interview.Page page;

        Unanswered(Interview.Page page) {
            super("the page “" + page.sheet().id() + "” has no answer");
            this.page = page;
        }

        /// The first without an answer.
        public Interview.Page page() {
            return page;
        }
    }

    /// Asks somebody: makes the link. Sending it is the caller's.
    ///
    /// @param device what is meant to be used
    /// @param operator who is meant to treat
    @Transactional
    public Invitation ask(PatientId patient, String device, Operator operator, Optional<Premises> premises) {
        patients.change(patient, "questions sent by link");
        var asked = new Asked(
                ids.next(),
                patient,
                intakes.latest(patient).map(IntakeRevision::number).orElse(0),
                device,
                operator,
                premises,
                clock.now(),
                Acting.current().name());
        store.insert(asked);
        return invitations.invite(patient, Errand.INTAKE, asked.id(), GOOD_FOR);
    }

    /// The links of a person, newest first.
    @Transactional
    public List<Given> given(PatientId patient) {
        patients.read(patient, "questions by link");
        return invitations.of(patient, Errand.INTAKE).stream()
                .map(link -> new Given(link, store.asked(patient, link.about()), store.came(patient, link.about())))
                .toList();
    }

    /// Takes a link back: it opens nothing from now on.
    ///
    /// @throws NotHere when this person has no such link
    @Transactional
    public void takeBack(PatientId patient, UUID link) {
        patients.change(patient, "questions by link taken back");
        if (invitations.of(patient, Errand.INTAKE).stream()
                .noneMatch(one -> one.id().equals(link))) {
            throw new NotHere();
        }
        invitations.takeBack(patient, link);
    }

    /// What is asked of whoever holds the link, with what they answered so far.
    @Transactional
    public Interview interview(Guest guest) {
        return interview(patients.read(guest.patient(), "questions by link"), guest.about());
    }

    private Interview interview(Patient person, UUID about) {
        var asked = store.asked(person.id(), about).orElseThrow(NotHere::new);
        var came = store.came(person.id(), about);
        // What was sent is read beside the record on which it was put; what is not, beside the newest.
        Optional<IntakeRevision> record = came.isPresent()
                ? intakes.revision(person.id(), came.get().revision() - 1)
                : intakes.latest(person.id());
        LocalDate today = came.map(Came::at)
                .map(at -> LocalDate.ofInstant(at, Acting.current().zone()))
                .orElseGet(clock::today);
        var sex = person.details().sex();
        var base = over(asked, record)
                .with("age", Document.of(person.ageOn(clock.today())))
                .with("sex", Document.of(sex.id()));
        var bare = record.isPresent()
                ? Interview.again(knowledge, base, sex, Map.of(), today)
                : Interview.first(knowledge, base, sex, Map.of(), today);
        var answered = new LinkedHashMap<Sheet, Told>();
        var overtaken = EnumSet.noneOf(Sheet.class);
        store.drafts(person.id(), about).forEach((sheet, draft) -> {
            Optional<Interview.Page> page = bare.page(sheet);
            if (came.isEmpty()
                    && (page.isEmpty() || overtakes(person.id(), draft.onTopOf(), record, page.get(), draft.told()))) {
                overtaken.add(sheet);
            } else if (page.isPresent() && (came.isPresent() || page.get().isAnswered(draft.told()))) {
                answered.put(sheet, draft.told());
            }
        });
        return bare.with(answered, overtaken, number(record));
    }

    /// The record, with what was set for this asking where nothing was recorded since.
    private static Document.Mapping over(Asked asked, Optional<IntakeRevision> record) {
        Document.Mapping request =
                record.map(IntakeRevision::request).map(OwnIntakes::mapping).orElse(Document.mapping());
        return number(record) > asked.onTopOf() ? request : asked.over(request);
    }

    private static int number(Optional<IntakeRevision> record) {
        return record.map(IntakeRevision::number).orElse(0);
    }

    /// Whether the record says something else by now than it did when a page was shown.
    private boolean overtakes(
            PatientId patient, int shown, Optional<IntakeRevision> record, Interview.Page page, Told told) {
        return shown != number(record)
                && Overtaken.between(facts(intakes.revision(patient, shown)), facts(record))
                        .touches(page, told);
    }

    private Optional<PatientFacts> facts(Optional<IntakeRevision> revision) {
        return revision.map(IntakeRevision::request)
                .map(request -> PatientFacts.read(Field.root(request), clock.today()));
    }

    private static Document.Mapping mapping(Document document) {
        return document instanceof Document.Mapping mapping ? mapping : Document.mapping();
    }

    /// Keeps what was answered on a page. It is no intake yet. The same answers again are the same draft.
    ///
    /// @param shown the number of the answers beside which the page was shown; empty where it did not say
    /// @return false where somebody recorded something else meanwhile that the page touches: nothing was kept,
    ///   and the page is to be asked anew
    @Transactional
    public boolean keep(Guest guest, Interview.Page page, Told told, Optional<Integer> shown) {
        patients.change(guest.patient(), "answers by link kept");
        var asked = store.asked(guest.patient(), guest.about()).orElseThrow(NotHere::new);
        if (store.came(guest.patient(), guest.about()).isPresent()) {
            return true;
        }
        Optional<IntakeRevision> record = intakes.latest(guest.patient());
        if (overtakes(guest.patient(), shown.orElse(asked.onTopOf()), record, page, told)) {
            return false;
        }
        var draft = new OwnIntakeStore.Draft(told, number(record));
        if (!draft.equals(store.drafts(guest.patient(), guest.about()).get(page.sheet()))) {
            store.insertDraft(asked, page.sheet(), draft, clock.now());
        }
        return true;
    }

    /// Takes the answers as a whole: a new revision of the intake, screened at once; the link has done its
    /// work. However often it is sent, it is taken once.
    ///
    /// @throws Unanswered with the first page that has no answer
    @Transactional
    public void send(Guest guest) {
        Patient person = patients.change(guest.patient(), "intake by link");
        if (store.came(person.id(), guest.about()).isPresent()) {
            return;
        }
        var asked = store.asked(person.id(), guest.about()).orElseThrow(NotHere::new);
        var interview = interview(person, guest.about());
        interview.open().stream().findFirst().ifPresent(page -> {
            throw new Unanswered(page);
        });
        Optional<IntakeRevision> newest = intakes.latest(person.id());
        var record = over(asked, newest);
        var told = interview.request(record);
        var request = Contradicted.graver(
                told,
                record,
                contradicted(person.id(), asked, newest, interview).stream()
                        .map(Contradicted::fact)
                        .toList(),
                one -> screenings.preview(person, one).screening());
        var revision = intakes.save(person.id(), number(newest), request);
        var made = screenings.screen(person.id());
        store.insertCame(asked, revision.number(), Interview.callsFirst(made.screening()), clock.now());
        invitations.done(person.id(), guest.invitation());
    }

    /// What was answered otherwise than was recorded after the link was given.
    private List<Contradicted> contradicted(
            PatientId patient, Asked asked, Optional<IntakeRevision> record, Interview interview) {
        Optional<PatientFacts> recorded = facts(record);
        Optional<PatientFacts> told = recorded.map(
                _ -> PatientFacts.read(Field.root(interview.request(over(asked, record))), interview.today()));
        if (recorded.isEmpty() || told.isEmpty() || number(record) <= asked.onTopOf()) {
            return List.of();
        }
        var since = Overtaken.between(facts(intakes.revision(patient, asked.onTopOf())), recorded);
        return Contradicted.of(
                interview.pages().stream()
                        .flatMap(page -> page.facts().stream())
                        .filter(since.facts()::contains)
                        .toList(),
                recorded.get(),
                told.get(),
                facts(store.came(patient, asked.id()).flatMap(came -> intakes.revision(patient, came.revision())))
                        .orElse(told.get()));
    }

    /// Where the answers by a link contradict what was recorded after it was given: questions for whoever looks
    /// at them.
    ///
    /// @throws NotHere when nothing of this person came by this link
    @Transactional
    public List<Contradicted> contradicted(PatientId patient, UUID about) {
        Patient person = patients.read(patient, "answers by link");
        var asked = store.asked(patient, about).orElseThrow(NotHere::new);
        var came = store.came(patient, about).orElseThrow(NotHere::new);
        return contradicted(patient, asked, intakes.revision(patient, came.revision() - 1), interview(person, about));
    }

    /// What came of it, for whoever holds the link.
    @Transactional
    public Optional<Came> came(Guest guest) {
        patients.read(guest.patient(), "questions by link");
        return store.came(guest.patient(), guest.about());
    }

    /// What was answered, as it was said, for whoever looks at it.
    ///
    /// @throws NotHere when nothing of this person came by this link
    @Transactional
    public Interview said(PatientId patient, UUID about) {
        return interview(patients.read(patient, "answers by link"), about);
    }

    /// Says that somebody who treats has looked at the answers.
    ///
    /// @throws NotHere when nothing of this person came by this link
    @Transactional
    public void looked(PatientId patient, UUID about) {
        patients.change(patient, "answers by link looked at");
        var came = store.came(patient, about).orElseThrow(NotHere::new);
        if (came.lookedAt().isEmpty()) {
            store.insertLooked(patient, about, clock.now());
        }
    }

    /// Whose answers wait to be looked at. The caller has entered in the trail that it reads of all people.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Waits> waiting(int atMost) {
        return store.waiting(atMost);
    }
}
