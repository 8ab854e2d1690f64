package org.stipple.clinic.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.AuditEntry;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.web.EntryViews.ClinicTrailLine;
import org.stipple.clinic.web.EntryViews.ClinicTrailPage;

/// The audit trail of the whole clinic, for those who look whether records were opened with reason.
@Controller
class TrailPages {

    private static final int LINES = 200;

    private final Pages pages;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    TrailPages(Pages pages, AuditTrail trail, TransactionTemplate transaction) {
        this.pages = pages;
        this.trail = trail;
        this.transaction = transaction;
    }

    @GetMapping("/trail")
    @Allowed({Role.PRIVACY_AND_SAFETY_LEAD, Role.AUDITOR})
    ResponseEntity<String> newest(@RequestParam Optional<Long> before) {
        List<AuditEntry> entries =
                Objects.requireNonNull(transaction.execute(_ -> trail.newest(before.orElse(Long.MAX_VALUE), LINES)));
        var zone = Acting.current().zone();
        return pages.show(
                "entry/trail",
                "/trail",
                new ClinicTrailPage(
                        entries.stream()
                                .map(entry -> new ClinicTrailLine(
                                        Days.moment(entry.at(), zone),
                                        entry.who(),
                                        entry.act(),
                                        entry.what(),
                                        entry.patient().map(String::valueOf)))
                                .toList(),
                        entries.size() < LINES
                                ? Optional.empty()
                                : Optional.of(entries.getLast().number())));
    }
}
