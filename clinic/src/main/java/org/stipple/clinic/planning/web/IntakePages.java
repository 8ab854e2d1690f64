package org.stipple.clinic.planning.web;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.ChangedMeanwhile;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.IntakeRevision;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.NotHere;
import org.stipple.clinic.web.Pages;
import org.stipple.protocol.Fact;
import org.stipple.protocol.document.UnusableInput;

/// The questions before treatment. Saving them screens at once; while they are answered, the verdict so far
/// stands beside them.
@Controller
class IntakePages {

    private final Pages pages;
    private final Patients patients;
    private final Intakes intakes;
    private final Screenings screenings;
    private final IntakeQuestions questions;
    private final Once once;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    IntakePages(
            Pages pages,
            Patients patients,
            Intakes intakes,
            Screenings screenings,
            IntakeQuestions questions,
            Once once,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.patients = patients;
        this.intakes = intakes;
        this.screenings = screenings;
        this.questions = questions;
        this.once = once;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/people/{id}/intake")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> questions(@PathVariable UUID id) {
        var patient = new PatientId(id);
        var page = transaction.execute(_ -> {
            Patient person = patients.read(patient, "intake");
            Optional<IntakeRevision> latest = intakes.latest(patient);
            return questions.page(
                    person,
                    latest.map(IntakeRevision::number).orElse(0),
                    latest.map(revision -> IntakeForm.of(revision.request())).orElseGet(this::first));
        });
        return pages.show("planning/intake", "/people", Objects.requireNonNull(page));
    }

    /// Empty, but for who treats: the profession of whoever begins it, else who treated in the account's last
    /// intake.
    private IntakeForm first() {
        return Acting.current()
                .profession()
                .or(intakes::usualOperator)
                .map(operator -> IntakeForm.EMPTY.with("operator", operator.id()))
                .orElse(IntakeForm.EMPTY);
    }

    @PostMapping("/people/{id}/intake")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> save(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var sent = new Form(fields);
        var form = new IntakeForm(sent);
        var patient = new PatientId(id);
        var reading = IntakeReading.of(form, clock.today());
        if (sent.text("show").isPresent()) {
            return shown(HttpStatus.OK, patient, form, Map.of(), reading.again());
        }
        if (!reading.isWhole()) {
            return again(patient, form, reading.problems(), reading.again());
        }
        try {
            int revision = sent.integer("revision", "revision");
            return Pages.seeOther(once.once(sent.key(), sent.body(), () -> {
                intakes.save(patient, revision, reading.request());
                screenings.screen(patient);
                return "/people/" + id + "/screening";
            }));
        } catch (ChangedMeanwhile | Once.KeyUsedForSomethingElse overtaken) {
            return overtaken(patient, form);
        } catch (UnusableInput unusable) {
            return again(
                    patient,
                    form,
                    Map.of(
                            IntakeReading.field(unusable.path()),
                            "This does not fit. Expected: " + unusable.expected() + "."),
                    Set.of());
        }
    }

    /// Somebody saved in another tab or at another place meanwhile. What was entered is shown again on top of
    /// that, with every answer that differs: whoever saves now has seen what they replace.
    private ResponseEntity<String> overtaken(PatientId patient, IntakeForm form) {
        var page = transaction.execute(_ -> {
            Patient person = patients.read(patient, "intake");
            var newest = intakes.latest(patient).orElseThrow(NotHere::new);
            return questions.pageOvertaken(person, newest, form);
        });
        return pages.show(HttpStatus.UNPROCESSABLE_CONTENT, "planning/intake", "/people", Objects.requireNonNull(page));
    }

    /// Shows what was entered again, on top of the revision that it was entered on.
    private ResponseEntity<String> again(
            PatientId patient, IntakeForm form, Map<String, String> problems, Set<Fact> again) {
        return shown(HttpStatus.UNPROCESSABLE_CONTENT, patient, form, problems, again);
    }

    private ResponseEntity<String> shown(
            HttpStatus status, PatientId patient, IntakeForm form, Map<String, String> problems, Set<Fact> again) {
        var page = transaction.execute(_ -> {
            Patient person = patients.read(patient, "intake");
            int shown = form.fields().integer("revision", "revision");
            return questions.pageAsSent(person, shown, form, problems, again);
        });
        return pages.show(status, "planning/intake", "/people", Objects.requireNonNull(page));
    }

    /// The verdict so far, as answers come in. Nothing is kept.
    @PostMapping("/people/{id}/intake/preview")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> preview(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var reading = IntakeReading.of(new IntakeForm(new Form(fields)), clock.today());
        var live = transaction.execute(_ -> questions.live(patients.read(new PatientId(id), "intake"), reading));
        return pages.part("planning/live", Map.of("live", Objects.requireNonNull(live)));
    }
}
