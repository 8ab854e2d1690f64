package org.stipple.clinic.planning.web;

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
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.ChangedMeanwhile;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.NotYet;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.planning.web.RecheckViews.RecheckPage;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;

/// The questions of the day: what can have changed since the last answer, and what that changes about the course.
@Controller
class RecheckPages {

    private final Pages pages;
    private final Patients patients;
    private final Courses courses;
    private final Intakes intakes;
    private final Screenings screenings;
    private final RecheckLooks looks;
    private final Once once;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    RecheckPages(
            Pages pages,
            Patients patients,
            Courses courses,
            Intakes intakes,
            Screenings screenings,
            RecheckLooks looks,
            Once once,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.patients = patients;
        this.courses = courses;
        this.intakes = intakes;
        this.screenings = screenings;
        this.looks = looks;
        this.once = once;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/people/{id}/courses/{course}/recheck")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> questions(@PathVariable UUID id, @PathVariable UUID course) {
        return show(HttpStatus.OK, id, course, Optional.empty(), Map.of());
    }

    @PostMapping("/people/{id}/courses/{course}/recheck")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> save(
            @PathVariable UUID id, @PathVariable UUID course, @RequestParam MultiValueMap<String, String> fields) {
        var sent = new Form(fields);
        var patient = new PatientId(id);
        try {
            int revision = sent.integer("revision", "revision");
            return Pages.seeOther(once.once(sent.key(), sent.body(), () -> {
                var reading = reading(patient, course, new IntakeForm(sent));
                intakes.save(patient, revision, reading.request());
                screenings.screen(patient);
                return "/people/" + id + "/courses/" + course + "/recheck";
            }));
        } catch (Unanswered unanswered) {
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    id,
                    course,
                    Optional.of(new IntakeForm(sent)),
                    unanswered.problems);
        } catch (ChangedMeanwhile | Once.KeyUsedForSomethingElse overtaken) {
            throw new Refusal(java.util.List.of(
                    "Answers were saved meanwhile, so these were not. Open the questions again: they go on from the "
                            + "newest answers."));
        }
    }

    /// What was said today over what is known.
    private IntakeReading reading(PatientId patient, UUID courseId, IntakeForm sent) {
        var person = patients.read(patient, "questions of the day");
        var course = courses.find(patient, courseId);
        var latest = intakes.latest(patient).orElseThrow(NotYet::intake);
        var before = RecheckLooks.before(latest, course);
        var form = RecheckForm.of(before, looks.ask(person, before), sent);
        if (!form.isWhole()) {
            throw new Unanswered(Map.of());
        }
        var reading = IntakeReading.of(form.answers(), clock.today());
        if (!reading.isWhole()) {
            throw new Unanswered(reading.problems());
        }
        return reading;
    }

    /// Not every question has an answer of today that fits.
    private static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Map<String, String> problems;

        Unanswered(Map<String, String> problems) {
            this.problems = Map.copyOf(problems);
        }
    }

    private ResponseEntity<String> show(
            HttpStatus status, UUID id, UUID courseId, Optional<IntakeForm> sent, Map<String, String> problems) {
        var page = transaction.execute(_ -> page(new PatientId(id), courseId, sent, problems));
        return pages.show(status, "planning/recheck", "/people", Objects.requireNonNull(page));
    }

    private RecheckPage page(
            PatientId patient, UUID courseId, Optional<IntakeForm> sent, Map<String, String> problems) {
        var person = patients.read(patient, "questions of the day");
        var course = courses.find(patient, courseId);
        var latest = intakes.latest(patient).orElseThrow(NotYet::intake);
        var before = RecheckLooks.before(latest, course);
        var form = sent.map(one -> RecheckForm.of(before, looks.ask(person, before), one))
                .orElseGet(() -> RecheckForm.untouched(before));
        return looks.page(person, course, latest, sent, form, problems);
    }
}
