package org.stipple.clinic.erasure.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.stipple.clinic.erasure.AgainstWords;
import org.stipple.clinic.erasure.Erasures;
import org.stipple.clinic.erasure.LegalHold;
import org.stipple.clinic.erasure.Request;
import org.stipple.clinic.erasure.Requests;
import org.stipple.clinic.erasure.Retention;
import org.stipple.clinic.erasure.Settling;
import org.stipple.clinic.erasure.web.ErasureViews.ClassLine;
import org.stipple.clinic.erasure.web.ErasureViews.ErasurePage;
import org.stipple.clinic.erasure.web.ErasureViews.Option;
import org.stipple.clinic.erasure.web.ErasureViews.StandingLine;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.patient.RecordClass;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.NotHere;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.Sentence;

/// What may be erased of one person's record, who asked for it, and what stands against it.
@Controller
class ErasurePages {

    private final Erasures erasures;
    private final Requests requests;
    private final Retention retention;
    private final Settling settling;
    private final Patients patients;
    private final Pages pages;
    private final Once once;
    private final Ids ids;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    ErasurePages(
            Erasures erasures,
            Requests requests,
            Retention retention,
            Settling settling,
            Patients patients,
            Pages pages,
            Once once,
            Ids ids,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.erasures = erasures;
        this.requests = requests;
        this.retention = retention;
        this.settling = settling;
        this.patients = patients;
        this.pages = pages;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/people/{id}/erasure")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> asked(@PathVariable UUID id, @RequestParam(defaultValue = "") String done) {
        return show(HttpStatus.OK, new PatientId(id), Map.of(), done(done), List.of());
    }

    @PostMapping("/people/{id}/erasure")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> sent(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        var patient = new PatientId(id);
        try {
            String led = once.once(form.key(), form.body(), () -> {
                UUID fresh = ids.next();
                String act = form.required("act", "What is to be done");
                List<String> why = switch (act) {
                    case "request" ->
                        requests.enter(
                                fresh,
                                patient,
                                classes(form),
                                day(form),
                                Request.By.find(form.text("by").orElse(""))
                                        .orElseThrow(() -> new Refusal(List.of("Choose who asked."))),
                                form.text("known").orElse(""));
                    case "take-back" ->
                        requests.takeBack(
                                patient, about(form), form.text("words").orElse(""));
                    case "hold" ->
                        requests.hold(fresh, patient, form.text("reason").orElse(""));
                    case "lift" ->
                        requests.lift(patient, about(form), form.text("words").orElse(""));
                    case "erase" ->
                        erasures.erase(
                                fresh,
                                patient,
                                of(form),
                                form.text("basis").orElse(""),
                                form.required("password", "Your password"));
                    default -> throw new Refusal(List.of("Nothing is called “" + act + "” here."));
                };
                if (!why.isEmpty()) {
                    throw new Refusal(why);
                }
                return act.equals("erase") && of(form) == RecordClass.TREATMENT
                        ? "/erasures?done=erased"
                        : "/people/" + id + "/erasure?done=" + act;
            });
            if (form.text("act").filter("erase"::equals).isPresent()) {
                settling.settle();
            }
            return Pages.seeOther(led);
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, patient, typed(form), "", refusal.why());
        }
    }

    private static Map<String, String> typed(Form form) {
        var typed = new TreeMap<>(form.after(""));
        typed.remove("password");
        typed.computeIfPresent("class", (_, _) -> String.join(",", form.texts("class")));
        return typed;
    }

    private static Set<RecordClass> classes(Form form) {
        return form.texts("class").stream().map(ErasurePages::of).collect(Collectors.toUnmodifiableSet());
    }

    private static RecordClass of(Form form) {
        return of(form.required("class", "What is to be erased"));
    }

    private static RecordClass of(String id) {
        return RecordClass.find(id).orElseThrow(() -> new Refusal(List.of("Nothing kept is called “" + id + "”.")));
    }

    private static UUID about(Form form) {
        try {
            return UUID.fromString(form.required("about", "What is to be ended"));
        } catch (IllegalArgumentException unknown) {
            throw new NotHere();
        }
    }

    private LocalDate day(Form form) {
        String typed = form.text("on").orElse(clock.today().toString());
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException notADay) {
            throw new Refusal(List.of("The day was “" + typed + "”, expected one such as " + clock.today() + "."));
        }
    }

    private static String done(String what) {
        return switch (what) {
            case "request" -> "Written down. It stands until it was done or is taken back.";
            case "take-back" -> "The request has ended.";
            case "hold" -> "The hold stands: nothing of this record goes until it is lifted.";
            case "lift" -> "The hold has ended.";
            case "erase" -> "Erased for good. The ledger says what went.";
            default -> "";
        };
    }

    private ResponseEntity<String> show(
            HttpStatus status, PatientId id, Map<String, String> typed, String done, List<String> problems) {
        var page = transaction.execute(_ -> {
            Patient person = patients.read(id, "erasure");
            List<String> chosen = List.of(typed.getOrDefault("class", "").split(","));
            return new ErasurePage(
                    id.toString(),
                    person.name(),
                    retention.of(person).stream()
                            .map(standing -> new ClassLine(
                                    standing.of().id(),
                                    Sentence.beginning(standing.of().words()),
                                    standing.against().stream()
                                            .map(AgainstWords::of)
                                            .toList(),
                                    ids.next()))
                            .toList(),
                    requests.of(id).stream().map(this::line).toList(),
                    requests.holds(id).stream().map(this::line).toList(),
                    Acting.current().isOneOf(Role.PRIVACY_AND_SAFETY_LEAD),
                    Arrays.stream(RecordClass.values())
                            .map(of -> new Option(of.id(), Sentence.beginning(of.words()), chosen.contains(of.id())))
                            .toList(),
                    Arrays.stream(Request.By.values())
                            .map(by -> new Option(
                                    by.id(),
                                    Sentence.beginning(by.words()),
                                    by.id().equals(typed.getOrDefault("by", Request.By.PERSON.id()))))
                            .toList(),
                    ids.next(),
                    ids.next(),
                    Erasures.MEANING,
                    typed,
                    done,
                    problems);
        });
        return pages.show(status, "erasure/person", "/people", Objects.requireNonNull(page));
    }

    private StandingLine line(Request request) {
        String asked = Sentence.beginning(request.askedBy().words()) + " asked on " + Days.full(request.askedOn())
                + " to erase "
                + LedgerLooks.classes(request.classes()) + ". Known by: " + request.knownBy() + ". Written down by "
                + request.recordedBy() + ".";
        return request.end()
                .map(end -> new StandingLine(
                        "",
                        asked + (end.erased() ? " Done " : " Taken back ")
                                + Days.moment(end.at(), Acting.current().zone()) + ", " + end.by()
                                + (end.words().isEmpty() ? "." : ": “" + end.words() + "”"),
                        request.id()))
                .orElseGet(() -> new StandingLine(request.id().toString(), asked, ids.next()));
    }

    private StandingLine line(LegalHold hold) {
        String placed =
                "Placed " + Days.moment(hold.placedAt(), Acting.current().zone()) + " by " + hold.placedBy() + ": “"
                        + hold.reason() + "”";
        return hold.lifted()
                .map(lifted -> new StandingLine(
                        "",
                        placed + " Lifted "
                                + Days.moment(lifted.at(), Acting.current().zone()) + " by " + lifted.by() + ": “"
                                + lifted.reason() + "”",
                        hold.id()))
                .orElseGet(() -> new StandingLine(hold.id().toString(), placed, ids.next()));
    }
}
