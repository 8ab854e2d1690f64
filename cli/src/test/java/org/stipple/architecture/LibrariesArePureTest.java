package org.stipple.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.stipple.architecture.Purity.Exemption;

class LibrariesArePureTest {

    static final List<String> LIBRARIES = Code.LIBRARIES;

    /// Each with its reason, as narrow as it can be. None is needed: what is read from the library's own jar
    /// comes through `Class.getResourceAsStream`, and pictures go in and out as bytes.
    private static final List<Exemption> EXEMPTIONS = List.of();

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void noLibrarySeesAClockLotsEnvironmentFilesNetworkOrLog(String library) {
        assertThat(Code.violations(Purity.ruleExcept(EXEMPTIONS), Code.of(library)))
                .isEmpty();
    }

    @Test
    void findsWhoReachesOutside() {
        var expressions = List.of(
                "java.time.Instant.now()",
                "java.time.LocalDate.now(java.time.ZoneOffset.UTC)",
                "(java.util.function.Supplier<java.time.Instant>) java.time.Instant::now",
                "java.time.Clock.systemUTC()",
                "System.currentTimeMillis()",
                "System.nanoTime()",
                "new java.util.Date()",
                "Math.random()",
                "new java.util.Random()",
                "java.util.random.RandomGenerator.getDefault()",
                "java.util.random.RandomGenerator.of(\"L64X128MixRandom\")",
                "java.util.concurrent.ThreadLocalRandom.current()",
                "new java.security.SecureRandom()",
                "java.util.UUID.randomUUID()",
                "System.getenv(\"HOME\")",
                "System.getProperty(\"user.dir\")",
                "System.out",
                "java.util.Locale.getDefault()",
                "java.time.ZoneId.systemDefault()",
                "\"%.2f\".formatted(1.5)",
                "String.format(\"%.2f\", 1.5)",
                "\"ID\".toLowerCase()",
                "java.nio.file.Path.of(\"x\")",
                "new java.io.File(\"x\")",
                "java.net.URI.create(\"x\")",
                "new java.util.Scanner(System.in)",
                "Runtime.getRuntime()",
                "java.util.logging.Logger.getGlobal()",
                "System.getLogger(\"x\")",
                "java.sql.DriverManager.getDrivers()");
        var found = Code.violations(Purity.ruleExcept(List.of()), answering(expressions));
        assertThat(expressions)
                .allSatisfy(expression -> assertThat(found)
                        .anyMatch(line -> line.contains("Answers.a" + expressions.indexOf(expression) + "()")));
    }

    /// A class with a method for each expression.
    private static JavaClasses answering(List<String> expressions) {
        var methods = new StringBuilder();
        for (String expression : expressions) {
            methods.append("Object a")
                    .append(expressions.indexOf(expression))
                    .append("() { return ")
                    .append(expression)
                    .append("; } ");
        }
        return Offender.classes("package lib; class Answers { " + methods + "}");
    }

    @Test
    void findsWhoUsesALogOrAFrameworkOfOthers() {
        var offender = Offender.classes(
                "package org.slf4j; public interface Logger {}",
                "package org.springframework.stereotype; public @interface Component {}",
                "package lib; class Logs { org.slf4j.Logger log; }",
                "package lib; @org.springframework.stereotype.Component class Wired {}");
        assertThat(Code.violations(Purity.ruleExcept(List.of()), offender))
                .anyMatch(line -> line.contains("a log: "))
                .anyMatch(line -> line.contains("a framework: "));
    }

    @Test
    void allowsWhatIsPassedInOrCarriedAlong() {
        var expressions = List.of(
                "new java.util.Random(7)",
                "java.util.random.RandomGenerator.StreamableGenerator.class",
                "java.time.LocalDate.parse(\"2026-11-20\")",
                "String.format(java.util.Locale.ROOT, \"%.2f\", 1.5)",
                "getClass().getResourceAsStream(\"knowledge.yaml\")",
                "new java.io.ByteArrayInputStream(new byte[0])");
        assertThat(Code.violations(Purity.ruleExcept(List.of()), answering(expressions)))
                .isEmpty();
    }

    @Test
    void anExemptionReachesNoFurtherThanItSays() {
        var offender = Offender.classes(
                "package lib; class Timed { long a() { return System.nanoTime(); } double b() { return Math.random(); } }",
                "package lib; class Other { long a() { return System.nanoTime(); } }");
        var exemptions = List.of(new Exemption("lib.Timed", "java.lang.System.nanoTime()", "for the test"));
        assertThat(Code.violations(Purity.ruleExcept(exemptions), offender))
                .hasSize(2)
                .anyMatch(line -> line.contains("Timed.b()"))
                .anyMatch(line -> line.contains("Other.a()"));
    }
}
