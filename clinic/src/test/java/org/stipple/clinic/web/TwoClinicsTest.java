package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.OpenToAll;
import org.stipple.clinic.access.Role;

/// Two clinics on one server: whatever somebody of the one calls, nothing of the other is seen, said to exist,
/// or changed. Every route that the router knows is called by every role and by nobody, so that a new one is
/// tried on the day it is written.
class TwoClinicsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Belongings ours;
    static Belongings theirs;
    static final Map<Role, Caller> ourPeople = new TreeMap<>();
    static final Map<Role, Caller> theirPeople = new TreeMap<>();

    /// What stands in a path and belongs to no clinic: the knowledge is the same for all.
    private static final Map<String, String> EVERYBODYS = Map.of(
            "section",
            "rules",
            "entry",
            "pregnant",
            "zone",
            "cheek-left",
            "picture",
            "before",
            "purpose",
            "teaching",
            "sheet",
            "health");

    private record Route(RequestMethod method, String pattern, Method handler) {

        boolean isOpen() {
            return handler.isAnnotationPresent(OpenToAll.class);
        }

        boolean allows(Role role) {
            return Optional.ofNullable(handler.getAnnotation(Allowed.class))
                    .map(allowed -> List.of(allowed.value()).contains(role))
                    .orElse(false);
        }

        boolean takesFile() {
            return Arrays.asList(handler.getParameterTypes()).contains(MultipartFile.class);
        }

        List<String> variables() {
            return VARIABLE.matcher(pattern)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }

        String path(Map<String, String> values) {
            return VARIABLE.matcher(pattern)
                    .replaceAll(found -> Optional.ofNullable(values.get(found.group(1)))
                            .orElseThrow(() -> new AssertionError("what stands for {" + found.group(1) + "} of "
                                    + pattern + "? Add it to Belongings")));
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(
                directory, "--server.port=0", "--stipple.messages.every=0s", "--stipple.concerns.every=0s");
        ours = Belongings.of(stipple, "Waldkauzig", "everybody-ours");
        theirs = Belongings.of(stipple, "Zimtsternchen", "everybody-theirs");
        ourPeople.putAll(peopleOf(ours, "ours-"));
        theirPeople.putAll(peopleOf(theirs, "theirs-"));
    }

    /// One of each role, signed in.
    private static Map<Role, Caller> peopleOf(Belongings clinic, String names) throws Exception {
        var people = new TreeMap<Role, Caller>();
        for (Role role : Role.values()) {
            String username = names + role.id();
            Acting.doing(
                    clinic.everybody(),
                    () -> stipple.the(Accounts.class)
                            .add(
                                    UUID.randomUUID(),
                                    username,
                                    "One " + role.words(),
                                    ClinicUnderTest.PASSWORD,
                                    Set.of(role)));
            people.put(role, Caller.signedIn(stipple.port(), username));
        }
        return people;
    }

    @AfterAll
    static void stop() {
        ourPeople.values().forEach(Caller::close);
        theirPeople.values().forEach(Caller::close);
        stipple.close();
    }

    private static List<Route> routes() {
        var routes = new ArrayList<Route>();
        stipple.the(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, handler) -> {
            // Whoever locks is signed out, and could call nothing after it: LockTest calls it.
            boolean locks = mapping.getPatternValues().contains("/lock");
            if (handler.getBeanType().getName().startsWith("org.stipple.") && !locks) {
                for (String pattern : mapping.getPatternValues()) {
                    for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                        routes.add(new Route(method, pattern, handler.getMethod()));
                    }
                }
            }
        });
        routes.sort(Comparator.comparing(Route::toString));
        return routes;
    }

    /// Fills in the path: `{id}` with the person of one clinic, everything else with what belongs to another.
    private static Map<String, String> values(Belongings person, Belongings rest) {
        var values = new HashMap<>(rest.ids());
        values.put("id", person.the("id"));
        values.put("token", "0".repeat(48));
        values.putAll(EVERYBODYS);
        return values;
    }

    /// Whatever any form asks for, so that a refusal is one of whose it is and not of what was left out.
    private static Map<String, String> form(Belongings from) {
        var form = new LinkedHashMap<String, String>();
        form.put("key", UUID.randomUUID().toString());
        form.putAll(Map.of("version", "1", "revision", "1", "password", ClinicUnderTest.PASSWORD));
        form.putAll(Map.of("givenName", "New", "familyName", "Person", "birthDate", "1990-04-23", "sex", "other"));
        form.putAll(Map.of(
                "device", "skinpen-precision", "indication", "acne-scars", "zone", "cheek-left", "fitzpatrick", "3"));
        form.putAll(Map.of(
                "purpose",
                "measurement",
                "agree",
                "yes",
                "sure",
                "yes",
                "signedName",
                "New",
                "sha256",
                "0".repeat(64)));
        form.putAll(Map.of("view", "patch", "takenOn", "2026-11-20", "mmPerPx", "0.05", "count", "1"));
        form.putAll(Map.of("depthMm", "1", "passes", "3", "directions", "3", "endpoint", "erythema", "pain", "2"));
        form.putAll(Map.of(
                "entry", "1", "reason", "tried from elsewhere", "lot", "ANOTHER", "note", "tried from elsewhere"));
        form.putAll(Map.of("channel", "email", "may", "yes", "outcome", "told", "telephone", "555 0100"));
        form.putAll(Map.of("upload", UUID.randomUUID().toString(), "bytes", "1000"));
        form.put("baseline", from.the("photo"));
        form.put("followup", from.the("photo"));
        form.put("unit", from.the("unit"));
        return form;
    }

    private static HttpResponse<String> call(
            Caller caller, Route route, Map<String, String> path, Map<String, String> form, boolean withToken)
            throws Exception {
        return route.method() == RequestMethod.GET
                ? caller.get(route.path(path))
                : caller.post(route.path(path), form, withToken, route.takesFile());
    }

    /// Every route of the router × every role, somebody of the one clinic asking for what is the other's.
    ///
    /// @return each answer that shows something of the other clinic, or that is not the one expected: that
    ///   there is nothing, to whoever may use the route, else that it is not theirs to use
    private static List<String> crossings(Map<Role, Caller> people, Belongings own, Belongings others)
            throws Exception {
        var wrong = new ArrayList<String>();
        for (Route route : routes()) {
            if (route.isOpen() || EVERYBODYS.keySet().containsAll(route.variables())) {
                continue;
            }
            for (var person : people.entrySet()) {
                int expected = route.allows(person.getKey()) ? 404 : 403;
                for (var mixture : mixtures(route, own, others).entrySet()) {
                    var answer = call(person.getValue(), route, mixture.getValue(), form(others), true);
                    judge(route + " as " + person.getKey() + " with " + mixture.getKey(), answer, expected, others)
                            .ifPresent(wrong::add);
                }
            }
        }
        return wrong;
    }

    @Test
    void whatBelongsToAnotherClinicDoesNotExistForAnybodyHere() throws Exception {
        String before = rowsOf(theirs);
        assertThat(crossings(ourPeople, ours, theirs)).isEmpty();
        assertThat(rowsOf(theirs)).isEqualTo(before);
    }

    @Test
    void norWhatIsOursForAnybodyThere() throws Exception {
        String before = rowsOf(ours);
        assertThat(crossings(theirPeople, theirs, ours)).isEmpty();
        assertThat(rowsOf(ours)).isEqualTo(before);
    }

    /// Their person with their things, and where a path has both, ours with theirs and theirs with ours.
    private static Map<String, Map<String, String>> mixtures(Route route, Belongings own, Belongings others) {
        var mixtures = new LinkedHashMap<String, Map<String, String>>();
        mixtures.put("another's person", values(others, others));
        if (route.variables().size() > 1) {
            mixtures.put("the own person and another's thing", values(own, others));
            mixtures.put("another's person and the own thing", values(others, own));
        }
        return mixtures;
    }

    private static Optional<String> judge(String what, HttpResponse<String> answer, int expected, Belongings others) {
        if (answer.body().contains(others.canary())) {
            return Optional.of(what + " shows what is another's");
        }
        return answer.statusCode() == expected
                ? Optional.empty()
                : Optional.of(what + ": expected " + expected + ", was " + answer.statusCode());
    }

    @Test
    void noListAndNoFormOfOursReachesWhatIsTheirs() throws Exception {
        String before = rowsOf(theirs);
        var wrong = new ArrayList<String>();
        for (Route route : routes()) {
            for (var ourPerson : ourPeople.entrySet()) {
                var answer = call(ourPerson.getValue(), route, values(ours, ours), form(theirs), true);
                boolean refused = answer.statusCode() == 403;
                boolean mine = route.isOpen() || route.allows(ourPerson.getKey());
                if (answer.body().contains(theirs.canary()) || answer.statusCode() >= 500 || refused == mine) {
                    wrong.add(route + " as " + ourPerson.getKey() + ": " + answer.statusCode());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(rowsOf(theirs)).isEqualTo(before);
    }

    /// A route that reads past the protection of rows, as a careless one would with the owner's connection:
    /// what the matrix has to find.
    static final class Offender {
        @Allowed({Role.PRACTITIONER, Role.AUDITOR})
        @ResponseBody
        public String leak(@PathVariable UUID id) throws SQLException {
            try (Connection owner = stipple.owner().getConnection();
                    var statement = owner.createStatement()) {
                owner.setAutoCommit(false);
                statement.execute("alter table stipple.patient no force row level security");
                try (var found = statement.executeQuery(
                        "select family_name from stipple.patient where patient_id = '" + id + "'")) {
                    return found.next() ? found.getString(1) : "";
                } finally {
                    owner.rollback();
                }
            }
        }
    }

    @Test
    void aRouteThatReadsPastTheProtectionIsFound() throws Exception {
        var router = stipple.the(RequestMappingHandlerMapping.class);
        var mapping = RequestMappingInfo.paths("/offender/{id}")
                .methods(RequestMethod.GET)
                .options(router.getBuilderConfiguration())
                .build();
        router.registerMapping(mapping, new Offender(), Offender.class.getMethod("leak", UUID.class));
        try {
            assertThat(crossings(ourPeople, ours, theirs))
                    .containsExactly(
                            "GET /offender/{id} as PRACTITIONER with another's person shows what is another's",
                            "GET /offender/{id} as AUDITOR with another's person shows what is another's");
        } finally {
            router.unregisterMapping(mapping);
        }
    }

    @Test
    void whoeverIsNotSignedInIsLedToSignIn() throws Exception {
        String before = rows("true");
        var wrong = new ArrayList<String>();
        try (var nobody = Caller.nobody(stipple.port())) {
            for (Route route : routes()) {
                if (route.isOpen()) {
                    continue;
                }
                var answer = call(nobody, route, values(theirs, theirs), form(theirs), true);
                String location = answer.headers().firstValue("Location").orElse("");
                boolean led = answer.statusCode() == 302 && location.endsWith("/sign-in");
                if (answer.body().contains(theirs.canary()) || !(led || answer.statusCode() / 100 == 4)) {
                    wrong.add(route + ": " + answer.statusCode() + " " + location);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(rows("true")).isEqualTo(before);
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() throws Exception {
        var wrong = new ArrayList<String>();
        try (var everybody = Caller.signedIn(stipple.port(), "everybody-ours")) {
            String before = rows("true");
            for (Route route : routes()) {
                // What a patient sends proves itself by the secret in the address: [OwnWithoutSessionTest].
                if (route.method() == RequestMethod.POST && !OwnPages.isOwn(route.path(values(ours, ours)))) {
                    var answer = call(everybody, route, values(ours, ours), form(ours), false);
                    // There the secret of a link stands for the token, and this one is of no link.
                    int refused = route.pattern().startsWith("/own/") ? 404 : 403;
                    if (answer.statusCode() != refused) {
                        wrong.add(route + ": " + answer.statusCode());
                    }
                }
            }
            assertThat(wrong).isEmpty();
            assertThat(rows("true")).isEqualTo(before);
        }
    }

    /// The control: to their own clinic the same pages answer, and show the word that is looked for above.
    @Test
    void theirOwnClinicSeesAllOfIt() throws Exception {
        var shown = new ArrayList<String>();
        try (var everybody = Caller.signedIn(stipple.port(), "everybody-theirs")) {
            for (Route route : routes()) {
                if (route.method() == RequestMethod.GET && !route.isOpen()) {
                    var answer = call(everybody, route, values(theirs, theirs), Map.of(), true);
                    assertThat(answer.statusCode()).as(route.toString()).isIn(200, 204, 303);
                    if (answer.body().contains(theirs.canary())) {
                        shown.add(route.toString());
                    }
                }
            }
        }
        assertThat(shown)
                .contains(
                        "GET /people",
                        "GET /people/{id}",
                        "GET /stock",
                        "GET /reviews",
                        "GET /people/{id}/sessions/{session}/report")
                .hasSizeGreaterThan(9);
    }

    /// The control: a change of one row is seen.
    @Test
    void aChangeOfTheirsWouldBeSeen() throws Exception {
        String before = rowsOf(theirs);
        Acting.doing(
                theirs.everybody(),
                () -> stipple.the(Accounts.class)
                        .add(
                                UUID.randomUUID(),
                                "one-more",
                                "One more",
                                ClinicUnderTest.PASSWORD,
                                Set.of(Role.AUDITOR)));
        assertThat(rowsOf(theirs)).isNotEqualTo(before);
    }

    private static String rowsOf(Belongings clinic) throws Exception {
        return rows("clinic_id = '" + clinic.everybody().clinic() + "'");
    }

    /// Number and digest of the rows of every table. Their owner has to be let past their protection, which
    /// is put back when it is done.
    private static String rows(String which) throws Exception {
        var digest = new StringBuilder();
        try (Connection owner = stipple.owner().getConnection();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            var tables = new ArrayList<String>();
            try (var found =
                    statement.executeQuery("select table_schema || '.' || table_name from information_schema.columns"
                            + " join information_schema.tables using (table_schema, table_name)"
                            + " where column_name = 'clinic_id' and table_type = 'BASE TABLE' order by 1")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            assertThat(tables).hasSizeGreaterThan(15);
            for (String table : tables) {
                statement.execute("alter table " + table + " no force row level security");
                try (var found = statement.executeQuery("select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' "
                        + "order by t::text)), '') from " + table + " t where " + which)) {
                    found.next();
                    digest.append(table).append(' ').append(found.getString(1)).append('\n');
                }
            }
            owner.rollback();
        }
        return digest.toString();
    }
}
