package org.stipple.clinic.planning.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.planning.web.PlanningViews.Refusal;
import org.stipple.clinic.planning.web.PlanningViews.ScreeningPage;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.NotHere;
import org.stipple.clinic.web.Pages;
import org.stipple.protocol.Kind;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.Overridable;
import org.stipple.protocol.Screening;

/// May we: the verdict in one line, then everything that was found, gravest first.
@Controller
class ScreeningPages {

    private final Pages pages;
    private final Patients patients;
    private final Screenings screenings;
    private final IntakeQuestions questions;
    private final Knowledge knowledge;
    private final Once once;
    private final Ids ids;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    ScreeningPages(
            Pages pages,
            Patients patients,
            Screenings screenings,
            IntakeQuestions questions,
            Knowledge knowledge,
            Once once,
            Ids ids,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.patients = patients;
        this.screenings = screenings;
        this.questions = questions;
        this.knowledge = knowledge;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/people/{id}/screening")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> screening(@PathVariable UUID id) {
        var page = transaction.execute(_ -> {
            var person = patients.read(new PatientId(id), "screening");
            var made = screenings.latest(person.id()).orElseThrow(NotHere::new);
            Screening screening = made.screening();
            return new ScreeningPage(
                    id.toString(),
                    person.name(),
                    ids.next(),
                    made.revision(),
                    Looks.verdict(screening, clock.today()),
                    "Screened " + Days.moment(made.madeAt(), Acting.current().zone(), clock.today()) + " by "
                            + made.madeBy(),
                    Looks.findings(screening, knowledge, clock.today()),
                    screening.ask().stream().map(questions::missing).toList(),
                    screening.byZone().stream().anyMatch(Screening.InZone::isPlannable),
                    ids.next(),
                    refusals(screening),
                    screening.release().version() + ", " + screening.release().hash());
        });
        return pages.show("planning/screening", "/people", java.util.Objects.requireNonNull(page));
    }

    /// What refuses and may be set aside, for whoever may ask for that.
    private static List<Refusal> refusals(Screening screening) {
        return Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN)
                ? screening.findings().stream()
                        .filter(finding -> finding.kind() == Kind.REFUSE)
                        .flatMap(
                                finding -> whoSigns(finding.overridable())
                                        .map(who -> new Refusal(finding.rule(), finding.reason(), who))
                                        .stream())
                        .toList()
                : List.of();
    }

    private static Optional<String> whoSigns(Overridable overridable) {
        return switch (overridable) {
            case NEVER -> Optional.empty();
            case CLINICIAN -> Optional.of("a supervising clinician signs for it");
            case TWO_PEOPLE -> Optional.of("two supervising clinicians sign for it");
        };
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
}
