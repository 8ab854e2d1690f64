package org.stipple.clinic.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.SignedIn;

/// Writes each sign-out into the audit trail, and tells the browser to forget pages and cookies. Its storage is
/// not named: on a shared tablet it holds what a colleague charted without a network, and the browser would
/// forget that for all. The scripts remove what is whose who signs out.
@Component
class SignOutTrail implements LogoutHandler {

    /// The W3C's Clear Site Data. Browsers heed it over HTTPS and on the machine itself.
    static final String FORGET = "\"cache\", \"cookies\"";

    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    SignOutTrail(AuditTrail trail, TransactionTemplate transaction) {
        this.trail = trail;
        this.transaction = transaction;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        response.setHeader("Clear-Site-Data", FORGET);
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn person) {
            Acting.doing(
                    person.actor(),
                    () -> transaction.executeWithoutResult(_ -> trail.note(Act.SIGN_OUT, "signed out")));
        }
    }
}
