package org.stipple.clinic.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.access.Sha256;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord.Acceptance;
import org.stipple.clinic.planning.CourseRecord.AcceptanceKind;
import org.stipple.clinic.planning.CourseRecord.DraftCourse;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.CourseRecord.Signature;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.Overridable;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;

/// How: drafting a course from the newest screening, and signing it.
@Component
public class Courses {

    private final PlanningStore store;
    private final Patients patients;
    private final Knowledge knowledge;
    private final Accounts accounts;
    private final ClinicClock clock;
    private final CurrentRequest current;

    Courses(
            PlanningStore store,
            Patients patients,
            Knowledge knowledge,
            Accounts accounts,
            ClinicClock clock,
            CurrentRequest current) {
        this.current = current;
        this.store = store;
        this.patients = patients;
        this.knowledge = knowledge;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// Plans a course on the answers that the newest screening judged.
    ///
    /// @throws NotYet without a screening
    @Transactional
    public DraftCourse draft(UUID id, PatientId patient) {
        var person = patients.change(patient, "course drafted");
        var screening = store.latestScreening(patient).orElseThrow(NotYet::screening);
        var intake = store.intake(patient, screening.revision()).orElseThrow(NotYet::intake);
        var request = current.of(person, intake.request());
        var facts = PatientFacts.read(Field.root(request), clock.today());
        var course = knowledge.plan(facts, clock.today());
        var plan = new Plan(
                id,
                patient,
                screening.id(),
                facts.device(),
                request,
                course,
                Sha256.hex(Documents.json(course.toDocument())),
                clock.now(),
                Acting.current().name());
        store.insertCourse(plan);
        return new DraftCourse(plan);
    }

    /// Signs a course: what was shown, by this person, who takes the listed findings upon themselves.
    ///
    /// @param sha256 hash of the plan that was shown
    /// @param reasons a reason for each finding that the signer takes on, by rule
    /// @param password of the signer, asked again
    @Transactional
    public Signing sign(PatientId patient, UUID course, String sha256, Map<String, String> reasons, String password) {
        patients.change(patient, "course signed");
        var plan = find(patient, course).plan();
        if (!Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN)) {
            return new Signing.Refused(List.of("Only a supervising clinician signs a course."));
        }
        if (!plan.sha256().equals(sha256)) {
            return new Signing.Refused(
                    List.of("The course that was shown is not this one. Reload it and read it again."));
        }
        if (!accounts.confirms(password)) {
            return new Signing.Refused(List.of("The password is not yours. Nothing was signed."));
        }
        var acceptances = new ArrayList<Acceptance>();
        var obstacles = new ArrayList<String>();
        if (plan.course().zones().isEmpty()) {
            obstacles.add("No zone may be treated, so there is nothing to sign.");
        }
        for (Finding finding : plan.course().screening().findings()) {
            if (!plan.concerns(finding)) {
                continue;
            }
            take(finding, Optional.ofNullable(reasons.get(finding.rule())).filter(reason -> !reason.isBlank()))
                    .ifPresent(outcome -> {
                        switch (outcome) {
                            case Taken.On(var acceptance) -> acceptances.add(acceptance);
                            case Taken.Not(var why) -> obstacles.add(why);
                        }
                    });
        }
        if (!obstacles.isEmpty()) {
            return new Signing.Refused(obstacles);
        }
        var signature = new Signature(
                Acting.current().name(),
                clock.now(),
                "I have reviewed this course and take responsibility for it.",
                sha256,
                acceptances);
        if (!store.insertSignature(plan, signature, Acting.current().account())) {
            return new Signing.Refused(List.of("This course was signed before. Nothing was changed."));
        }
        return new Signing.Signed(new SignedCourse(plan, signature));
    }

    private sealed interface Taken {
        record On(Acceptance acceptance) implements Taken {}

        record Not(String why) implements Taken {}
    }

    /// What has to happen to a finding before a signature: nothing, a reason, or another course.
    private static Optional<Taken> take(Finding finding, Optional<String> reason) {
        return switch (finding.kind()) {
            case NOTE, CAUTION -> Optional.empty();
            case SIGN_OFF ->
                Optional.of(reason.<Taken>map(
                                words -> new Taken.On(Acceptance.of(AcceptanceKind.SIGN_OFF, finding, words)))
                        .orElse(new Taken.Not("“" + finding.reason() + "” needs your sign-off with a reason.")));
            // A wait is kept by the calendar: the course may be signed now and is started when the wait is over.
            case DEFER -> reason.map(words -> override(finding, words));
            // What is not known is answered, never taken on.
            case UNKNOWN ->
                Optional.of(new Taken.Not("“" + finding.reason() + "” is not answered. Ask, and screen again."));
            case REFUSE ->
                Optional.of(reason.map(words -> override(finding, words))
                        .orElse(new Taken.Not("“" + finding.reason() + "” stands against this course.")));
        };
    }

    private static Taken override(Finding finding, String reason) {
        return finding.overridable() == Overridable.CLINICIAN
                ? new Taken.On(Acceptance.of(AcceptanceKind.OVERRIDE, finding, reason))
                : new Taken.Not("“" + finding.reason() + "” cannot be overridden by one clinician.");
    }

    /// A course of a person.
    ///
    /// @throws org.stipple.clinic.patient.NoSuchPatient when there is none
    @Transactional
    public CourseRecord find(PatientId patient, UUID course) {
        patients.read(patient, "course");
        return store.course(patient, course).orElseThrow(org.stipple.clinic.patient.NoSuchPatient::new);
    }

    /// All courses of a person, newest first.
    @Transactional
    public List<CourseRecord> of(PatientId patient) {
        patients.read(patient, "courses");
        return store.courses(patient);
    }
}
