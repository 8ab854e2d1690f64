package org.stipple.clinic.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.SignedIn;

/// Lets in somebody who is known without a password, exactly as the password does: another session, other
/// tokens of forms, an entry in the trail, and on to the page they asked for.
@Component
class OtherDoor {

    private final SignInTrail trail;
    private final ChangeSessionIdAuthenticationStrategy sessions = new ChangeSessionIdAuthenticationStrategy();
    private final CsrfAuthenticationStrategy tokens =
            new CsrfAuthenticationStrategy(new HttpSessionCsrfTokenRepository());
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    OtherDoor(SignInTrail trail) {
        this.trail = trail;
    }

    void letIn(SignedIn person, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var known = UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
        sessions.onAuthentication(known, request, response);
        tokens.onAuthentication(known, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(known);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        trail.onAuthenticationSuccess(request, response, known);
    }
}
