package org.stipple.clinic.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// A query such as `?x=%zz`, which means nothing. The server fails wherever somebody first asks for a
/// parameter, which is deep within; here nobody finds one, and [RouteGuard] says that it could not be read.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UndecodableQuery extends OncePerRequestFilter {

    private static final String MARK = UndecodableQuery.class.getName() + ".mark";

    /// That it could not be read.
    static final class Unreadable extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;
    }

    static boolean is(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isDecodable(request.getQueryString())) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(MARK, true);
        chain.doFilter(new WithoutParameters(request), response);
    }

    static boolean isDecodable(@Nullable String query) {
        if (query == null || query.indexOf('%') < 0) {
            return true;
        }
        try {
            return URLDecoder.decode(query, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0;
        } catch (IllegalArgumentException undecodable) {
            return false;
        }
    }

    private static final class WithoutParameters extends HttpServletRequestWrapper {

        WithoutParameters(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getQueryString() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }
    }
}
