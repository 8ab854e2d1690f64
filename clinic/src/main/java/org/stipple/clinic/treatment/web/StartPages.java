package org.stipple.clinic.treatment.web;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.stipple.clinic.access.Serially;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.AnsweredBefore;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Identities;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Scanning;
import org.stipple.clinic.stock.UnitCheck;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.treatment.Numbings;
import org.stipple.clinic.treatment.Obstacle;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.treatment.Start;
import org.stipple.clinic.treatment.WhoTreats;
import org.stipple.clinic.treatment.web.TreatmentViews.Against;
import org.stipple.clinic.treatment.web.TreatmentViews.NumbTyped;
import org.stipple.clinic.treatment.web.TreatmentViews.Option;
import org.stipple.clinic.treatment.web.TreatmentViews.ScannedUnit;
import org.stipple.clinic.treatment.web.TreatmentViews.StartPage;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.Sentence;
import org.stipple.clinic.web.look.Step;
import org.stipple.protocol.Operator;

/// Everything before the needle: the answers asked again today, the consent, the scanned units. What is missing
/// is said, never guessed.
@Controller
class StartPages {

    private static final String NOT_STARTED = "The session was not started, and no unit was used. What stood in the "
            + "way is said here; what stands in it now is below, each with the step that removes it.";

    private final Pages pages;
    private final Patients patients;
    private final Courses courses;
    private final Intakes intakes;
    private final AnsweredBefore answered;
    private final Identities identities;
    private final Screenings screenings;
    private final Scanning scanning;
    private final Sessions sessions;
    private final WhoTreats whoTreats;
    private final ScanLooks scanLooks;
    private final Numbings numbings;
    private final Serially serially;
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
            AnsweredBefore answered,
            Identities identities,
            Screenings screenings,
            Scanning scanning,
            Sessions sessions,
            WhoTreats whoTreats,
            ScanLooks scanLooks,
            Numbings numbings,
            Serially serially,
            Once once,
            AuditTrail trail,
            Ids ids,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.patients = patients;
        this.courses = courses;
        this.intakes = intakes;
        this.answered = answered;
        this.identities = identities;
        this.screenings = screenings;
        this.scanning = scanning;
        this.sessions = sessions;
        this.whoTreats = whoTreats;
        this.scanLooks = scanLooks;
        this.numbings = numbings;
        this.serially = serially;
        this.once = once;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// @param unit units that were scanned, so that the page survives a reload
    @GetMapping("/people/{id}/courses/{course}/session")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> before(
            @PathVariable UUID id, @PathVariable UUID course, @RequestParam(defaultValue = "") List<UUID> unit) {
        return show(HttpStatus.OK, id, course, unit, List.of());
    }

    /// Where what was sent and refused is reloaded.
    @GetMapping("/people/{id}/courses/{course}/session/who")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> reloaded(@PathVariable UUID id, @PathVariable UUID course) {
        courses.find(new PatientId(id), course);
        return Pages.seeOther(href(id, course, List.of()));
    }

