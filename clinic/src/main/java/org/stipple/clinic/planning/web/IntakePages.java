package org.stipple.clinic.planning.web;

import java.util.Arrays;
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
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
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
                    latest.map(revision -> new Answers(revision.request())).orElse(Answers.NONE),
                    List.of());
        });
        return pages.show("planning/intake", "/people", java.util.Objects.requireNonNull(page));
    }

    @PostMapping("/people/{id}/intake")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> save(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        var patient = new PatientId(id);
        try {
            int revision = form.integer("revision", "revision");
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                intakes.save(patient, revision, RequestForm.request(form));
                screenings.screen(patient);
                return "/people/" + id + "/screening";
            }));
        } catch (Refusal refusal) {
            return again(patient, form, refusal.why());
        } catch (ChangedMeanwhile changed) {
            return again(patient, form, List.of(changed.getMessage() + ""));
        } catch (UnusableInput unusable) {
            return again(patient, form, List.of(unusable.getMessage() + ""));
        }
    }

    /// Shows what was entered again, on top of the revision that it was entered on: who was overtaken is told
    /// so again,
    /// and never overwrites answers that they have not seen.
    private ResponseEntity<String> again(PatientId patient, Form form, List<String> problems) {
        var page = transaction.execute(_ -> {
            Patient person = patients.read(patient, "intake");
            int shown = form.integer("revision", "revision");
            return questions.page(person, shown, new Answers(soFar(form)), problems);
        });
        return pages.show(
                HttpStatus.UNPROCESSABLE_CONTENT, "planning/intake", "/people", java.util.Objects.requireNonNull(page));
    }

    /// The verdict so far, as answers come in. Nothing is kept.
    @PostMapping("/people/{id}/intake/preview")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> preview(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        Patient person = patients.read(new PatientId(id), "intake");
        var live = questions.live(person, soFar(new Form(fields)));
        return pages.part("planning/live", Map.of("live", live));
    }

    /// What can be read of a form that is not finished: what does not fit yet is left out.
    private Document.Mapping soFar(Form form) {
        try {
            var request = RequestForm.request(form);
            PatientFacts.read(Field.root(request), clock.today());
            return request;
        } catch (Refusal | UnusableInput unfinished) {
            return Document.mapping()
                    .with("indications", Document.texts(form.texts("indication")))
                    .with("zones", Document.texts(form.texts("zone")));
        }
    }

    /// The words of an enumeration for a list of choices.
    static <E extends Enum<E>> List<PlanningViews.Option> options(
            E[] values,
            java.util.function.Function<E, String> id,
            java.util.function.Function<E, String> words,
            List<String> chosen) {
        return Arrays.stream(values)
                .map(value ->
                        new PlanningViews.Option(id.apply(value), words.apply(value), chosen.contains(id.apply(value))))
                .toList();
    }
}
