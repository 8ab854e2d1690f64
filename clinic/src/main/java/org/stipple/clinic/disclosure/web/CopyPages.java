package org.stipple.clinic.disclosure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.consent.Leave;
import org.stipple.clinic.disclosure.Copies;
import org.stipple.clinic.patient.Chapter;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.Pages;

/// From which a person's copy of their record is given.
@Controller
public class CopyPages implements Chapter {

    private static final int LAST = 90;

    private final Pages pages;
    private final Copies copies;
    private final Patients patients;
    private final Leave leave;
    private final WithheldCopy withheld;
    private final TransactionTemplate transaction;

    CopyPages(
            Pages pages,
            Copies copies,
            Patients patients,
            Leave leave,
            WithheldCopy withheld,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.copies = copies;
        this.patients = patients;
        this.leave = leave;
        this.withheld = withheld;
        this.transaction = transaction;
    }

    /// @param person whose it is
    /// @param withheld what the copy holds although consent to it was withdrawn
    public record CopyPage(String person, String name, Optional<WithheldCopy.WithheldPage> withheld) {

        /// Whether it may be fetched as it is.
        public boolean mayFetch() {
            return withheld.filter(WithheldCopy.WithheldPage::toSay).isEmpty();
        }
    }

    @GetMapping("/people/{id}/copy")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> copy(@PathVariable UUID id) {
        var page = transaction.execute(_ -> new CopyPage(
                id.toString(),
                patients.read(new PatientId(id), "copy of the record").name(),
                withheld.of(new PatientId(id))));
        return pages.show("disclosure/copy", "/people", Objects.requireNonNull(page));
    }

    /// Written as it is read, so that no copy of a record lies anywhere.
    @GetMapping("/people/{id}/copy.zip")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    void file(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        var patient = new PatientId(id);
        transaction.executeWithoutResult(_ -> patients.read(patient, "copy of the record"));
        leave.requireCopy(patient);
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"record-" + id + ".zip\"");
        copies.write(patient, response.getOutputStream());
    }

    @Override
    public Told tell(Patient person) {
        return new Told(
                LAST,
                "Their copy",
                "Everything that is kept, in one file that is theirs.",
                Optional.empty(),
                Optional.empty(),
                List.of(new Link("Copy of the record", "/people/" + person.id() + "/copy")),
                List.of());
    }
}
