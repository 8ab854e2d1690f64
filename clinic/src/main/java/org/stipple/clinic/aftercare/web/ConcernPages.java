package org.stipple.clinic.aftercare.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.aftercare.Alerts;
import org.stipple.clinic.aftercare.Concern;
import org.stipple.clinic.aftercare.Concerns;
import org.stipple.clinic.aftercare.Diary;
import org.stipple.clinic.aftercare.web.ConcernViews.ConcernLine;
import org.stipple.clinic.aftercare.web.ConcernViews.ConcernPage;
import org.stipple.clinic.aftercare.web.ConcernViews.ConcernsPage;
import org.stipple.clinic.aftercare.web.ConcernViews.Outcome;
import org.stipple.clinic.aftercare.web.ConcernViews.PersonLines;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.protocol.RedFlag;

/// What people reported after a session and somebody has to answer: what is open, and one of them with all that
/// was told. Whoever takes it on stops the clock; what came of it ends it.
@Controller
class ConcernPages {

    private static final int MOST_PEOPLE = 100;
    private static final int MOST_OF_EACH = 3;

    private final Pages pages;
    private final Concerns concerns;
    private final Diary diary;
    private final Sessions sessions;
    private final Alerts alerts;
    private final DiaryWords words;
    private final Once once;
    private final Ids ids;
    private final TransactionTemplate transaction;

    ConcernPages(
            Pages pages,
            Concerns concerns,
            Diary diary,
            Sessions sessions,
            Alerts alerts,
            DiaryWords words,
            Once once,
            Ids ids,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.concerns = concerns;
        this.diary = diary;
        this.sessions = sessions;
        this.alerts = alerts;
        this.words = words;
        this.once = once;
        this.ids = ids;
        this.transaction = transaction;
    }

    @GetMapping("/concerns")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> open() {
        var page = transaction.execute(_ -> new ConcernsPage(
                concerns.openByPerson(MOST_PEOPLE, MOST_OF_EACH).stream()
                        .map(this::person)
                        .toList(),
                alerts.own().isEmpty()));
        return pages.show("aftercare/concerns", "/concerns", Objects.requireNonNull(page));
    }

    /// However much somebody told, they stand here once, and all of it on the page that this leads to.
    private PersonLines person(Concerns.OfPerson of) {
        int more = of.all() - of.gravest().size();
        return new PersonLines(
                of.person().name(),
                of.gravest().stream().map(this::line).toList(),
                more == 0 ? "" : "and " + more + " more",
                href(of.gravest().getFirst()));
    }

    private ConcernLine line(Concern concern) {
        ZoneId zone = Acting.current().zone();
        boolean taken = concern.isTaken();
        return new ConcernLine(
                href(concern),
                words.sign(concern.sign()),
                "told " + Days.moment(concern.raisedAt(), zone)
                        + (concern.again().isEmpty()
                                ? ""
                                : " and once more "
                                        + Days.moment(concern.again().getLast(), zone)),
                "answer by " + Days.moment(concern.answerBy(), zone),
                taken ? "taken on by " + concern.taken().getLast().by() : "nobody has taken it on",
                concern.sign().call() != RedFlag.Call.CLINICIAN,
                taken);
    }

    static String href(Concern concern) {
        return "/concerns/" + concern.patient() + "/" + concern.id();
    }

    @GetMapping("/concerns/{id}/{concern}")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> one(
            @PathVariable UUID id, @PathVariable UUID concern, @RequestParam(defaultValue = "") String more) {
        return show(
                HttpStatus.OK,
                new PatientId(id),
                concern,
                "",
                Optional.empty(),
                more.isEmpty()
                        ? List.of()
                        : List.of(
                                "Something was told since you opened that page. You have taken on what stood there; what"
                                        + " is new nobody has taken on yet."));
    }

    /// What was shown, each as `identifier.how often it was told`: nothing else is taken on or closed.
    private static Map<UUID, Integer> seen(Form form) {
        var seen = new LinkedHashMap<UUID, Integer>();
        for (String one : form.texts("seen")) {
            if (!one.matches("[0-9a-f-]{36}\\.[0-9]{1,6}")) {
                throw new Refusal(List.of("This form is not known here. Open the page again."));
            }
            seen.put(UUID.fromString(one.substring(0, 36)), Integer.parseInt(one.substring(37)));
        }
        return seen;
    }

