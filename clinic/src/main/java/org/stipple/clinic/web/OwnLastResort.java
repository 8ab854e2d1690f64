package org.stipple.clinic.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;

/// Where the server itself refuses a request of a patient, before any page of ours is asked: a body that cannot
/// be read, an address that it takes for an attack. Without it they would read the server's own words, with the
/// address and its secret in them.
final class OwnLastResort implements Filter {

    private final OwnPages pages;

    OwnLastResort(OwnPages pages) {
        this.pages = pages;
    }

    @Configuration(proxyBeanMethods = false)
    static class Registered {

        @Bean
        FilterRegistrationBean<OwnLastResort> ownLastResort(OwnPages pages) {
            var registration = new FilterRegistrationBean<>(new OwnLastResort(pages));
            registration.setDispatcherTypes(DispatcherType.ERROR);
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return registration;
        }
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        if (asked instanceof HttpServletRequest request
                && answer instanceof HttpServletResponse response
                && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && OwnPages.isOwn(path)) {
            HttpStatus status = status(request);
            response.setHeader("Content-Security-Policy", WebSecurity.CONTENT_SECURITY_POLICY);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("Cache-Control", "no-store");
            OwnPages.write(response, pages.failed(request, path, status, failure(status)));
            return;
        }
        chain.doFilter(asked, answer);
    }

    /// A body that cannot be read fails deep within the server; it is the sender's all the same.
    private static HttpStatus status(HttpServletRequest request) {
        boolean unreadable = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                && failure.getClass().getName().startsWith("org.apache.");
        HttpStatus said = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : null;
        return unreadable ? HttpStatus.BAD_REQUEST : said == null ? HttpStatus.INTERNAL_SERVER_ERROR : said;
    }

    private static OwnPages.Failure failure(HttpStatus status) {
        if (status == HttpStatus.NOT_FOUND) {
            return OwnPages.Failure.NOT_GOOD;
        }
        return status.is4xxClientError() ? OwnPages.Failure.NOT_KEPT : OwnPages.Failure.FAILED;
    }
}
