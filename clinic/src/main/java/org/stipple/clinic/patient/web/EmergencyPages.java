package org.stipple.clinic.patient.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
import org.stipple.clinic.access.BreakGlass;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.EmergencyAccess;
import org.stipple.clinic.access.EmergencyWhy;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.patient.web.PeopleViews.EmergenciesPage;
import org.stipple.clinic.patient.web.PeopleViews.EmergencyLine;
import org.stipple.clinic.patient.web.PeopleViews.EmergencyPage;
import org.stipple.clinic.patient.web.PeopleViews.WhyChoice;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.NotHere;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;

/// Opening a record in an emergency, and the reviews that wait for it.
@Controller
class EmergencyPages {

    private final Pages pages;
    private final BreakGlass glass;
    private final Patients patients;
    private final Once once;
    private final Ids ids;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    EmergencyPages(
            Pages pages,
            BreakGlass glass,
            Patients patients,
            Once once,
            Ids ids,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.glass = glass;
        this.patients = patients;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/people/{id}/emergency")
    @Allowed({Role.FRONT_DESK, Role.MANAGER})
    ResponseEntity<String> ask(@PathVariable UUID id) {
        return ask(HttpStatus.OK, id, "", "", List.of());
    }

    @PostMapping("/people/{id}/emergency")
    @Allowed({Role.FRONT_DESK, Role.MANAGER})
    ResponseEntity<String> open(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        var patient = new PatientId(id);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                patients.read(patient, "asked for in an emergency");
                EmergencyWhy why = form.text("why")
                        .flatMap(EmergencyWhy::find)
                        .orElseThrow(() -> new Refusal(List.of("Choose why it cannot wait. Nothing was opened.")));
                List<String> refused = glass.open(
                        ids.next(),
                        patient,
                        why,
                        form.text("reason").orElse(""),
                        form.required("password", "Your password"));
                if (!refused.isEmpty()) {
                    throw new Refusal(refused);
                }
                return "/people/" + id;
            }));
        } catch (Refusal refusal) {
            return ask(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    id,
                    form.text("why").orElse(""),
                    form.text("reason").orElse(""),
                    refusal.why());
        }
    }

    private ResponseEntity<String> ask(HttpStatus status, UUID id, String why, String reason, List<String> problems) {
        var person = patients.read(new PatientId(id), "asked for in an emergency");
        return pages.show(
                status,
                "people/emergency",
                "/people",
                new EmergencyPage(
                        id.toString(),
                        person.name(),
                        ids.next(),
                        Arrays.stream(EmergencyWhy.values())
                                .map(each -> new WhyChoice(
                                        each.id(), each.words(), each.id().equals(why)))
                                .toList(),
                        reason,
                        problems));
    }

    @GetMapping("/emergencies")
    @Allowed(Role.PRIVACY_AND_SAFETY_LEAD)
    ResponseEntity<String> waiting() {
        return waiting(HttpStatus.OK, Optional.empty(), "", List.of());
    }

    /// Where what was sent and refused is reloaded.
    @GetMapping("/emergencies/{access}")
    @Allowed(Role.PRIVACY_AND_SAFETY_LEAD)
    ResponseEntity<String> reloaded(@PathVariable UUID access) {
        requireWaiting(access);
        return Pages.seeOther("/emergencies");
    }

    @PostMapping("/emergencies/{access}")
    @Allowed(Role.PRIVACY_AND_SAFETY_LEAD)
    ResponseEntity<String> review(@PathVariable UUID access, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        String note = form.text("note").orElse("");
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                requireWaiting(access);
                boolean justified = switch (form.required("justified", "Was it justified?")) {
                    case "yes" -> true;
                    case "no" -> false;
                    case String other ->
                        throw new Refusal(List.of("“Was it justified?” was " + other + ", expected yes or no."));
                };
                List<String> refused =
                        glass.review(access, justified, note, form.required("password", "Your password"));
                if (!refused.isEmpty()) {
                    throw new Refusal(refused);
                }
                return "/emergencies";
            }));
        } catch (Refusal refusal) {
            return waiting(HttpStatus.UNPROCESSABLE_CONTENT, Optional.of(access), note, refusal.why());
        }
    }

    private void requireWaiting(UUID access) {
        if (glass.waiting(access).isEmpty()) {
            throw new NotHere();
        }
    }

    private ResponseEntity<String> waiting(
            HttpStatus status, Optional<UUID> about, String note, List<String> problems) {
        List<EmergencyLine> lines = Objects.requireNonNull(transaction.execute(_ -> glass.waiting().stream()
                .map(access -> line(access, about.filter(access.id()::equals).isPresent() ? note : ""))
                .toList()));
        return pages.show(status, "people/emergencies", "/emergencies", new EmergenciesPage(lines, problems));
    }

    private EmergencyLine line(EmergencyAccess access, String note) {
        var zone = Acting.current().zone();
        var by = access.reviewBy(zone);
        return new EmergencyLine(
                access.id().toString(),
                access.patient().toString(),
                patients.read(access.patient(), "emergency to review").name(),
                access.by(),
                access.why().words(),
                access.reason(),
                Days.moment(access.openedAt(), zone),
                Days.moment(access.until(), zone),
                Days.near(by, clock.today()),
                clock.today().isAfter(by),
                access.account().equals(Acting.current().account()),
                note,
                ids.next());
    }
}
