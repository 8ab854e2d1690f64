package org.stipple.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A new kind of finding must break the compilation wherever it matters; a `default` would swallow it.
class SwitchesNameEveryCaseTest {

    static List<String> modules() {
        return Sources.modules().stream()
                .filter(module -> Code.all().stream().map(Code::moduleOf).anyMatch(module::equals))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void noDefaultOverOurOwnTypes(String module) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            List<JavaFileObject> sources = new java.util.ArrayList<>();
            files.getJavaFileObjectsFromPaths(Sources.java(module + "/src/main/java").stream()
                            .filter(file -> !file.endsWith("module-info.java"))
                            .toList())
                    .forEach(sources::add);
            assertThat(Switches.withDefaultOverOurTypes(sources)).isEmpty();
        }
    }

    private static final String KINDS = """
            package org.stipple.offender;
            interface Kinds {
                enum Verdict { PROCEED, DEFER }
                sealed interface Finding {}
                record Refusal() implements Finding {}
                record Caution() implements Finding {}
            }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int of(Verdict verdict) { return switch (verdict) { case PROCEED -> 1; default -> 2; }; }",
                "int of(Finding finding) { return switch (finding) { case Refusal() -> 1; default -> 2; }; }",
                "int of(Finding finding) { return switch (finding) { case Refusal() -> 1; case null, default -> 2; }; }",
                "void of(Verdict verdict) { switch (verdict) { case PROCEED: break; default: } }",
                "<F extends Finding> int of(F finding) { return switch (finding) { case Refusal() -> 1; default -> 2; }; }",
                "Runnable of(Verdict verdict) { return () -> { switch (verdict) { default -> {} } }; }"
            })
    void findsADefaultOverOurOwnTypes(String method) throws IOException {
        assertThat(found(method)).containsExactly("Offender.java:3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int of(Verdict verdict) { return switch (verdict) { case PROCEED -> 1; case DEFER -> 2; }; }",
                "int of(String word) { return switch (word) { case \"proceed\" -> 1; default -> 2; }; }",
                "int of(Object any) { return switch (any) { case Refusal() -> 1; default -> 2; }; }",
                "int of(java.time.DayOfWeek day) { return switch (day) { case MONDAY -> 1; default -> 2; }; }"
            })
    void allowsItOverTypesOfOthers(String method) throws IOException {
        assertThat(found(method)).isEmpty();
    }

    @Test
    void refusesToJudgeWhatDoesNotCompile() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> found("int of(Unheard of) { return 1; }")))
                .hasMessageContaining("cannot be read");
    }

    private static List<String> found(String method) throws IOException {
        return Switches.withDefaultOverOurTypes(List.of(Offender.file(KINDS), Offender.file("""
                package org.stipple.offender;
                class Offender implements Kinds {
                %s
                }
                """.formatted(method))));
    }
}
