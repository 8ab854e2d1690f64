package org.stipple.clinic.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.Role;

/// What a page that is left alone asks for: it says that somebody is still there, ends the sign-in when it covers
/// itself, and learns who has signed in when it is uncovered. What was typed stays in the page meanwhile.
@Controller
class LockPages {

    private final Pages pages;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final SecurityContextLogoutHandler out = new SecurityContextLogoutHandler();

    LockPages(Pages pages, AuditTrail trail, TransactionTemplate transaction) {
        this.pages = pages;
        this.trail = trail;
        this.transaction = transaction;
    }

    /// Somebody types or taps: the sign-in does not end under their hands.
    @GetMapping("/awake")
    @Allowed({
        Role.FRONT_DESK,
        Role.PRACTITIONER,
        Role.SUPERVISING_CLINICIAN,
        Role.MANAGER,
        Role.PRIVACY_AND_SAFETY_LEAD,
        Role.ADMINISTRATOR,
        Role.AUDITOR,
        Role.PATIENT
    })
    ResponseEntity<String> awake() {
        return ResponseEntity.noContent().build();
    }

    /// The page covers itself: the sign-in ends here too. Nothing is forgotten in the browser.
    @PostMapping("/lock")
    @Allowed({
        Role.FRONT_DESK,
        Role.PRACTITIONER,
        Role.SUPERVISING_CLINICIAN,
        Role.MANAGER,
        Role.PRIVACY_AND_SAFETY_LEAD,
        Role.ADMINISTRATOR,
        Role.AUDITOR,
        Role.PATIENT
    })
    ResponseEntity<String> lock(HttpServletRequest request, HttpServletResponse response) {
        transaction.executeWithoutResult(_ -> trail.note(Act.SIGN_OUT, "sign-in ended: the page was left alone"));
        out.logout(request, response, SecurityContextHolder.getContext().getAuthentication());
        return ResponseEntity.noContent().build();
    }

    /// Who is signed in now, and the token of the forms from here on.
    @GetMapping("/unlocked")
    @Allowed({
        Role.FRONT_DESK,
        Role.PRACTITIONER,
        Role.SUPERVISING_CLINICIAN,
        Role.MANAGER,
        Role.PRIVACY_AND_SAFETY_LEAD,
        Role.ADMINISTRATOR,
        Role.AUDITOR,
        Role.PATIENT
    })
    ResponseEntity<String> unlocked() {
        return pages.show("entry/unlocked", "", "You are signed in again.");
    }
}
