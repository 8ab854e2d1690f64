package org.stipple.clinic.adverse.web;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
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
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.adverse.AdverseEvent;
import org.stipple.clinic.adverse.AdverseEvents;
import org.stipple.clinic.adverse.Completeness;
import org.stipple.clinic.adverse.FhirAdverseEvent;
import org.stipple.clinic.adverse.Kinds;
import org.stipple.clinic.adverse.Outcome;
import org.stipple.clinic.adverse.ReportField;
import org.stipple.clinic.adverse.Source;
import org.stipple.clinic.adverse.web.AdverseViews.Block;
import org.stipple.clinic.adverse.web.AdverseViews.EventPage;
import org.stipple.clinic.adverse.web.AdverseViews.FieldLine;
import org.stipple.clinic.adverse.web.AdverseViews.JudgeView;
import org.stipple.clinic.adverse.web.AdverseViews.ListPage;
import org.stipple.clinic.adverse.web.AdverseViews.NewPage;
import org.stipple.clinic.adverse.web.AdverseViews.Option;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;

/// Adverse events: opened from a person's page or a session, judged, completed, looked at, and handed on.
@Controller
class AdversePages {

    private final AdverseEvents events;
    private final Kinds kinds;
    private final Sessions sessions;
    private final Patients patients;
    private final Pages pages;
    private final Once once;
    private final Ids ids;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    AdversePages(
            AdverseEvents events,
            Kinds kinds,
            Sessions sessions,
            Patients patients,
            Pages pages,
            Once once,
            Ids ids,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.events = events;
        this.kinds = kinds;
        this.sessions = sessions;
        this.patients = patients;
        this.pages = pages;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/adverse")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> all() {
        LocalDate today = clock.today();
        return pages.show(
                "adverse/list",
                "/adverse",
                new ListPage(
                        "",
                        "",
                        events.newest().stream()
                                .map(one -> AdverseLooks.line(one, one.person().name(), today))
                                .toList()));
    }

    @GetMapping("/people/{id}/adverse")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> ofPerson(@PathVariable UUID id) {
        LocalDate today = clock.today();
        var page = transaction.execute(_ -> {
            Patient person = patients.read(new PatientId(id), "adverse events");
            return new ListPage(
                    id.toString(),
                    person.name(),
                    events.of(person.id()).stream()
                            .map(event -> new AdverseEvents.Of(person, event, events.completeness(event)))
                            .map(one -> AdverseLooks.line(one, "", today))
                            .toList());
        });
        return pages.show("adverse/list", "/people", Objects.requireNonNull(page));
    }

    /// @param session after which it came; absent where one comes from the person's page
    /// @param entry of the diary from which one comes; absent where one comes from elsewhere
    /// @param kind that is chosen already, to be changed
    @GetMapping("/people/{id}/adverse/new")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> asked(
            @PathVariable UUID id,
            @RequestParam Optional<UUID> session,
            @RequestParam Optional<UUID> entry,
            @RequestParam(defaultValue = "") String kind) {
        var patient = new PatientId(id);
        LocalDate today = clock.today();
        // Of a session of today, what shows now began today: it stands in the field, to be changed.
        boolean ofToday = session.flatMap(one -> sessions.of(patient).stream()
                        .filter(found -> found.id().equals(one))
                        .findFirst())
                .filter(found -> day(found).equals(today))
                .isPresent();
        return form(
                HttpStatus.OK,
                patient,
                session.map(UUID::toString),
                entry.map(UUID::toString),
                JudgeForm.empty(kinds, kind, ofToday ? today.toString() : ""),
                List.of());
    }

