package org.stipple.clinic.planning.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.stipple.clinic.planning.Signing;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;

/// How: the course with its map, its limits and its dose, and the signature under it.
@Controller
class CoursePages {

    private static final String REASON = "reason:";
    private static final String SET_ASIDE = "set-aside:";

    private final Pages pages;
    private final Patients patients;
    private final Courses courses;
    private final CourseLooks looks;
    private final Once once;
    private final AuditTrail trail;
    private final Ids ids;
    private final TransactionTemplate transaction;

    CoursePages(
            Pages pages,
            Patients patients,
            Courses courses,
            CourseLooks looks,
            Once once,
            AuditTrail trail,
            Ids ids,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.patients = patients;
        this.courses = courses;
        this.looks = looks;
        this.once = once;
        this.trail = trail;
        this.ids = ids;
        this.transaction = transaction;
    }

    @PostMapping("/people/{id}/courses")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> draft(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return Pages.seeOther(once.once(form.key(), form.body(), () -> {
            var setAside = reasons(form, SET_ASIDE);
            if (setAside.isEmpty() && form.text("aside").isPresent()) {
                throw new Refusal(List.of("No reason was given, so nothing was set aside and no course was planned."));
            }
            try {
                var draft = courses.draft(ids.next(), new PatientId(id), setAside);
                return "/people/" + id + "/courses/" + draft.plan().id();
            } catch (IllegalArgumentException refused) {
                throw new Refusal(List.of(refused.getMessage() + ""));
            }
        }));
    }

    @GetMapping("/people/{id}/courses/{course}")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> course(@PathVariable UUID id, @PathVariable UUID course) {
        return show(HttpStatus.OK, id, course, List.of());
    }

    @PostMapping("/people/{id}/courses/{course}/signature")
    @Allowed(Role.SUPERVISING_CLINICIAN)
    ResponseEntity<String> sign(
            @PathVariable UUID id, @PathVariable UUID course, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> switch (courses.sign(
                    new PatientId(id),
                    course,
                    form.required("sha256", "hash of the course"),
                    reasons(form, REASON),
                    form.required("password", "Your password"))) {
                case Signing.Signed _, Signing.AwaitsSecond _ -> "/people/" + id + "/courses/" + course;
                case Signing.Refused(var why) -> throw new Refusal(why);
            }));
        } catch (Refusal refusal) {
            trail.refused(Optional.of(new PatientId(id)), "course not signed");
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, course, refusal.why());
        }
    }

    /// The second of two people, who is somebody else than the first.
    @PostMapping("/people/{id}/courses/{course}/second-signature")
    @Allowed(Role.SUPERVISING_CLINICIAN)
    ResponseEntity<String> signSecond(
            @PathVariable UUID id, @PathVariable UUID course, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> switch (courses.signSecond(
                    new PatientId(id),
                    course,
                    form.required("sha256", "hash of the course"),
                    form.required("reason", "Your reason"),
                    form.required("password", "Your password"))) {
                case Signing.Signed _, Signing.AwaitsSecond _ -> "/people/" + id + "/courses/" + course;
                case Signing.Refused(var why) -> throw new Refusal(why);
            }));
        } catch (Refusal refusal) {
            trail.refused(Optional.of(new PatientId(id)), "course not signed by a second clinician");
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, course, refusal.why());
        }
    }

    private static Map<String, String> reasons(Form form, String prefix) {
        var reasons = new HashMap<String, String>();
        for (String field : form.fields().keySet()) {
            if (field.startsWith(prefix)) {
                form.text(field).ifPresent(reason -> reasons.put(field.substring(prefix.length()), reason));
            }
        }
        return reasons;
    }

    private ResponseEntity<String> show(HttpStatus status, UUID id, UUID course, List<String> problems) {
        var page = transaction.execute(_ -> {
            var person = patients.read(new PatientId(id), "course");
            return looks.page(person, courses.find(person.id(), course), problems);
        });
        return pages.show(status, "planning/course", "/people", java.util.Objects.requireNonNull(page));
    }
}
