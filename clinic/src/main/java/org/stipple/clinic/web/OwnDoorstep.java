package org.stipple.clinic.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Before the pages of patients. What proves there that somebody may send something is the secret in the
/// address, which no forger knows; all the same, what the page of somebody else sends is refused.
final class OwnDoorstep extends OncePerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

    private final OwnPages pages;
    private final Optional<String> known;

    /// @param baseUrl under which people reach the server; blank where it is told nothing
    OwnDoorstep(OwnPages pages, String baseUrl) {
        this.pages = pages;
        this.known = Optional.of(baseUrl.strip())
                .filter(address -> !address.isEmpty())
                .map(address -> URI.create(address).getRawAuthority());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (READS.contains(request.getMethod())) {
            if (path.endsWith("/")) {
                String query = request.getQueryString();
                response.setStatus(HttpStatus.SEE_OTHER.value());
                response.setHeader("Location", path.replaceAll("/+$", "") + (query == null ? "" : "?" + query));
                return;
            }
        } else if (isForeign(request)) {
            OwnPages.write(response, pages.failed(request, path, HttpStatus.FORBIDDEN, OwnPages.Failure.ELSEWHERE));
            return;
        }
        chain.doFilter(request, response);
    }

    /// What a browser says about itself decides; an older one says at least where the page came from. `null` is
    /// said of our own pages too, which send no referrer.
    private boolean isForeign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return FOREIGN.contains(site);
        }
        String origin = request.getHeader("Origin");
        return origin != null && !origin.equals("null") && !isOurs(origin, request);
    }

    private boolean isOurs(String origin, HttpServletRequest request) {
        int authority = origin.indexOf("://");
        if (authority < 0) {
            return false;
        }
        String from = origin.substring(authority + "://".length());
        return from.equalsIgnoreCase(request.getHeader("Host"))
                || known.filter(from::equalsIgnoreCase).isPresent()
                || from.equalsIgnoreCase(request.getServerName())
                || from.equalsIgnoreCase(request.getServerName() + ":" + request.getServerPort());
    }
}
