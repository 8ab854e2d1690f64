package org.stipple.clinic.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.SignedIn;

/// Writes each sign-in into the audit trail before the first page is shown.
@Component
class SignInTrail extends SavedRequestAwareAuthenticationSuccessHandler {

    private final AuditTrail trail;
    private final Accounts accounts;
    private final TransactionTemplate transaction;

    SignInTrail(AuditTrail trail, Accounts accounts, TransactionTemplate transaction) {
        this.trail = trail;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (authentication.getPrincipal() instanceof SignedIn person) {
            String words = person.how().isEmpty() ? "signed in" : "signed in " + person.how();
            Acting.doing(
                    person.actor(),
                    () -> transaction.executeWithoutResult(_ -> {
                        trail.note(Act.SIGN_IN, words);
                        accounts.standing(person.actor()).ifPresent(now -> person.goesOnUnder(now.passwordVersion()));
                    }));
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
