package org.stipple.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;

/// Every control of `docs/hazards.yaml` has a test that is run, and a test that fails ends the build by itself.
class HazardsAreControlledTest {

    /// Class of risk by likelihood (rows, 1 to 5) and severity (columns, 1 to 5). Source: `design`, after the
    /// shape of the matrices in use for health software; no hazard of class 4 or 5 may be released.
    private static final int[][] RISK = {
        {1, 1, 2, 2, 3},
        {1, 2, 2, 3, 4},
        {2, 2, 3, 3, 4},
        {2, 3, 3, 4, 5},
        {3, 4, 4, 5, 5},
    };

    private static final Set<String> KINDS = Set.of("design", "protective", "information");
    private static final int HAZARDS = 31;
    private static final Pattern DISABLED = Pattern.compile("@(Disabled|Ignore)\\b");

    /// What is wrong with a list of hazards, a line each.
    ///
    /// @param tests by the name of their class, the text of it
    private static List<String> faults(Document document, Map<String, String> tests) {
        var faults = new ArrayList<String>();
        for (Field hazard : Field.root(document).required("hazards").items()) {
            String id = hazard.required("id").text();
            List<Field> controls = hazard.required("controls").items();
            boolean open = hazard.optional("open").isPresent();
            if (controls.isEmpty() && !open) {
                faults.add(id + " has no control and does not say what is open");
            }
            for (Field control : controls) {
                if (!KINDS.contains(control.required("kind").text())) {
                    faults.add(id + " has a control of kind "
                            + control.required("kind").text() + ", expected one of " + KINDS);
                }
                if (control.required("says").text().isBlank()) {
                    faults.add(id + " has a control that says nothing");
                }
                fault(control.required("test").text(), tests).forEach(why -> faults.add(id + ": " + why));
            }
            int severity = hazard.required("severity").integer(1, 5);
            int after = hazard.required("after").integer(1, 5);
            int before = hazard.required("before").integer(1, 5);
            if (after > before) {
                faults.add(id + " is likelier with its controls than without");
            }
            int risk = RISK[after - 1][severity - 1];
            if (risk > 3 && !open) {
                faults.add(id + " is of class " + risk + " with its controls, which stops a release");
            }
        }
        return faults;
    }

    private static List<String> fault(String named, Map<String, String> tests) {
        String[] parts = named.split("\\.");
        String source = parts.length == 2 ? tests.getOrDefault(parts[0], "") : "";
        var method = Pattern.compile(
                "@(?:Test|ParameterizedTest|RepeatedTest)\\b(?:(?!\\n    }\\n).)*?\\bvoid "
                        + Pattern.quote(parts[parts.length - 1]) + "\\(",
                Pattern.DOTALL);
        if (source.isEmpty() || !method.matcher(source).find()) {
            return List.of("there is no test " + named);
        }
        return DISABLED.matcher(source).find()
                ? List.of(named + " is in a class with a test that is switched off")
                : List.of();
    }

    private static Map<String, String> tests() throws IOException {
        var tests = new TreeMap<String, String>();
        for (String module : Sources.modules()) {
            for (var file : Sources.java(module + "/src/test/java")) {
                tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return tests;
    }

    private static Document hazards() throws IOException {
        return Documents.read(Files.readString(Sources.ROOT.resolve("docs/hazards.yaml")));
    }

    @Test
    void everyControlHasATestThatIsRun() throws IOException {
        assertThat(faults(hazards(), tests())).isEmpty();
    }

    @Test
    void everyHazardStandsThereOnce() throws IOException {
        var ids = Field.root(hazards()).required("hazards").items().stream()
                .map(hazard -> hazard.required("id").text())
                .toList();
        assertThat(ids)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, HAZARDS)
                        .mapToObj(number -> "H" + number)
                        .collect(Collectors.toList()));
    }

    @Test
    void aControlWithoutATestIsFound() throws IOException {
        var planted = Documents.read("""
                hazards:
                  - id: H1
                    severity: 4
                    before: 3
                    after: 1
                    controls:
                      - {kind: design, says: nothing happens, test: ChartingTest.nobodyWroteThisTest}
                      - {kind: magic, says: it just works, test: DepthTest.refusesNegativeDepth}
                  - {id: H2, severity: 5, before: 3, after: 5, controls: []}
                """);
        assertThat(faults(planted, tests()))
                .containsExactly(
                        "H1: there is no test ChartingTest.nobodyWroteThisTest",
                        "H1 has a control of kind magic, expected one of " + KINDS,
                        "H2 has no control and does not say what is open",
                        "H2 is likelier with its controls than without",
                        "H2 is of class 5 with its controls, which stops a release");
    }
}
