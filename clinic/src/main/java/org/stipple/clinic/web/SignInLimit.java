package org.stipple.clinic.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.access.SignedIn;

/// Ends a sign-in after so many hours however busy it is, so that a browser that somebody left open does not
/// stay a door for weeks; and at once when the account was shut. Who is still signed in acts with the roles
/// that they have now, not with those they signed in with. What was typed stays in the browser: whoever comes
/// back signs in and goes on.
final class SignInLimit extends OncePerRequestFilter {

    /// What is open to somebody whose password another chose: a password is the signature, so nothing is done
    /// under it before it is their own.
    private static final Set<String> OPEN = Set.of(
            "/account",
            "/account/password",
            "/sign-out",
            "/sign-in",
            "/awake",
            "/lock",
            "/unlocked",
            "/alive",
            "/error");

    private static final String GIVEN = SignInLimit.class.getName() + ".given";

    private final Limits limits;
    private final ClinicClock clock;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final SecurityContextLogoutHandler out = new SecurityContextLogoutHandler();

    /// @param longest from the password to the end
    /// @param idle without a request, to the end
    /// @param idleAdministrator the same for an administrator
    record Limits(Duration longest, Duration idle, Duration idleAdministrator) {

        Duration idle(Actor actor) {
            return actor.isOneOf(Role.ADMINISTRATOR) ? idleAdministrator : idle;
        }
    }

    SignInLimit(
            Limits limits, ClinicClock clock, Accounts accounts, AuditTrail trail, TransactionTemplate transaction) {
        this.limits = limits;
        this.accounts = accounts;
        this.clock = clock;
        this.trail = trail;
        this.transaction = transaction;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn person) {
            Optional<String> ended = ended(person, request);
            if (ended.isPresent()) {
                note(person, ended.get());
                out.logout(request, response, authentication);
            } else {
                request.getSession()
                        .setMaxInactiveInterval(
                                Math.toIntExact(limits.idle(person.actor()).toSeconds()));
                if (request.getAttribute(GIVEN) != null && !OPEN.contains(request.getServletPath())) {
                    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                    response.setHeader("Location", "/account");
                    return;
                }
            }
        }
        chain.doFilter(request, response);
    }

    /// Why a sign-in holds no longer. Where it does, whoever it is has the roles of this moment from here on.
    private Optional<String> ended(SignedIn person, HttpServletRequest request) throws ServletException {
        if (!clock.now().isBefore(person.since().plus(limits.longest()))) {
            return Optional.of("sign-in ended after " + limits.longest().toHours() + " hours");
        }
        Optional<Accounts.Standing> now = standing(person.actor());
        if (now.isEmpty()) {
            return Optional.of("sign-in ended: the account was shut");
        }
        person.standsAs(now.get().actor());
        if (!person.holdsUnder(now.get().passwordVersion())) {
            return Optional.of("sign-in ended: the password was changed elsewhere");
        }
        if (now.get().passwordGiven()) {
            request.setAttribute(GIVEN, true);
        }
        return Optional.empty();
    }

    private Optional<Accounts.Standing> standing(Actor actor) throws ServletException {
        try {
            return Acting.as(actor, () -> accounts.standing(actor));
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }

    private void note(SignedIn person, String why) {
        Acting.doing(person.actor(), () -> transaction.executeWithoutResult(_ -> trail.note(Act.SIGN_OUT, why)));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/static/") || path.startsWith("/webjars/");
    }
}
