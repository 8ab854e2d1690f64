package org.stipple.clinic.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.SignedIn;

/// Where a request comes without a sign-in that still holds: leads to the sign-in page, which says so to
/// those who were signed in. A form from before somebody signed in anew, in this tab or another, gets a page
/// that says that.
@Component
class SignInAgain implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Pages pages;

    SignInAgain(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException nobody)
            throws IOException {
        boolean hadOne = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        lead(request, response, hadOne ? "/sign-in?ended" : "/sign-in");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn person) {
            Acting.doing(person.actor(), () -> stale(response));
        } else {
            lead(request, response, "/sign-in?ended");
        }
    }

    /// A part of a page is not replaced by the sign-in page: the whole page is asked for again, which leads
    /// there, and from there back to it.
    private static void lead(HttpServletRequest request, HttpServletResponse response, String to) throws IOException {
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(to);
        } else {
            response.setHeader("HX-Refresh", "true");
            response.setStatus(HttpStatus.NO_CONTENT.value());
        }
    }

    private void stale(HttpServletResponse response) {
        var page = pages.problem(
                HttpStatus.FORBIDDEN,
                "This page is older than your sign-in",
                "Somebody signed in or out since it was opened, in this tab or another. Nothing was saved.",
                "Open the page again; what you typed is still in the one before, one step back.");
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType("text/html;charset=UTF-8");
        try {
            response.getOutputStream()
                    .write(Objects.requireNonNull(page.getBody()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }
}
