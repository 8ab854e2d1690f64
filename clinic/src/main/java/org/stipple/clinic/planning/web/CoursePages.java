package org.stipple.clinic.planning.web;

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
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.ChangedMeanwhile;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.NothingToPlan;
import org.stipple.clinic.planning.Replanning;
import org.stipple.clinic.planning.Signing;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.UnusableInput;

/// How: the course with its map, its limits and its dose, and the signature under it.
@Controller
class CoursePages {

    private static final List<String> SENT_BEFORE =
            List.of("This form was sent once before, with other words, and that was kept. Below is what stands now.");

    private final Pages pages;
    private final Patients patients;
    private final Courses courses;
    private final CourseLooks looks;
    private final Replanning replanning;
    private final Ids ids;
    private final Once once;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    CoursePages(
            Pages pages,
            Patients patients,
            Courses courses,
            CourseLooks looks,
            Replanning replanning,
            Ids ids,
            Once once,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.patients = patients;
        this.courses = courses;
        this.looks = looks;
        this.replanning = replanning;
        this.ids = ids;
        this.once = once;
        this.trail = trail;
        this.transaction = transaction;
    }

    @GetMapping("/people/{id}/courses/{course}")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> course(@PathVariable UUID id, @PathVariable UUID course) {
        return show(HttpStatus.OK, id, course, SentReasons.NONE, List.of());
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
                    form.after(SentReasons.REASON),
                    form.required("password", "Your password"))) {
                case Signing.Signed _, Signing.AwaitsSecond _ -> "/people/" + id + "/courses/" + course;
                case Signing.Refused(var why) -> throw new Refusal(why);
            }));
        } catch (Refusal refusal) {
            trail.refused(Optional.of(new PatientId(id)), "course not signed");
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, course, SentReasons.signing(form), refusal.why());
        } catch (Once.KeyUsedForSomethingElse sentBefore) {
            return show(HttpStatus.CONFLICT, id, course, SentReasons.NONE, SENT_BEFORE);
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
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, course, SentReasons.seconding(form), refusal.why());
        } catch (Once.KeyUsedForSomethingElse sentBefore) {
            return show(HttpStatus.CONFLICT, id, course, SentReasons.NONE, SENT_BEFORE);
        }
    }

    /// Plans otherwise: a new draft, screened and planned anew. This course stays as it is.
    @PostMapping("/people/{id}/courses/{course}/anew")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> anew(
            @PathVariable UUID id, @PathVariable UUID course, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        var patient = new PatientId(id);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                courses.find(patient, course);
                var draft = replanning.anew(
                        ids.next(),
                        patient,
                        form.integer("revision", "revision"),
                        goal(form),
                        IntakeReading.number(form.text("limits.depthMm").orElse("")));
                return "/people/" + id + "/courses/" + draft.plan().id();
            }));
        } catch (UnusableInput unusable) {
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    id,
                    course,
                    SentReasons.NONE,
                    List.of("Nothing was planned anew: " + unusable.getMessage() + "."));
        } catch (NothingToPlan nothing) {
            trail.refused(Optional.of(patient), "course not planned");
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, course, SentReasons.NONE, List.of(nothing.why()));
        } catch (ChangedMeanwhile changed) {
            return show(
                    HttpStatus.CONFLICT,
                    id,
                    course,
                    SentReasons.NONE,
                    List.of(
                            "Answers were saved meanwhile, so nothing was planned. The wishes below are those of now."));
        } catch (Once.KeyUsedForSomethingElse sentBefore) {
            return show(HttpStatus.CONFLICT, id, course, SentReasons.NONE, SENT_BEFORE);
        }
    }

    private static Document.Mapping goal(Form form) {
        var goal = Document.mapping();
        for (String name : List.of("depthMm", "densityPerCm2")) {
            var wish = form.text("goal." + name);
            if (wish.isPresent()) {
                goal = goal.with(name, IntakeReading.number(wish.get()));
            }
        }
        return goal;
    }

    private ResponseEntity<String> show(
            HttpStatus status, UUID id, UUID course, SentReasons sent, List<String> problems) {
        var page = transaction.execute(_ -> {
            var person = patients.read(new PatientId(id), "course");
            return looks.page(person, courses.find(person.id(), course), sent, problems);
        });
        return pages.show(status, "planning/course", "/people", java.util.Objects.requireNonNull(page));
    }
}
