package org.stipple.clinic.planning.web;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.web.DoseViews.DosePage;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.NotHere;
import org.stipple.clinic.web.Pages;
import org.stipple.quantities.ZoneId;

/// Trying: what a zone of a course would receive at other settings. It reads and never writes, so that
/// whoever tries changes nothing.
@Controller
class DosePages {

    private final Pages pages;
    private final Patients patients;
    private final Courses courses;
    private final DoseLooks looks;
    private final TransactionTemplate transaction;

    DosePages(Pages pages, Patients patients, Courses courses, DoseLooks looks, TransactionTemplate transaction) {
        this.pages = pages;
        this.patients = patients;
        this.courses = courses;
        this.looks = looks;
        this.transaction = transaction;
    }

    /// @param htmx present where a script asks, which gets the answer alone
    @GetMapping("/people/{id}/courses/{course}/dose/{zone}")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> dose(
            @PathVariable UUID id,
            @PathVariable UUID course,
            @PathVariable String zone,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestHeader(name = "HX-Request", defaultValue = "") String htmx) {
        var page = Objects.requireNonNull(transaction.execute(_ -> {
            var person = patients.read(new PatientId(id), "dose tried");
            var plan = courses.find(person.id(), course).plan();
            var where = ZoneId.find(zone).orElseThrow(NotHere::new);
            return new DosePage(person.name(), looks.part(plan, where, new Form(fields)));
        }));
        return htmx.isEmpty()
                ? pages.show("planning/dose", "/people", page)
                : pages.part("planning/doseAnswer", Map.of("answer", page.part().answer()));
    }
}
