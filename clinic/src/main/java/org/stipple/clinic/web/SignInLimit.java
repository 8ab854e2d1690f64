package org.stipple.clinic.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.SignedIn;

/// Ends a sign-in after so many hours however busy it is, so that a browser that somebody left open does not
/// stay a door for weeks. What was typed stays in the browser: whoever comes back signs in and goes on.
final class SignInLimit extends OncePerRequestFilter {

    private final Duration longest;
    private final ClinicClock clock;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final SecurityContextLogoutHandler out = new SecurityContextLogoutHandler();

    /// @param longest from the password to the end
    SignInLimit(Duration longest, ClinicClock clock, AuditTrail trail, TransactionTemplate transaction) {
        this.longest = longest;
        this.clock = clock;
        this.trail = trail;
        this.transaction = transaction;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof SignedIn person
                && !clock.now().isBefore(person.since().plus(longest))) {
            Acting.doing(
                    person.actor(),
                    () -> transaction.executeWithoutResult(
                            _ -> trail.note(Act.SIGN_OUT, "sign-in ended after " + longest.toHours() + " hours")));
            out.logout(request, response, authentication);
        }
        chain.doFilter(request, response);
    }
}
