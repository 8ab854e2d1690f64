package org.stipple.clinic.planning;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Reason;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.access.Scopes;
import org.stipple.clinic.access.Sha256;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord.AwaitingSecond;
import org.stipple.clinic.planning.CourseRecord.DraftCourse;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.CourseRecord.SecondSignature;
import org.stipple.clinic.planning.CourseRecord.SetAside;
import org.stipple.clinic.planning.CourseRecord.Signature;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.protocol.Device;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.Screening;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;

/// How: drafting a course from the newest screening, and signing it.
@Component
public class Courses {

    private final PlanningStore answers;
    private final CourseStore store;
    private final Patients patients;
    private final Knowledge knowledge;
    private final Accounts accounts;
    private final ClinicClock clock;
    private final CurrentRequest current;
    private final Refusals refusals;
    private final Screenings screenings;
    private final Scopes scopes;

    Courses(
            PlanningStore answers,
            CourseStore store,
            Patients patients,
            Knowledge knowledge,
            Accounts accounts,
            ClinicClock clock,
            CurrentRequest current,
            Refusals refusals,
            Screenings screenings,
            Scopes scopes) {
        this.scopes = scopes;
        this.screenings = screenings;
        this.current = current;
        this.refusals = refusals;
        this.answers = answers;
        this.store = store;
        this.patients = patients;
        this.knowledge = knowledge;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// Plans a course on the answers that the newest screening judged.
    ///
    /// @throws NotYet without a screening
    /// @throws NothingToPlan where every zone is refused, or an answer that decides is missing
    @Transactional
    public DraftCourse draft(UUID id, PatientId patient) {
        return draft(id, patient, Map.of());
    }

    /// As [#draft(UUID, PatientId)], planned as if these refusals did not stand. The course counts only when
    /// as many people as the rules ask for have signed for them.
    ///
    /// @param reasons why each refusal is set aside, by rule; only a supervising clinician asks for that
    /// @throws NotYet without a screening
    /// @throws NothingToPlan where every zone is refused still, or an answer that decides is missing
    /// @throws IllegalArgumentException when one of them is never set aside or was not found; nothing was drafted
    @Transactional
    public DraftCourse draft(UUID id, PatientId patient, Map<String, String> reasons) {
        var person =
                patients.change(patient, reasons.isEmpty() ? "course drafted" : "course drafted, refusals set aside");
        var screening = answers.latestScreening(patient).orElseThrow(NotYet::screening);
        var intake = answers.intake(patient, screening.revision()).orElseThrow(NotYet::intake);
        var scope = scopes.mine();
        var request = PlannedScope.narrowed(current.of(person, intake.request()), scope, clock.today());
        var facts = PatientFacts.read(Field.root(request), clock.today());
        PlannedScope.requireDevice(scope, facts.device(), deviceName(facts.device()));
        var found = knowledge.screen(facts, clock.today());
        var setAside = setAside(reasons, found);
        var course = refusals.without(setAside, found).plan(facts, clock.today());
        NothingToPlan.check(course.screening());
        var plan = new Plan(
                id,
                patient,
                screening.id(),
                facts.device(),
                request,
                course,
                setAside,
                Sha256.hex(Documents.json(course.toDocument())),
                clock.now(),
                Acting.current().name());
        store.insertCourse(plan, Acting.current().account());
        return new DraftCourse(plan);
    }

    /// What of a screening may be set aside today to some effect, with who has to sign for it. Empty for
    /// whoever may not ask for that. The person's record has been opened in the same transaction.
    @Transactional
    public List<Finding> maySetAside(Patient person, ScreeningRecord made) {
        if (!Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN)) {
            return List.of();
        }
        return answers.intake(person.id(), made.revision())
                .map(intake -> PatientFacts.read(Field.root(current.of(person, intake.request())), clock.today()))
                .map(facts -> refusals.worthSettingAside(facts, knowledge.screen(facts, clock.today()), clock.today()))
                .orElse(List.of());
    }

