package org.stipple.clinic.outcome.web;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.web.Pages;

/// What came of the treatment of a person, and the summary of one course, to print and as a file.
@Controller
class OverviewPages {

    private final Pages pages;
    private final OutcomeOverview overview;
    private final CourseSummary summary;
    private final TransactionTemplate transaction;

    OverviewPages(Pages pages, OutcomeOverview overview, CourseSummary summary, TransactionTemplate transaction) {
        this.pages = pages;
        this.overview = overview;
        this.summary = summary;
        this.transaction = transaction;
    }

    @GetMapping("/people/{id}/outcome")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> outcome(
            @PathVariable UUID id, @RequestParam Optional<UUID> before, @RequestParam Optional<UUID> after) {
        var page = transaction.execute(_ -> overview.of(new PatientId(id), before, after));
        return pages.show("outcome/outcome", "/people", Objects.requireNonNull(page));
    }

    @GetMapping("/people/{id}/courses/{course}/summary")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> summary(@PathVariable UUID id, @PathVariable UUID course) {
        var page = transaction.execute(_ -> summary.of(new PatientId(id), course, "course summary"));
        return pages.show("outcome/summary", "/people", Objects.requireNonNull(page));
    }

    /// The name of the file says nothing of whose it is: it lies in folders and stands in lists.
    @GetMapping("/people/{id}/courses/{course}/summary.pdf")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID course) {
        byte[] file = transaction.execute(_ -> summary.file(new PatientId(id), course));
        return ResponseEntity.ok()
                .header("Content-Type", "application/pdf")
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename("course-summary.pdf")
                                .build()
                                .toString())
                .body(Objects.requireNonNull(file));
    }
}
