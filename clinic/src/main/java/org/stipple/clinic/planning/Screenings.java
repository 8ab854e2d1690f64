package org.stipple.clinic.planning;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.Patients;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.Screening;
import org.stipple.protocol.document.Field;

/// May we? Each answer is kept as it was given.
@Component
public class Screenings {

    private final PlanningStore store;
    private final Patients patients;
    private final Knowledge knowledge;
    private final ClinicClock clock;
    private final Ids ids;

    Screenings(PlanningStore store, Patients patients, Knowledge knowledge, ClinicClock clock, Ids ids) {
        this.store = store;
        this.patients = patients;
        this.knowledge = knowledge;
        this.clock = clock;
        this.ids = ids;
    }

    /// Judges the newest answers today and keeps the verdict with all findings.
    ///
    /// @throws NotYet without an intake
    @Transactional
    public ScreeningRecord screen(PatientId patient) {
        patients.change(patient, "screening");
        var intake = store.latestIntake(patient).orElseThrow(NotYet::intake);
        var facts = PatientFacts.read(Field.root(intake.request()), clock.today());
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

    /// What the answers would give, without keeping it: for the questions page, which judges as answers come in.
    public Screening preview(PatientFacts facts) {
        return knowledge.screen(facts, clock.today());
    }

    /// What the newest answers give today, without keeping it.
    ///
    /// @return empty without an intake
    @Transactional
    public Optional<Screening> today(PatientId patient) {
        patients.read(patient, "screening");
        return store.latestIntake(patient)
                .map(intake -> preview(PatientFacts.read(Field.root(intake.request()), clock.today())));
    }

    /// The newest screening.
    @Transactional
    public Optional<ScreeningRecord> latest(PatientId patient) {
        patients.read(patient, "screening");
        return store.latestScreening(patient);
    }
}
