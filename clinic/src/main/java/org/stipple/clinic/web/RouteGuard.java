package org.stipple.clinic.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.OpenToAll;

/// Refuses every route that does not say who may use it, and everybody whom it does not name.
@Component
class RouteGuard implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod route && isOurs(route) && !permits(route.getMethod())) {
            throw new AccessDeniedException("not for this person");
        }
        return true;
    }

    private static boolean isOurs(HandlerMethod route) {
        return route.getBeanType().getName().startsWith("org.stipple.");
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