    /// Whoever is signed in says as what they treat.
    @PostMapping("/people/{id}/courses/{course}/session/who")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> who(
            @PathVariable UUID id, @PathVariable UUID course, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        Optional<Operator> operator =
                form.text("operator").flatMap(Operator::find).filter(found -> found != Operator.SELF);
        if (operator.isEmpty()) {
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT, id, course, units(form), List.of("Choose as what you treat."));
        }
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                courses.find(new PatientId(id), course);
                whoTreats.state(operator.get());
                return href(id, course, units(form)) + "#who";
            }));
        } catch (IllegalArgumentException anotherProfession) {
            trail.refused(Optional.of(new PatientId(id)), "profession not stated");
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    id,
                    course,
                    units(form),
                    List.of("Nothing was changed: " + anotherProfession.getMessage() + "."));
        }
    }

    /// Scans a unit, or starts with those scanned: one address, so that a scanner that types and presses Enter
    /// adds a unit.
    @PostMapping("/people/{id}/courses/{course}/session")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> scanOrStart(
            @PathVariable UUID id, @PathVariable UUID course, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        List<UUID> units = units(form);
        Optional<String> scanned = form.text("code");
        if (scanned.isPresent()) {
            return scan(id, course, units, scanned.get());
        }
        Optional<UUID> chosen = form.text("item").map(StartPages::uuid);
        if (chosen.isPresent()) {
            return choose(id, course, units, chosen.get());
        }
        try {
            return Pages.seeOther(serially.serially(
                    () -> once.once(form.key(), form.body(), () -> start(new PatientId(id), course, units))));
        } catch (Refusal refusal) {
            trail.refused(Optional.of(new PatientId(id)), "session not started");
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, course, units, notStarted(refusal.why()));
        }
    }

    /// With the reasons of the attempt itself: what the page finds when it is shown again may be something
    /// else.
    private static List<String> notStarted(List<String> why) {
        return Stream.concat(Stream.of(NOT_STARTED), why.stream()).toList();
    }

    private String start(PatientId patient, UUID course, List<UUID> units) {
        return switch (sessions.start(numbings.reserved(patient, course), patient, course, units)) {
            case Start.Started(var session) -> "/people/" + patient + "/sessions/" + session.id();
            case Start.NotStarted(var why) -> throw new Refusal(why);
        };
    }

    static List<UUID> units(Form form) {
        return form.texts("unit").stream().map(StartPages::uuid).toList();
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAUnit) {
            throw new Refusal(List.of("This page names no unit. Open it again and scan."));
        }
    }

    static String href(UUID id, UUID course, Collection<UUID> units) {
        return "/people/" + id + "/courses/" + course + "/session"
                + (units.isEmpty()
                        ? ""
                        : units.stream().map(unit -> "unit=" + unit).collect(Collectors.joining("&", "?", "")));
    }

    private ResponseEntity<String> scan(UUID id, UUID course, List<UUID> units, String code) {
        var wanted = sessions.wanted(courses.find(new PatientId(id), course));
        try {
            return switch (scanning.check(UnitCode.parse(code), wanted, units)) {
                case UnitCheck.Refused(var why) -> refused(id, course, units, why);
                case UnitCheck.Usable(var item) -> {
                    var more = new LinkedHashSet<>(units);
                    more.add(item.id());
                    yield Pages.seeOther(href(id, course, more));
                }
            };
        } catch (IllegalArgumentException unreadable) {
            String why = unreadable.getMessage() + "";
            return refused(id, course, units, Sentence.beginning(why) + ".");
        }
    }

    /// By hand, from what is in stock: for a code that no scanner reads any more.
    private ResponseEntity<String> choose(UUID id, UUID course, List<UUID> units, UUID item) {
        var wanted = sessions.wanted(courses.find(new PatientId(id), course));
        return scanning.whyNot(item, wanted)
                .map(why -> refused(id, course, units, why))
                .orElseGet(() -> {
                    var more = new LinkedHashSet<>(units);
                    more.add(item);
                    return Pages.seeOther(href(id, course, more) + "#scan-it");
                });
    }

    private ResponseEntity<String> refused(UUID id, UUID course, List<UUID> units, String why) {
        return show(HttpStatus.UNPROCESSABLE_CONTENT, id, course, units, List.of(), why, NumbTyped.NOTHING);
    }

    ResponseEntity<String> show(HttpStatus status, UUID id, UUID course, List<UUID> units, List<String> problems) {
        return show(status, id, course, units, problems, NumbTyped.NOTHING);
    }

    /// @param typed what was sent of an anaesthetic and refused
    ResponseEntity<String> show(
            HttpStatus status, UUID id, UUID course, List<UUID> units, List<String> problems, NumbTyped typed) {
        return show(status, id, course, units, problems, "", typed);
    }

    /// @param scan why the last scan was refused, or empty
    private ResponseEntity<String> show(
            HttpStatus status,
            UUID id,
            UUID course,
            List<UUID> units,
            List<String> problems,
            String scan,
            NumbTyped typed) {
        var page = transaction.execute(_ -> page(id, course, units, problems, scan, typed));
        return pages.show(status, "treatment/start", "/people", java.util.Objects.requireNonNull(page));
    }

    private StartPage page(
            UUID id, UUID courseId, List<UUID> units, List<String> problems, String scan, NumbTyped typed) {
        var person = patients.read(new PatientId(id), "before the session");
        CourseRecord course = courses.find(person.id(), courseId);
        var intake = intakes.latest(person.id());
        var zone = Acting.current().zone();
        boolean confirmed = intake.map(latest -> latest.answeredOn(zone).equals(clock.today()))
                .orElse(false);
        List<Obstacle> against = sessions.against(person.id(), course, units);
        var wanted = sessions.wanted(course);
        List<ScannedUnit> scanned = units.stream()
                .flatMap(unit -> scanning.find(unit).stream())
                .map(unit -> new ScannedUnit(
                        unit.id().toString(),
                        scanLooks.said(unit),
                        scanning.whyNot(unit.id(), wanted).orElse(""),
                        href(
                                        id,
                                        courseId,
                                        units.stream()
                                                .filter(other -> !other.equals(unit.id()))
                                                .toList())
                                + "#scan-it"))
                .toList();
        var scanPart = scanLooks.part(person.id(), course, wanted, units, scan, typed);
        boolean numbed = !scanPart.numbings().isEmpty() || !scanPart.numb().isEmpty();
        boolean beforeScan =
                against.stream().anyMatch(one -> one.step() != Obstacle.Step.SCAN && one.step() != Obstacle.Step.NUMB);
        boolean stillOn = against.stream().anyMatch(one -> one.step() == Obstacle.Step.NUMB);
        return new StartPage(
                id.toString(),
                identities.of(person, course.plan()),
                courseId.toString(),
                ids.next(),
                ids.next(),
                intake.map(latest -> Days.moment(latest.answeredAt(), zone) + ", " + latest.by())
                        .orElse("never"),
                answered.of(person),
                confirmed,
                scanned,
                whoTreats.current().map(WhoTreats::words).orElse(""),
                sessions.plannedFor(course).map(WhoTreats::words).orElse(""),
                Stream.of(Operator.PHYSICIAN, Operator.NURSE, Operator.AESTHETICIAN)
                        .filter(_ -> WhoTreats.maySay())
                        .map(operator -> new Option(operator.id(), WhoTreats.words(operator)))
                        .toList(),
                Stream.of(
                                Stream.of(
                                        step("Ask again", confirmed, !confirmed),
                                        step(
                                                "Scan",
                                                !scanned.isEmpty()
                                                        && scanned.stream()
                                                                .allMatch(unit -> unit.refused()
                                                                        .isEmpty()),
                                                !beforeScan && !against.isEmpty())),
                                numbed ? Stream.of(step("Numb", !stillOn, stillOn && !beforeScan)) : Stream.<Step>of(),
                                Stream.of(step("Needle", false, against.isEmpty()), step("Close", false, false)))
                        .flatMap(steps -> steps)
                        .toList(),
                against.stream().noneMatch(one -> one.step() == Obstacle.Step.OPEN_SESSION)
                        ? verdict(person.id(), course)
                        : "",
                against.stream().map(one -> against(one, person.id(), course)).toList(),
                sessions.permitted(person.id(), course),
                scanPart,
                Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN),
                problems);
    }

    /// The gravest of what stands in the way: no day where something refuses.
    private String verdict(PatientId patient, CourseRecord course) {
        if (screenings
                .today(patient, course.plan())
                .filter(today -> today.refuses(course))
                .isPresent()) {
            return "No. Something stands against treatment today.";
        }
        return sessions.nextFrom(patient, course)
                .filter(day -> day.isAfter(clock.today()))
                .map(day -> "Wait until " + Days.near(day, clock.today()) + ".")
                .orElse("");
    }

    private static Step step(String words, boolean done, boolean now) {
        return new Step(words, done ? Step.State.DONE : now ? Step.State.NOW : Step.State.NEXT, "", "");
    }

    /// Where the step is that removes it.
    private Against against(Obstacle obstacle, PatientId patient, CourseRecord course) {
        String person = "/people/" + patient;
        return switch (obstacle.step()) {
            case SIGN ->
                new Against(
                        obstacle.words(), person + "/courses/" + course.plan().id(), "To the course");
            case ASK_AGAIN -> new Against(obstacle.words(), "#ask", "Ask again");
            case LOOK_AT_ANSWERS -> new Against(obstacle.words(), person + "/screening", "To the findings");
            case WAIT ->
                new Against(
                        obstacle.words(), person + "/courses/" + course.plan().id(), "To the course");
            case CONSENT -> new Against(obstacle.words(), person + "/consent#treatment", "To the consent");
            case SCAN -> new Against(obstacle.words(), "#scan-it", "Scan");
            case NUMB -> new Against(obstacle.words(), "#numb-it", "To the anaesthetic");
            case WHO_TREATS -> new Against(obstacle.words(), "#who", "Say who treats");
            case OPEN_SESSION ->
                new Against(
                        obstacle.words(),
                        sessions.of(patient).stream()
                                .filter(session -> session.close().isEmpty())
                                .findFirst()
                                .map(open -> person + "/sessions/" + open.id())
                                .orElse(person),
                        "Go on with it");
            case NEW_COURSE -> new Against(obstacle.words(), person, "To the person’s courses");
            case INCIDENT -> new Against(obstacle.words(), "/incidents", "To the incidents");
            case CONCERN -> new Against(obstacle.words(), "/concerns", "To the concerns");
            case ADVERSE_EVENT -> new Against(obstacle.words(), person + "/adverse", "To the adverse events");
        };
    }
}