    @PostMapping("/people/{id}/adverse")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> open(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        var patient = new PatientId(id);
        events.of(patient);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                var opening = events.open(
                        ids.next(),
                        patient,
                        form.text("entry")
                                .map(AdversePages::identifier)
                                .<Source>map(entry -> new Source.FromDiary(entry.toString()))
                                .orElseGet(Source.ByHand::new),
                        form.text("session").map(AdversePages::identifier),
                        JudgeForm.said(form, kinds));
                return switch (opening) {
                    case AdverseEvents.Opening.Opened(var event, var fresh) -> {
                        if (!fresh) {
                            throw new Refusal(List.of(
                                    "This entry of the diary has opened an event of this kind before: it stands under"
                                            + " “Adverse events” of this person. Judge that one anew; nothing of yours was written"
                                            + " yet."));
                        }
                        yield "/people/" + id + "/adverse/" + event;
                    }
                    case AdverseEvents.Opening.NotOpened(var why) -> throw new Refusal(why);
                };
            }));
        } catch (Once.KeyUsedForSomethingElse sentBefore) {
            return form(
                    HttpStatus.CONFLICT,
                    patient,
                    form.text("session"),
                    form.text("entry"),
                    JudgeForm.typed("n", form, kinds),
                    List.of("Something else was opened from this page before. That is kept; this was not, and still"
                            + " stands below."));
        } catch (Refusal refusal) {
            return form(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    patient,
                    form.text("session"),
                    form.text("entry"),
                    JudgeForm.typed("n", form, kinds),
                    refusal.why());
        }
    }

    private static UUID identifier(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(
                    List.of(
                            "This session, or this entry of the diary, is not known here. Open the form again where you came from."));
        }
    }

    private static LocalDate day(Session session) {
        return LocalDate.ofInstant(session.startedAt(), Acting.current().zone());
    }

    private ResponseEntity<String> form(
            HttpStatus status,
            PatientId id,
            Optional<String> session,
            Optional<String> entry,
            JudgeView judge,
            List<String> problems) {
        var page = transaction.execute(_ -> {
            Patient person = patients.read(id, "adverse event");
            return new NewPage(
                    id.toString(),
                    person.name(),
                    ids.next(),
                    sessions.of(id).stream()
                            .map(one -> new Option(
                                    one.id().toString(),
                                    "Session " + one.number() + ", " + Days.near(day(one), clock.today()),
                                    session.filter(one.id().toString()::equals).isPresent()))
                            .toList(),
                    entry.orElse(""),
                    judge,
                    problems);
        });
        return pages.show(status, "adverse/new", "/people", Objects.requireNonNull(page));
    }

    @GetMapping("/people/{id}/adverse/{event}")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> shown(@PathVariable UUID id, @PathVariable UUID event) {
        return show(HttpStatus.OK, id, event, Optional.empty(), List.of());
    }

    @PostMapping("/people/{id}/adverse/{event}/revisions")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> revise(
            @PathVariable UUID id, @PathVariable UUID event, @RequestParam MultiValueMap<String, String> fields) {
        return change(
                id,
                event,
                new Form(fields),
                form -> events.revise(
                        new PatientId(id),
                        event,
                        form.integer("revision", "Revision"),
                        JudgeForm.said(form, kinds),
                        form.text("reason").orElse("")));
    }

    @PostMapping("/people/{id}/adverse/{event}/fields")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> fill(
            @PathVariable UUID id, @PathVariable UUID event, @RequestParam MultiValueMap<String, String> fields) {
        return change(
                id, event, new Form(fields), form -> events.fill(new PatientId(id), event, fills(form, id, event)));
    }

    /// What is different from what the page showed; a field that was emptied stays as it was.
    private Map<ReportField, AdverseEvents.Fill> fills(Form form, UUID id, UUID event) {
        Completeness shown = events.completeness(events.find(new PatientId(id), event));
        var fills = new EnumMap<ReportField, AdverseEvents.Fill>(ReportField.class);
        for (Completeness.Line line : shown.lines()) {
            ReportField field = line.field();
            boolean applicable = form.text("na." + field.id()).isEmpty();
            form.text("field." + field.id())
                    .filter(words -> !stands(line.answer(), applicable, words))
                    .ifPresent(words -> fills.put(field, new AdverseEvents.Fill(applicable, words)));
        }
        return fills;
    }

    private static boolean stands(Completeness.Answer answer, boolean applicable, String words) {
        return switch (answer) {
            case Completeness.Answer.Present(var there) -> applicable && there.equals(words);
            case Completeness.Answer.NotApplicable(var reason) -> !applicable && reason.equals(words);
            case Completeness.Answer.Missing() -> false;
        };
    }

    @PostMapping("/people/{id}/adverse/{event}/go-on")
    @Allowed(Role.SUPERVISING_CLINICIAN)
    ResponseEntity<String> goOn(
            @PathVariable UUID id, @PathVariable UUID event, @RequestParam MultiValueMap<String, String> fields) {
        return change(
                id,
                event,
                new Form(fields),
                form -> events.goOn(
                        new PatientId(id),
                        event,
                        form.integer("revision", "Revision"),
                        form.text("why").orElse(""),
                        form.required("password", "Your password")));
    }

    @PostMapping("/people/{id}/adverse/{event}/review")
    @Allowed({Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> review(
            @PathVariable UUID id, @PathVariable UUID event, @RequestParam MultiValueMap<String, String> fields) {
        return change(
                id,
                event,
                new Form(fields),
                form -> events.review(
                        new PatientId(id),
                        event,
                        form.integer("revision", "Revision"),
                        form.text("note").orElse(""),
                        form.required("password", "Your password")));
    }

    /// Where what was sent and refused is reloaded.
    @GetMapping({"/people/{id}/adverse/{event}/revisions", "/people/{id}/adverse/{event}/fields"})
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> reloaded(@PathVariable UUID id, @PathVariable UUID event) {
        return back(id, event);
    }

    /// As [#reloaded].
    @GetMapping("/people/{id}/adverse/{event}/review")
    @Allowed({Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> reviewReloaded(@PathVariable UUID id, @PathVariable UUID event) {
        return back(id, event);
    }

    /// As [#reloaded].
    @GetMapping("/people/{id}/adverse/{event}/go-on")
    @Allowed(Role.SUPERVISING_CLINICIAN)
    ResponseEntity<String> goOnReloaded(@PathVariable UUID id, @PathVariable UUID event) {
        return back(id, event);
    }

    private ResponseEntity<String> back(UUID id, UUID event) {
        events.find(new PatientId(id), event);
        return Pages.seeOther("/people/" + id + "/adverse/" + event);
    }

    private ResponseEntity<String> change(
            UUID id, UUID event, Form form, java.util.function.Function<Form, List<String>> work) {
        events.find(new PatientId(id), event);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                List<String> why = work.apply(form);
                if (!why.isEmpty()) {
                    throw new Refusal(why);
                }
                return "/people/" + id + "/adverse/" + event;
            }));
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, event, Optional.of(form), refusal.why());
        }
    }

    private ResponseEntity<String> show(
            HttpStatus status, UUID id, UUID event, Optional<Form> sent, List<String> problems) {
        var page = transaction.execute(_ -> page(new PatientId(id), event, sent, problems));
        return pages.show(status, "adverse/event", "/people", Objects.requireNonNull(page));
    }

    private EventPage page(PatientId id, UUID eventId, Optional<Form> sent, List<String> problems) {
        AdverseEvent event = events.find(id, eventId);
        Patient person = patients.read(id, "adverse event");
        LocalDate today = clock.today();
        Completeness completeness = events.completeness(event);
        boolean reviewed = event.review().isPresent();
        boolean mayGoOn =
                AdverseEvents.mayLetGoOn() && event.stands() && event.said().outcome() != Outcome.FATAL;
        return new EventPage(
                id.toString(),
                person.name(),
                eventId.toString(),
                event.newest().number(),
                ids.next(),
                event.said().kind().words(),
                AdverseLooks.state(event, today),
                AdverseLooks.verdict(event, today),
                AdverseLooks.standing(event, today),
                AdverseLooks.now(event, today),
                kinds.flag(event.said().kind())
                        .map(flag -> flag.todo() + " To leave: " + flag.avoid())
                        .orElse(""),
                AdverseLooks.facts(event),
                AdverseLooks.kept(event),
                AdverseLooks.diary(event),
                AdverseLooks.clock(event, today),
                completeness.words(),
                blocks(completeness, sent),
                mayGoOn,
                AdverseEvents.GOES_ON,
                sent.flatMap(form -> form.text("why")).orElse(""),
                event.review()
                        .map(review -> "Looked at " + AdverseLooks.moment(review.at()) + " by " + review.signer()
                                + ": “" + review.note() + "”")
                        .orElse(""),
                reviewed ? "" : own(event),
                !reviewed && own(event).isEmpty(),
                AdverseEvents.REVIEWED,
                sent.flatMap(form -> form.text("note")).orElse(""),
                sent.filter(form -> form.text("kind").isPresent())
                        .map(form -> JudgeForm.typed("r", form, kinds))
                        .orElseGet(() -> JudgeForm.of(event.said(), kinds)),
                sent.flatMap(form -> form.text("reason")).orElse(""),
                AdverseLooks.history(event),
                problems);
    }

    /// With what was typed and not taken.
    private static List<Block> blocks(Completeness completeness, Optional<Form> sent) {
        return AdverseLooks.blocks(completeness).stream()
                .map(block -> new Block(
                        block.words(),
                        block.lines().stream()
                                .map(line -> sent.filter(form ->
                                                form.text("field." + line.id()).isPresent())
                                        .map(form -> typed(line, form))
                                        .orElse(line))
                                .toList()))
                .toList();
    }

    private static FieldLine typed(FieldLine line, Form form) {
        return new FieldLine(
                line.id(),
                line.label(),
                line.verdict(),
                line.state(),
                line.words(),
                line.byHand(),
                form.text("field." + line.id()).orElse(""),
                form.text("na." + line.id()).isPresent());
    }

    private static String own(AdverseEvent event) {
        if (!AdverseEvents.mayReview()) {
            return "It waits for somebody who supervises, or leads privacy and safety, to look at it.";
        }
        return event.isBy(Acting.current())
                ? "You wrote of it yourself: it waits for somebody else who supervises, or leads privacy and safety."
                : "";
    }

    /// For an authority or a maker. Neither the file nor its name says whose it is.
    @GetMapping("/people/{id}/adverse/{event}/report.pdf")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<byte[]> report(@PathVariable UUID id, @PathVariable UUID event) {
        byte[] file = transaction.execute(_ -> {
            patients.read(new PatientId(id), "adverse event report");
            AdverseEvent found = events.find(new PatientId(id), event);
            return AdversePdf.of(found, events.completeness(found), clock.now(), clock.today());
        });
        return file("application/pdf", "adverse-event.pdf").body(Objects.requireNonNull(file));
    }

    /// The same as a resource of FHIR R4.
    @GetMapping("/people/{id}/adverse/{event}/fhir.json")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> fhir(@PathVariable UUID id, @PathVariable UUID event) {
        String json = transaction.execute(_ -> {
            patients.read(new PatientId(id), "adverse event as FHIR");
            return FhirAdverseEvent.json(
                    events.find(new PatientId(id), event),
                    clock.today(),
                    Acting.current().zone());
        });
        return file("application/fhir+json;charset=UTF-8", "adverse-event.json").body(Objects.requireNonNull(json));
    }

    private static ResponseEntity.BodyBuilder file(String type, String name) {
        return ResponseEntity.ok()
                .header("Content-Type", type)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment().filename(name).build().toString());
    }
}
