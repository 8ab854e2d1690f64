package org.stipple.clinic.followup.web;

import java.time.LocalDate;
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
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.followup.Came;
import org.stipple.clinic.followup.FollowUp;
import org.stipple.clinic.followup.FollowUp.Note;
import org.stipple.clinic.followup.FollowUp.What;
import org.stipple.clinic.followup.FollowUps;
import org.stipple.clinic.followup.web.FollowUpViews.Ask;
import org.stipple.clinic.followup.web.FollowUpViews.FollowUpPage;
import org.stipple.clinic.followup.web.FollowUpViews.Option;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.Sentence;
import org.stipple.clinic.web.look.Verdict;

/// Whom to ask how it went, and what came of it. It holds days and no clinical fact, so that the front desk
/// calls.
@Controller
class FollowUpPages {

    private final FollowUps followUps;
    private final Patients patients;
    private final Pages pages;
    private final Once once;
    private final Ids ids;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    FollowUpPages(
            FollowUps followUps,
            Patients patients,
            Pages pages,
            Once once,
            Ids ids,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.followUps = followUps;
        this.patients = patients;
        this.pages = pages;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/people/{id}/follow-up")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> shown(@PathVariable UUID id) {
        return show(HttpStatus.OK, id, Optional.empty(), List.of());
    }

    @PostMapping("/people/{id}/follow-up")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> note(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        var patient = new PatientId(id);
        followUps.of(patient);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                List<String> why = followUps.note(
                        patient,
                        session(form),
                        form.text("what")
                                .flatMap(What::find)
                                .orElseThrow(() -> new Refusal(List.of("Say what was asked."))),
                        form.text("outcome")
                                .flatMap(Came::find)
                                .orElseThrow(() -> new Refusal(List.of("Say what came of it."))),
                        form.text("note").orElse(""));
                if (!why.isEmpty()) {
                    throw new Refusal(why);
                }
                return "/people/" + id + "/follow-up";
            }));
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, Optional.of(form), refusal.why());
        }
    }

    private static UUID session(Form form) {
        try {
            return UUID.fromString(form.text("session").orElse(""));
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(List.of("This question is not known here. Choose one of those that are shown."));
        }
    }

    private ResponseEntity<String> show(HttpStatus status, UUID id, Optional<Form> sent, List<String> problems) {
        var page = transaction.execute(_ -> page(new PatientId(id), sent, problems));
        return pages.show(status, "followup/follow-up", "/people", Objects.requireNonNull(page));
    }

    private FollowUpPage page(PatientId id, Optional<Form> sent, List<String> problems) {
        Patient person = patients.read(id, "follow-ups");
        LocalDate today = clock.today();
        return new FollowUpPage(
                id.toString(),
                person.name(),
                person.details().phone().orElse(""),
                followUps.rests(id)
                        ? "Nobody asks for now: this person is seen about something else. A clinician knows more."
                        : "",
                Acting.current().isOneOf(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN),
                followUps.of(id).stream().map(one -> ask(one, today, sent)).toList(),
                Arrays.stream(Came.values())
                        .map(one -> new Option(one.id(), one.words()))
                        .toList(),
                followUps.notes(id).stream().map(FollowUpPages::words).toList(),
                problems);
    }

    private Ask ask(FollowUp one, LocalDate today, Optional<Form> sent) {
        boolean now = !one.due().minusDays(FollowUpToday.DAYS_AHEAD).isAfter(today);
        boolean over = one.due().plusDays(one.what().daysLate()).isBefore(today);
        return new Ask(
                one.session().toString(),
                one.what().id(),
                Sentence.beginning(one.what().words()),
                over ? Verdict.CAUTION : now ? Verdict.ASK : Verdict.WAIT,
                "due " + Days.near(one.due(), today),
                now,
                ids.next(),
                sent.filter(form ->
                                form.text("what").equals(Optional.of(one.what().id())))
                        .flatMap(form -> form.text("note"))
                        .orElse(""));
    }

    private static String words(Note note) {
        return Days.moment(note.at(), Acting.current().zone()) + ", "
                + note.what().words() + ": " + note.came().words()
                + (note.note().isEmpty() ? "" : " (“" + note.note() + "”)") + ", " + note.by();
    }
}