    private List<SetAside> setAside(Map<String, String> reasons, Screening found) {
        if (!reasons.isEmpty() && !Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN)) {
            throw new IllegalArgumentException("only a supervising clinician sets a refusal aside");
        }
        return new TreeMap<>(reasons)
                .entrySet().stream()
                        .map(each -> {
                            var finding = Refusals.refusals(found).stream()
                                    .filter(refusal -> refusal.rule().equals(each.getKey()))
                                    .findFirst()
                                    .orElseThrow(() -> new IllegalArgumentException(
                                            "nothing of the rule " + each.getKey() + " refuses today"));
                            Refusals.whyNever(finding).ifPresent(why -> {
                                throw new IllegalArgumentException(why);
                            });
                            if (!Reason.says(each.getValue(), true)) {
                                throw new IllegalArgumentException("The reason for setting aside “" + finding.reason()
                                        + "” was “" + each.getValue() + "”, expected " + Reason.TAKEN_ON + ".");
                            }
                            return new SetAside(
                                    each.getKey(),
                                    each.getValue(),
                                    Acting.current().name(),
                                    clock.today());
                        })
                        .toList();
    }

    /// Signs a course: what was shown, by this person, who takes the listed findings upon themselves. Where
    /// one of them is for two people it then waits for the second.
    ///
    /// @param sha256 hash of the plan that was shown
    /// @param reasons a reason for each finding that the signer takes on, by rule
    /// @param password of the signer, asked again
    @Transactional
    public Signing sign(PatientId patient, UUID course, String sha256, Map<String, String> reasons, String password) {
        patients.change(patient, "course signed");
        var plan = find(patient, course).plan();
        Optional<String> refused = mayNotSign(plan, sha256, password);
        if (refused.isPresent()) {
            return new Signing.Refused(List.of(refused.get()));
        }
        var taken = TakenOn.of(plan, reasons);
        if (!taken.obstacles().isEmpty()) {
            return new Signing.Refused(taken.obstacles());
        }
        var signature = new Signature(
                Acting.current().name(),
                clock.now(),
                CourseWords.meaning(plan, deviceName(plan), taken.acceptances()),
                sha256,
                taken.acceptances());
        if (!store.insertSignature(plan, signature, Acting.current().account())) {
            return new Signing.Refused(List.of("This course was signed before. Nothing was changed."));
        }
        return signature.needsSecond()
                ? new Signing.AwaitsSecond(new AwaitingSecond(plan, signature))
                : new Signing.Signed(new SignedCourse(plan, signature, Optional.empty()));
    }

    /// What a signature under this course says before anybody has signed: it names what is taken on with it.
    public String meaning(Plan plan) {
        return CourseWords.meaningBefore(plan, deviceName(plan));
    }

    private String deviceName(Plan plan) {
        return deviceName(plan.device());
    }

    private String deviceName(String device) {
        return knowledge.device(device).map(Device::name).orElse(device);
    }

    /// Signs as the second of two people, who is somebody else than the first.
    ///
    /// @param reason in the words of the second
    /// @param password of the second, asked again
    @Transactional
    public Signing signSecond(PatientId patient, UUID course, String sha256, String reason, String password) {
        patients.change(patient, "course signed by a second clinician");
        return switch (find(patient, course)) {
            case DraftCourse _ -> new Signing.Refused(List.of("Nobody has signed this course yet. Sign it first."));
            case SignedCourse _ ->
                new Signing.Refused(List.of("This course does not wait for a signature. Nothing was changed."));
            case AwaitingSecond waiting -> signSecond(waiting, sha256, reason, password);
        };
    }

    private Signing signSecond(AwaitingSecond waiting, String sha256, String reason, String password) {
        AccountId first = store.firstSigner(waiting.plan());
        if (first.equals(Acting.current().account())) {
            return new Signing.Refused(
                    List.of("You have signed this course. The second signature is somebody else's."));
        }
        Optional<String> refused = mayNotSign(waiting.plan(), sha256, password);
        if (refused.isPresent()) {
            return new Signing.Refused(List.of(refused.get()));
        }
        if (!Reason.says(reason, true)) {
            return new Signing.Refused(List.of("The second signature needs a reason too: it was “" + reason.strip()
                    + "”, expected " + Reason.TAKEN_ON + ". Nothing was signed."));
        }
        var second = new SecondSignature(
                Acting.current().name(), clock.now(), CourseWords.meaningOfTheSecond(waiting), sha256, reason.strip());
        if (!store.insertSecondSignature(
                waiting.plan(), second, first, Acting.current().account())) {
            return new Signing.Refused(List.of("This course was signed before. Nothing was changed."));
        }
        return new Signing.Signed(new SignedCourse(waiting.plan(), waiting.first(), Optional.of(second)));
    }

    /// Why whoever acts may not sign, whatever was found; empty when they may.
    private Optional<String> mayNotSign(Plan plan, String sha256, String password) {
        if (!Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN)) {
            return Optional.of("Only a supervising clinician signs a course.");
        }
        if (!plan.sha256().equals(sha256)) {
            return Optional.of("The course that was shown is not this one. Reload it and read it again.");
        }
        List<String> beyond = PlannedScope.beyond(scopes.mine(), plan);
        if (!beyond.isEmpty()) {
            return Optional.of("This course is beyond your own scope: " + String.join("; ", beyond)
                    + ". Somebody whose scope it is signs it. Nothing was signed.");
        }
        return changedSince(plan).or(() -> accounts.whyNotConfirmed(password));
    }

    /// A signature binds what was judged when the course was planned; whoever it is for may be judged otherwise
    /// today.
    private Optional<String> changedSince(Plan plan) {
        return screenings
                .today(plan.patient(), plan)
                .map(TodaysJudgement::changedSince)
                .filter(changed -> !changed.isEmpty())
                .map(changed ->
                        "Nothing was signed: what is known of this person changed since this course was planned. "
                                + String.join(" ", changed) + " Screen again, and plan anew.");
    }

    /// The course that a person is treated under: of those that are signed, the one signed last.
    @Transactional
    public Optional<SignedCourse> inForce(PatientId patient) {
        return of(patient).stream()
                .flatMap(course -> course instanceof SignedCourse signed ? Stream.of(signed) : Stream.empty())
                .max(Comparator.comparing(SignedCourse::since));
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
