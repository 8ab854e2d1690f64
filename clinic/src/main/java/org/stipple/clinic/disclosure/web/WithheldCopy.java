package org.stipple.clinic.disclosure.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.consent.Leave;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;

/// Asks why a copy is handed over that holds what is withheld from the clinic's own use. The copy is the
/// person's and holds everything; what is withheld must not lie one click away from whoever works here.
@Controller
public class WithheldCopy {

    private final Pages pages;
    private final Patients patients;
    private final Leave leave;
    private final Once once;
    private final Ids ids;
    private final TransactionTemplate transaction;

    WithheldCopy(Pages pages, Patients patients, Leave leave, Once once, Ids ids, TransactionTemplate transaction) {
        this.pages = pages;
        this.patients = patients;
        this.leave = leave;
        this.once = once;
        this.ids = ids;
        this.transaction = transaction;
    }

    /// What stands on the page of the copy where something is withheld.
    ///
    /// @param what is withheld, in words
    /// @param toSay whether the reason is still to be said
    /// @param reason as it was sent and refused
    public record WithheldPage(
            String person, String name, String what, boolean toSay, String reason, UUID key, List<String> problems) {}

    /// @return empty where nothing is withheld
    Optional<WithheldPage> of(PatientId patient) {
        return of(patient, "", List.of());
    }

    private Optional<WithheldPage> of(PatientId patient, String reason, List<String> problems) {
        String what = leave.withheld(patient).stream().map(Purpose::words).collect(Collectors.joining(", "));
        return what.isEmpty()
                ? Optional.empty()
                : Optional.of(new WithheldPage(
                        patient.toString(),
                        patients.read(patient, "copy of the record").name(),
                        what,
                        !leave.mayGiveCopy(patient),
                        reason,
                        ids.next(),
                        problems));
    }

    @PostMapping("/people/{id}/copy/withheld")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> say(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        var patient = new PatientId(id);
        String reason = form.text("reason").orElse("");
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                List<String> why = leave.giveCopy(ids.next(), patient, reason);
                if (!why.isEmpty()) {
                    throw new Refusal(why);
                }
                return "/people/" + id + "/copy";
            }));
        } catch (Refusal refusal) {
            var page = Objects.requireNonNull(transaction.execute(_ -> of(patient, reason, refusal.why())));
            return page.map(shown ->
                            pages.show(HttpStatus.UNPROCESSABLE_CONTENT, "disclosure/withheld", "/people", shown))
                    .orElseGet(() -> Pages.seeOther("/people/" + id + "/copy"));
        }
    }
}
