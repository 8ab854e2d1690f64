package org.stipple.clinic.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.TriedTooOften;

/// Leads back to the sign-in page, which says what to do.
@Component
class SignInRefusals implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        response.sendRedirect(
                refused instanceof TriedTooOften often
                        ? "/sign-in?wait="
                                + Math.max(1, often.remaining().plusMillis(999).toSeconds())
                        : "/sign-in?wrong");
    }
}
