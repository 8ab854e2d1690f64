package org.stipple.clinic.asking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import org.stipple.protocol.Premises;
import org.stipple.protocol.document.Document;

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
        var drafts = store.drafts(person.id(), about);
        var sex = person.details().sex();
        Optional<IntakeRevision> before =
                asked.onTopOf() == 0 ? Optional.empty() : intakes.revision(person.id(), asked.onTopOf());
        var base = asked.over(before.map(IntakeRevision::request)
                        .map(OwnIntakes::mapping)
                        .orElse(Document.mapping()))
                .with("age", Document.of(person.ageOn(clock.today())))
                .with("sex", Document.of(sex.id()));
        return before.isPresent()
                ? Interview.again(knowledge, base, sex, drafts, clock.today())
                : Interview.first(knowledge, base, sex, drafts, clock.today());
    }

    private static Document.Mapping mapping(Document document) {
        return document instanceof Document.Mapping mapping ? mapping : Document.mapping();
    }

    /// Keeps what was answered on a page. It is no intake yet. The same answers again are the same draft.
    @Transactional
    public void keep(Guest guest, Sheet sheet, Told told) {
        patients.change(guest.patient(), "answers by link kept");
        var asked = store.asked(guest.patient(), guest.about()).orElseThrow(NotHere::new);
        boolean sent = store.came(guest.patient(), guest.about()).isPresent();
        boolean same = told.equals(store.drafts(guest.patient(), guest.about()).get(sheet));
        if (!sent && !same) {
            store.insertDraft(asked, sheet, told, clock.now());
        }
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
        var request = interview.request(asked.over(
                newest.map(IntakeRevision::request).map(OwnIntakes::mapping).orElse(Document.mapping())));
        var revision =
                intakes.save(person.id(), newest.map(IntakeRevision::number).orElse(0), request);
        var made = screenings.screen(person.id());
        store.insertCame(asked, revision.number(), Interview.callsFirst(made.screening()), clock.now());
        invitations.done(person.id(), guest.invitation());
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
