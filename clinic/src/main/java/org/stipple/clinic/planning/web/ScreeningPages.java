package org.stipple.clinic.planning.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.NothingToPlan;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;

/// May we: the verdict in one line, then everything that was found, gravest first; and the draft that follows
/// from it.
@Controller
class ScreeningPages {

    private static final String SET_ASIDE = "set-aside:";

    private final Pages pages;
    private final Patients patients;
    private final Screenings screenings;
    private final Courses courses;
    private final ScreeningLooks looks;
    private final Once once;
    private final AuditTrail trail;
    private final Ids ids;
    private final TransactionTemplate transaction;

    ScreeningPages(
            Pages pages,
            Patients patients,
            Screenings screenings,
            Courses courses,
            ScreeningLooks looks,
            Once once,
            AuditTrail trail,
            Ids ids,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.patients = patients;
        this.screenings = screenings;
        this.courses = courses;
        this.looks = looks;
        this.once = once;
        this.trail = trail;
        this.ids = ids;
        this.transaction = transaction;
    }

    @GetMapping("/people/{id}/screening")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> screening(@PathVariable UUID id) {
        return show(HttpStatus.OK, id, Map.of(), Map.of(), List.of());
    }

    private ResponseEntity<String> show(
            HttpStatus status,
            UUID id,
            Map<String, String> entered,
            Map<String, String> errors,
            List<String> problems) {
        var page = transaction.execute(
                _ -> looks.page(patients.read(new PatientId(id), "screening"), entered, errors, problems));
        return pages.show(status, "planning/screening", "/people", Objects.requireNonNull(page));
    }

    /// Screens again with the newest answers, today.
    @PostMapping("/people/{id}/screening")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> screenAgain(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return Pages.seeOther(once.once(form.key(), form.body(), () -> {
            screenings.screen(new PatientId(id));
            return "/people/" + id + "/screening";
        }));
    }

    /// Drafts a course, with refusals set aside where a reason is given. What cannot be done comes back as it was
    /// entered.
    @PostMapping("/people/{id}/courses")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> draft(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        var setAside = form.after(SET_ASIDE);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                if (form.text("aside").isPresent() && setAside.isEmpty()) {
                    throw new Refusal(
                            List.of("No reason was given, so nothing was set aside and no course was planned."));
                }
                try {
                    var draft = courses.draft(ids.next(), new PatientId(id), setAside);
                    return "/people/" + id + "/courses/" + draft.plan().id();
                } catch (IllegalArgumentException refused) {
                    throw new Refusal(List.of(refused.getMessage() + ""));
                }
            }));
        } catch (NothingToPlan nothing) {
            trail.refused(Optional.of(new PatientId(id)), "course not planned");
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, setAside, Map.of(), List.of(nothing.why()));
        } catch (Refusal refusal) {
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    id,
                    setAside,
                    setAside.isEmpty() ? withoutReason(form) : tooLittle(setAside),
                    refusal.why());
        }
    }

    private static Map<String, String> tooLittle(Map<String, String> setAside) {
        var errors = new LinkedHashMap<String, String>();
        setAside.forEach((rule, reason) -> {
            String error = SentReasons.error(reason);
            if (!error.isEmpty()) {
                errors.put(rule, error);
            }
        });
        return errors;
    }

    private static Map<String, String> withoutReason(Form form) {
        var errors = new LinkedHashMap<String, String>();
        form.fields().keySet().stream()
                .filter(field -> field.startsWith(SET_ASIDE))
                .forEach(field -> errors.put(
                        field.substring(SET_ASIDE.length()),
                        "Write why, in your own words. Left empty, the refusal stands."));
        return errors;
    }
}
