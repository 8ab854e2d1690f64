package org.stipple.clinic.planning;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.protocol.Course;
import org.stipple.protocol.DoseMemory;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.Screening;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;

/// May we? Each answer is kept as it was given.
@Component
public class Screenings {

    /// `design`: more than a course of sessions with an asking before each brings about.
    public static final int MOST = 50;

    private final PlanningStore store;
    private final Patients patients;
    private final Knowledge knowledge;
    private final DoseMemory doses;
    private final ClinicClock clock;
    private final Ids ids;
    private final CurrentRequest current;
    private final Refusals refusals;

    Screenings(
            PlanningStore store,
            Patients patients,
            Knowledge knowledge,
            DoseMemory doses,
            ClinicClock clock,
            Ids ids,
            CurrentRequest current,
            Refusals refusals) {
        this.current = current;
        this.refusals = refusals;
        this.store = store;
        this.patients = patients;
        this.knowledge = knowledge;
        this.doses = doses;
        this.clock = clock;
        this.ids = ids;
    }

    /// Judges the newest answers today and keeps the verdict with all findings.
    ///
    /// @throws NotYet without an intake
    @Transactional
    public ScreeningRecord screen(PatientId patient) {
        var person = patients.change(patient, Patients.SCREENED);
        var intake = store.latestIntake(patient).orElseThrow(NotYet::intake);
        var facts = PatientFacts.read(Field.root(current.of(person, intake.request())), clock.today());
        Screening screening = knowledge.screen(facts, clock.today());
        var made = new ScreeningRecord(
                ids.next(),
                intake.number(),
                screening,
                clock.now(),
                Acting.current().name());
        store.insertScreening(patient, made);
        return made;
    }

    /// What the answers would give if they were saved and planned now, without keeping it: for the questions
    /// page, which judges as answers come in. The person's record has been opened in the same transaction.
    ///
    /// @param request the request file; what the clinic knows is put over it, as when it is saved
    /// @throws org.stipple.protocol.document.UnusableInput with the path of an answer that does not fit
    @Transactional(noRollbackFor = org.stipple.protocol.document.UnusableInput.class)
    public Course preview(Patient person, Document.Mapping request) {
        var facts = PatientFacts.read(Field.root(current.of(person, request)), clock.today());
        return knowledge.plan(facts, clock.today(), doses);
    }

    /// What the answers that a screening judged give today, where the person was corrected since: what was kept
    /// is about somebody of another age or sex. Nothing is kept. The person's record has been opened in the
    /// same transaction.
    ///
    /// @return empty where nobody corrected them since
    @Transactional
    public Optional<Course> corrected(Patient person, ScreeningRecord made) {
        return patients.correctedSinceScreened(person.id())
                .flatMap(_ -> store.intake(person.id(), made.revision()))
                .map(intake -> {
                    var facts = PatientFacts.read(Field.root(current.of(person, intake.request())), clock.today());
                    return knowledge.plan(facts, clock.today(), doses);
                });
    }

    /// The plan that would follow from a screening, on the answers and the day it was made: its checks belong
    /// to what is said about the answers. Nothing is kept. The person's record has been opened in the same
    /// transaction.
    ///
    /// @return with the screening as it was made; empty where the knowledge is another by now
    @Transactional
    public Optional<Course> wouldBePlanned(Patient person, ScreeningRecord made) {
        if (!made.screening().release().equals(knowledge.release())) {
            return Optional.empty();
        }
        return store.intake(person.id(), made.revision()).map(intake -> {
            var on = made.screening().on();
            var facts = PatientFacts.read(Field.root(current.knownOn(on, person, intake.request())), on);
            return of(made.screening(), knowledge.plan(facts, on, doses));
        });
    }

    /// The plan, resting on the screening that was kept.
    private static Course of(Screening screening, Course plan) {
        return new Course(
                screening,
                plan.zones(),
                plan.schedule(),
                plan.anaesthetic(),
                plan.aftercare(),
                plan.disagreements(),
                plan.earliestStart());
    }

    /// Judges a signed course anew, today: its zones, device and wishes with the newest answers, the person
    /// as they are written down now, and the clinic's own sessions.
    ///
    /// @return empty without an intake
    @Transactional
    public Optional<TodaysJudgement> today(PatientId patient, CourseRecord.Plan plan) {
        var person = patients.read(patient, "screening");
        return store.latestIntake(patient).map(intake -> judged(plan, intake.request(), current.about(person)));
    }

    /// What today's answers and today's knowledge change about a course; the person's record has been opened in
    /// the same transaction.
    ///
    /// @return empty without an intake
    @Transactional
    public Optional<Rechecked> recheck(PatientId patient, CourseRecord.Plan plan) {
        return today(patient, plan).map(Rechecked::of);
    }

    /// As [#today(PatientId, CourseRecord.Plan)] while a session of the course is open: what was charted in it
    /// is left out of the judgement, so that only what arose otherwise stands against going on.
    ///
    /// @return empty without an intake
    @Transactional
    public Optional<TodaysJudgement> during(UUID session, PatientId patient, CourseRecord.Plan plan) {
        var person = patients.read(patient, "screening");
        return store.latestIntake(patient)
                .map(intake -> judged(plan, intake.request(), current.during(session, person)));
    }

    /// @param known puts what the clinic knows over what was answered
    private TodaysJudgement judged(
            CourseRecord.Plan plan, Document answers, Function<Document, Document.Mapping> known) {
        var answered = PatientFacts.read(Field.root(known.apply(answers)), clock.today());
        // What was needled before is told for the zones of the course, whatever was asked about today.
        var asked = known.apply(TodaysJudgement.request(plan, CurrentRequest.mapping(answers)));
        var facts = PatientFacts.read(Field.root(asked), clock.today());
        var today = refusals.without(plan.setAside(), knowledge.screen(facts, clock.today()));
        return new TodaysJudgement(plan, answered, today.plan(facts, clock.today(), doses));
    }

    /// The newest screening.
    @Transactional
    public Optional<ScreeningRecord> latest(PatientId patient) {
        patients.read(patient, "screening");
        return store.latestScreening(patient);
    }

    /// The screenings of a person, as they were made, newest first: at most the newest [#MOST].
    @Transactional
    public List<ScreeningRecord> all(PatientId patient) {
        patients.read(patient, "screening");
        return store.screenings(patient, MOST);
    }
}
