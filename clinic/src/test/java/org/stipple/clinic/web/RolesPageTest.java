package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.Role;

/// `docs/roles.md` says who may do what, and says the truth.
class RolesPageTest {

    private enum Reach {
        NOTHING,
        READS,
        DOES
    }

    /// @param paths of the routes it covers
    private record Line(String what, List<String> paths, Map<Role, Reach> reach) {

        Set<Role> who(boolean changing) {
            var who = EnumSet.noneOf(Role.class);
            reach.forEach((role, how) -> {
                if (how == Reach.DOES || how == Reach.READS && !changing) {
                    who.add(role);
                }
            });
            return who;
        }
    }

    /// A route with the roles that it names.
    private record Declared(RequestMethod method, String path, Set<Role> roles) {

        boolean changes() {
            return method != RequestMethod.GET;
        }
    }

    private static List<Line> lines;

    @BeforeAll
    static void read() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../docs/roles.md")).stream()
                .filter(line -> line.startsWith("|") && !line.startsWith("|--"))
                .toList();
        List<Role> columns = cells(rows.getFirst()).stream()
                .skip(2)
                .map(words -> Stream.of(Role.values())
                        .filter(role -> role.words().equals(words))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no role is called " + words)))
                .toList();
        assertThat(columns).containsExactly(Role.values());
        lines = rows.stream().skip(1).map(row -> line(cells(row), columns)).toList();
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1, row.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static Line line(List<String> cells, List<Role> columns) {
        var reach = new EnumMap<Role, Reach>(Role.class);
        for (int i = 0; i < columns.size(); i++) {
            reach.put(columns.get(i), reach(cells.get(i + 2)));
        }
        var paths = Pattern.compile("`([^`]+)`").matcher(cells.get(1)).results().map(found -> found.group(1));
        return new Line(cells.getFirst(), paths.toList(), reach);
    }

    private static Reach reach(String words) {
        return switch (words) {
            case "reads" -> Reach.READS;
            case "does" -> Reach.DOES;
            case "–" -> Reach.NOTHING;
            case String other -> throw new AssertionError("expected reads, does or –, was " + other);
        };
    }

    private static boolean covers(String pattern, String path) {
        return pattern.endsWith("/**")
                ? (path + "/").startsWith(pattern.substring(0, pattern.length() - 2))
                : pattern.equals(path);
    }

    /// The line with the longest path that fits; one without stars before all others.
    private static Optional<Line> lineOf(String path) {
        return lines.stream()
                .filter(line -> line.paths().stream().anyMatch(pattern -> covers(pattern, path)))
                .max(Comparator.comparingInt(line -> line.paths().stream()
                        .filter(pattern -> covers(pattern, path))
                        .mapToInt(pattern -> pattern.equals(path) ? Integer.MAX_VALUE : pattern.length())
                        .max()
                        .orElse(0)));
    }

    private static List<String> wrongIn(List<Declared> routes) {
        var wrong = new ArrayList<String>();
        var named = new HashMap<String, Set<Role>>();
        for (Declared route : routes) {
            Optional<Line> line = lineOf(route.path());
            if (line.isEmpty()) {
                wrong.add(route.path() + " stands in no line of docs/roles.md");
                continue;
            }
            Set<Role> written = line.get().who(route.changes());
            var beyond = new ArrayList<>(route.roles());
            beyond.removeAll(written);
            if (!beyond.isEmpty()) {
                wrong.add(route.method() + " " + route.path() + " is open to " + beyond + ", which “"
                        + line.get().what() + "” does not say");
            }
            named.computeIfAbsent(line.get().what() + route.changes(), _ -> EnumSet.noneOf(Role.class))
                    .addAll(route.roles());
        }
        for (Line line : lines) {
            for (boolean changing : new boolean[] {false, true}) {
                Optional.ofNullable(named.get(line.what() + changing))
                        .filter(roles -> !roles.equals(line.who(changing)))
                        .ifPresent(roles -> wrong.add("“" + line.what() + "” says " + line.who(changing)
                                + (changing ? " change, " : " read, ") + "and the routes name " + roles));
            }
            if (!named.containsKey(line.what() + true) && !named.containsKey(line.what() + false)) {
                wrong.add("“" + line.what() + "” covers no route");
            }
        }
        return wrong;
    }

    private static List<Declared> routes(ClinicUnderTest stipple) {
        var routes = new ArrayList<Declared>();
        stipple.the(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, handler) -> {
            var allowed = handler.getMethod().getAnnotation(Allowed.class);
            if (allowed != null && handler.getBeanType().getName().startsWith("org.stipple.")) {
                for (String path : mapping.getPatternValues()) {
                    for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                        routes.add(new Declared(method, path, Set.of(allowed.value())));
                    }
                }
            }
        });
        return routes;
    }

    @Test
    void thePageAndTheRouterSayTheSame(@TempDir Path directory) {
        try (var stipple = ClinicUnderTest.serving(directory)) {
            List<Declared> routes = routes(stipple);
            assertThat(routes).hasSizeGreaterThan(40);
            assertThat(wrongIn(routes)).isEmpty();

            var offenders = new ArrayList<>(routes);
            offenders.add(new Declared(RequestMethod.POST, "/stock/offender", Set.of(Role.PRACTITIONER)));
            offenders.add(new Declared(RequestMethod.GET, "/nowhere", Set.of(Role.MANAGER)));
            offenders.add(new Declared(RequestMethod.GET, "/people/{id}/offender", Set.of(Role.PATIENT)));
            assertThat(wrongIn(offenders))
                    .anyMatch(wrong -> wrong.startsWith("POST /stock/offender is open to [PRACTITIONER]"))
                    .anyMatch(wrong -> wrong.startsWith("/nowhere stands in no line"))
                    .anyMatch(wrong -> wrong.startsWith("GET /people/{id}/offender is open to [PATIENT]"));
        }
    }
}
