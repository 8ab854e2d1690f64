package org.stipple.clinic.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.BreakGlass;
import org.stipple.clinic.access.OpenToAll;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;

/// Refuses every route that does not say who may use it, and everybody whom it does not name.
@Component
class RouteGuard implements HandlerInterceptor {

    private final BreakGlass glass;

    RouteGuard(BreakGlass glass) {
        this.glass = glass;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (UndecodableQuery.is(request)) {
            throw new UndecodableQuery.Unreadable();
        }
        // Where the server leads what failed; nobody goes there themselves.
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && request.getServletPath().equals("/error")) {
            throw new NotHere();
        }
        if (handler instanceof HandlerMethod route
                && isOurs(route)
                && !permits(route.getMethod())
                && !opensInEmergency(request, route.getMethod())) {
            throw new AccessDeniedException("not for this person");
        }
        return true;
    }

    private static boolean isOurs(HandlerMethod route) {
        return route.getBeanType().getName().startsWith("org.stipple.");
    }

    /// Whether somebody who does not read records reads this one, because they opened it in an emergency:
    /// nothing but reading, and nothing but this person's.
    private boolean opensInEmergency(HttpServletRequest request, Method route) {
        boolean reads = request.getMethod().equals("GET")
                && Optional.ofNullable(route.getAnnotation(Allowed.class))
                        .filter(allowed -> List.of(allowed.value()).contains(Role.PRACTITIONER))
                        .isPresent();
        return reads
                && Acting.now().filter(BreakGlass::mayBreak).isPresent()
                && patient(request).flatMap(glass::openUntil).isPresent();
    }

    /// Whose record the address names.
    private static Optional<PatientId> patient(HttpServletRequest request) {
        boolean isRecord = request.getServletPath().startsWith("/people/");
        if (isRecord
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("id") instanceof String id) {
            try {
                return Optional.of(new PatientId(UUID.fromString(id)));
            } catch (IllegalArgumentException nobody) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean permits(Method route) {
        if (route.isAnnotationPresent(OpenToAll.class)) {
            return true;
        }
        return Optional.ofNullable(route.getAnnotation(Allowed.class))
                .flatMap(allowed -> Acting.now().map(actor -> actor.isOneOf(allowed.value())))
                .orElse(false);
    }
}
