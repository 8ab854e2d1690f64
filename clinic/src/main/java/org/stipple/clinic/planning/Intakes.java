package org.stipple.clinic.planning;

import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.ChangedMeanwhile;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.protocol.Operator;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;

/// What people answered before treatment. Saving appends; nothing that was answered is lost.
@Component
public class Intakes {

    private final PlanningStore store;
    private final Patients patients;
    private final ClinicClock clock;
    private final CurrentRequest current;
    private final UsualOperatorStore usual;

    Intakes(
            PlanningStore store,
            Patients patients,
            ClinicClock clock,
            CurrentRequest current,
            UsualOperatorStore usual) {
        this.current = current;
        this.usual = usual;
        this.store = store;
        this.patients = patients;
        this.clock = clock;
    }

    /// The newest answers of a person.
    @Transactional
    public Optional<IntakeRevision> latest(PatientId patient) {
        patients.read(patient, "intake");
        return store.latestIntake(patient);
    }

    /// Saves a whole set of answers. An answer about the skin of zones
    /// ([org.stipple.protocol.Fact#isAboutZones]) counts for all zones of the request: whoever adds a zone
    /// has asked again, or leaves the answer out. The intake page does not send what was asked about fewer
    /// zones.
    ///
    /// @param onTopOf number of the revision that was shown, 0 for none
    /// @param request the request file; age and sex are taken from the person, whatever it says
    /// @throws ChangedMeanwhile when there is a newer revision
    /// @throws org.stipple.protocol.document.UnusableInput with the path of an answer that does not fit
    @Transactional
    public IntakeRevision save(PatientId patient, int onTopOf, Document.Mapping request) {
        Patient person = patients.change(patient, "intake");
        Document.Mapping whole = current.of(person, request);
        var facts = PatientFacts.read(Field.root(whole), clock.today());
        var revision = new IntakeRevision(
                onTopOf + 1, facts.toDocument(), clock.now(), Acting.current().name());
        try {
            store.insertIntake(patient, revision);
        } catch (DuplicateKeyException newer) {
            throw new ChangedMeanwhile("The intake");
        }
        if (Acting.current().isOneOf(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN)) {
            facts.place().operator().ifPresent(usual::keep);
        }
        return revision;
    }

    /// A set of answers by its number.
    @Transactional
    public Optional<IntakeRevision> revision(PatientId patient, int number) {
        patients.read(patient, "intake");
        return store.intake(patient, number);
    }

    /// As who the one acting usually treats: what they said at the last intake they saved, with which the
    /// next form begins. It decides nothing by itself.
    @Transactional
    public Optional<Operator> usualOperator() {
        return usual.get();
    }

    /// Says that the newest answers were asked again and still hold: appended as a revision of its own.
    @Transactional
    public IntakeRevision confirm(PatientId patient, int revision) {
        patients.change(patient, "intake confirmed");
        return switch (latest(patient).map(IntakeRevision::request).orElseThrow(NotYet::intake)) {
            case Document.Mapping request -> save(patient, revision, request);
            case Document.Listing _, Document.Text _, Document.Numeral _, Document.Flag _, Document.Unknown _ ->
                throw NotYet.intake();
        };
    }
}