    @PostMapping("/concerns/{id}/{concern}/taken")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> take(
            @PathVariable UUID id, @PathVariable UUID concern, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        var patient = new PatientId(id);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                concerns.find(patient, concern);
                boolean all = concerns.take(patient, seen(form));
                return "/concerns/" + id + "/" + concern + (all ? "" : "?more=told");
            }));
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, patient, concern, "", Optional.empty(), refusal.why());
        }
    }

    @PostMapping("/concerns/{id}/{concern}/closed")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> close(
            @PathVariable UUID id, @PathVariable UUID concern, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        var patient = new PatientId(id);
        String said = form.text("words").orElse("");
        Optional<Concern.Outcome> outcome = form.text("outcome").flatMap(Concern.Outcome::find);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                if (outcome.isEmpty()) {
                    throw new Refusal(List.of("Nobody said what came of it. The concern is still open."));
                }
                List<String> missing =
                        concerns.close(patient, concern, seen(form).getOrDefault(concern, 0), outcome.get(), said);
                if (!missing.isEmpty()) {
                    throw new Refusal(missing);
                }
                return "/concerns/" + id + "/" + concern;
            }));
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, patient, concern, said, outcome, refusal.why());
        }
    }

    private ResponseEntity<String> show(
            HttpStatus status,
            PatientId patient,
            UUID concern,
            String said,
            Optional<Concern.Outcome> chosen,
            List<String> problems) {
        var page = transaction.execute(_ -> page(concerns.find(patient, concern), said, chosen, problems));
        return pages.show(status, "aftercare/concern", "/concerns", Objects.requireNonNull(page));
    }

    private ConcernPage page(Concerns.Of of, String said, Optional<Concern.Outcome> chosen, List<String> problems) {
        ZoneId zone = Acting.current().zone();
        Concern concern = of.concern();
        PatientId patient = concern.patient();
        var session = sessions.find(patient, concern.session());
        List<Concern> open = concerns.of(patient).stream()
                .filter(one -> one.closed().isEmpty())
                .toList();
        boolean mine = !open.isEmpty()
                && open.stream().allMatch(Concern::isTaken)
                && concern.isTaken()
                && concern.taken().getLast().by().equals(Acting.current().name());
        return new ConcernPage(
                patient.toString(),
                concern.id().toString(),
                of.person().name(),
                of.person().details().phone().orElse(""),
                words.sign(concern.sign()),
                DiaryWords.call(concern.sign().call()),
                concern.sign().call() != RedFlag.Call.CLINICIAN,
                "Session " + session.number() + ", " + Days.full(LocalDate.ofInstant(session.startedAt(), zone)),
                Days.moment(concern.answerBy(), zone),
                diary.find(patient, concern.entry()).map(words::answers).orElse(List.of()),
                history(concern, zone),
                words.todo(concern.sign()),
                concern.closed().isEmpty(),
                mine,
                open.stream().map(one -> one.id() + "." + one.told()).toList(),
                concern.id() + "." + concern.told(),
                open.stream()
                        .filter(one -> !one.id().equals(concern.id()))
                        .map(this::line)
                        .toList(),
                ids.next(),
                ids.next(),
                Arrays.stream(Concern.Outcome.values())
                        .map(one -> new Outcome(one.id(), one.words(), chosen.equals(Optional.of(one))))
                        .toList(),
                Acting.current().isOneOf(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN)
                        ? "/people/" + patient + "/sessions/" + session.id() + "/diary"
                        : "",
                "/people/" + patient + "/adverse/new?session=" + session.id() + "&entry=" + concern.entry()
                        + "&kind=red-flag." + concern.sign().id(),
                said,
                problems);
    }

    private static List<String> history(Concern concern, ZoneId zone) {
        record Event(java.time.Instant at, String words) {}
        var events = new ArrayList<Event>();
        events.add(new Event(concern.raisedAt(), "told by the person"));
        concern.again().forEach(told -> events.add(new Event(told, "told by the person once more")));
        concern.steps()
                .forEach(step -> events.add(new Event(
                        step.at(),
                        "laid before every "
                                + String.join(
                                        ", ",
                                        step.roles().stream()
                                                .flatMap(role -> Role.find(role).stream())
                                                .map(Role::words)
                                                .toList())
                                + (step.people() == 0 ? ": there is none" : ""))));
        concern.taken().forEach(taken -> events.add(new Event(taken.at(), "taken on by " + taken.by())));
        return Stream.concat(
                        events.stream()
                                .sorted(Comparator.comparing(Event::at))
                                .map(event -> Days.moment(event.at(), zone) + ": " + event.words()),
                        concern.closed().stream()
                                .map(closed -> Days.moment(closed.at(), zone) + ": " + closed.by() + " "
                                        + closed.outcome().words() + ": “" + closed.words() + "”"))
                .toList();
    }
}
