package org.stipple.clinic.treatment.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.consent.ShownCourse;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.planning.CourseRecord.AwaitingSecond;
import org.stipple.clinic.planning.CourseRecord.DraftCourse;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCheck;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.treatment.Start;
import org.stipple.clinic.treatment.web.TreatmentViews.ScannedUnit;
import org.stipple.clinic.treatment.web.TreatmentViews.StartPage;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.look.Step;
import org.stipple.protocol.Knowledge;

/// Everything before the needle: the answers asked again today, the consent, the scanned units. What is missing
/// is said, never guessed.
@Controller
class StartPages {

    private final Pages pages;
    private final Patients patients;
    private final Courses courses;
    private final Intakes intakes;
    private final Screenings screenings;
    private final Consents consents;
    private final Stock stock;
    private final Sessions sessions;
    private final Knowledge knowledge;
    private final Once once;
    private final AuditTrail trail;
    private final Ids ids;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    StartPages(
            Pages pages,
            Patients patients,
            Courses courses,
            Intakes intakes,
            Screenings screenings,
            Consents consents,
            Stock stock,
            Sessions sessions,
            Knowledge knowledge,
            Once once,
            AuditTrail trail,
            Ids ids,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.patients = patients;
        this.courses = courses;
        this.intakes = intakes;
        this.screenings = screenings;
        this.consents = consents;
        this.stock = stock;
        this.sessions = sessions;
        this.knowledge = knowledge;
        this.once = once;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/people/{id}/courses/{course}/session")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> before(@PathVariable UUID id, @PathVariable UUID course) {
        return show(HttpStatus.OK, id, course, List.of(), List.of());
    }

    /// The answers were asked again today and still hold.
    @PostMapping("/people/{id}/courses/{course}/session/confirmation")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> confirm(
            @PathVariable UUID id, @PathVariable UUID course, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        int revision = form.integer("revision", "revision");
        return Pages.seeOther(once.once(form.key(), form.body(), () -> {
            courses.find(new PatientId(id), course);
            intakes.confirm(new PatientId(id), revision);
            return "/people/" + id + "/courses/" + course + "/session";
        }));
    }

    /// Scans a unit, or starts with those scanned: one form, so that a scanner that types and presses Enter
    /// adds a unit.
    @PostMapping("/people/{id}/courses/{course}/session")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> scanOrStart(
            @PathVariable UUID id, @PathVariable UUID course, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        List<UUID> units = form.texts("unit").stream().map(UUID::fromString).toList();
        Optional<String> scanned = form.text("code");
        if (scanned.isPresent()) {
            return scan(id, course, units, scanned.get());
        }
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> switch (sessions.start(
                    ids.next(), new PatientId(id), course, units)) {
                case Start.Started(var session) -> "/people/" + id + "/sessions/" + session.id();
                case Start.NotStarted(var why) -> throw new Refusal(why);
            }));
        } catch (Refusal refusal) {
            trail.refused(Optional.of(new PatientId(id)), "session not started");
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, course, units, refusal.why());
        }
    }

    private ResponseEntity<String> scan(UUID id, UUID course, List<UUID> units, String code) {
        String device = courses.find(new PatientId(id), course).plan().device();
        try {
            return switch (stock.check(UnitCode.parse(code), device)) {
                case UnitCheck.Refused(var why) ->
                    show(HttpStatus.UNPROCESSABLE_CONTENT, id, course, units, List.of(why));
                case UnitCheck.Usable(var unit) -> {
                    var more = new LinkedHashSet<>(units);
                    more.add(unit.id());
                    yield show(HttpStatus.OK, id, course, List.copyOf(more), List.of());
                }
            };
        } catch (IllegalArgumentException unreadable) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, course, units, List.of(unreadable.getMessage() + ""));
        }
    }

    private ResponseEntity<String> show(
            HttpStatus status, UUID id, UUID course, List<UUID> units, List<String> problems) {
        var page = transaction.execute(_ -> page(id, course, units, problems));
        return pages.show(status, "treatment/start", "/people", java.util.Objects.requireNonNull(page));
    }

    private StartPage page(UUID id, UUID courseId, List<UUID> units, List<String> problems) {
        var person = patients.read(new PatientId(id), "before the session");
        CourseRecord course = courses.find(person.id(), courseId);
        var intake = intakes.latest(person.id());
        boolean confirmed = intake.map(
                        latest -> latest.answeredOn(Acting.current().zone()).equals(clock.today()))
                .orElse(false);
        List<String> against = against(course, person.id());
        List<ScannedUnit> scanned = units.stream()
                .flatMap(unit -> stock.find(unit).stream())
                .map(unit -> new ScannedUnit(unit.id().toString(), unit.words()))
                .toList();
        boolean clear = against.isEmpty() && confirmed;
        return new StartPage(
                id.toString(),
                person.name(),
                courseId.toString(),
                knowledge
                        .device(course.plan().device())
                        .map(org.stipple.protocol.Device::name)
                        .orElse(course.plan().device()),
                ids.next(),
                ids.next(),
                intake.map(org.stipple.clinic.planning.IntakeRevision::number).orElse(0),
                intake.map(latest -> Days.moment(
                                        latest.answeredAt(), Acting.current().zone(), clock.today()) + ", by "
                                + latest.answeredBy())
                        .orElse("never"),
                confirmed,
                scanned,
                List.of(
                        step("Ask again", confirmed, !confirmed),
                        step("Scan", !scanned.isEmpty(), clear && scanned.isEmpty()),
                        step("Needle", false, clear && !scanned.isEmpty()),
                        step("Close", false, false)),
                against,
                problems);
    }

    private static Step step(String words, boolean done, boolean now) {
        return new Step(words, done ? Step.State.DONE : now ? Step.State.NOW : Step.State.NEXT, "", "");
    }

    private List<String> against(CourseRecord course, PatientId patient) {
        return switch (course) {
            case DraftCourse _ -> List.of("The course is not signed. A supervising clinician signs it first.");
            case AwaitingSecond _ -> List.of("The course waits for the signature of a second supervising clinician.");
            case SignedCourse signed -> {
                var against = new ArrayList<String>();
                screenings.today(patient, signed.plan()).ifPresent(today -> against.addAll(today.against(signed)));
                if (consents.inForce(patient, Purpose.TREATMENT, Optional.of(ShownCourse.of(signed)))
                        .isEmpty()) {
                    against.add("There is no consent in force to exactly this course. The person reads and signs it "
                            + "first.");
                }
                yield against;
            }
        };
    }
}
