package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.OpenToAll;

/// Every route says who may use it.
class RoutesTest {

    /// A route that does not say who may use it: what the check has to find. No bean, so that the program does not serve it.
    static class Offender {
        @GetMapping("/offender")
        String undeclared() {
            return "";
        }
    }

    static List<String> undeclared(Iterable<Method> routes) {
        var found = new ArrayList<String>();
        for (Method route : routes) {
            boolean says = route.isAnnotationPresent(Allowed.class) ^ route.isAnnotationPresent(OpenToAll.class);
            if (!says) {
                found.add(route.getDeclaringClass().getSimpleName() + "." + route.getName());
            }
        }
        return found;
    }

    @Test
    void everyRouteSaysWhoMayUseIt(@TempDir Path directory) {
        try (var stipple = ClinicUnderTest.serving(directory)) {
            var routes = stipple.the(RequestMappingHandlerMapping.class).getHandlerMethods().values().stream()
                    .filter(route -> route.getBeanType().getName().startsWith("org.stipple."))
                    .map(route -> route.getMethod())
                    .toList();
            assertThat(routes).hasSizeGreaterThan(25);
            assertThat(undeclared(routes)).isEmpty();
        }
    }

    @Test
    void aRouteThatDoesNotSayIsFound() throws NoSuchMethodException {
        assertThat(undeclared(List.of(Offender.class.getDeclaredMethod("undeclared"))))
                .containsExactly("Offender.undeclared");
    }
}
