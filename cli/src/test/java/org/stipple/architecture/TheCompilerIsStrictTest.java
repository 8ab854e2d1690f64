package org.stipple.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Modules that differ in one line, each compiled as every module of the project is.
class TheCompilerIsStrictTest {

    private static String said = "";

    /// One Maven for all of them: it takes seconds.
    @BeforeAll
    static void compileAll() throws Exception {
        var files = new LinkedHashMap<String, String>();
        files.put("pom.xml", """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>trial</groupId><artifactId>trial</artifactId><version>1</version><packaging>pom</packaging>
                  <modules>
                    <module>innocent</module><module>nullness</module><module>raw</module>
                  </modules>
                </project>
                """);
        module(files, "innocent", """
                int letters(@Nullable String word) { return word == null ? 0 : word.length(); }
                java.util.List<String> words() { return java.util.List.of(); }
                """);
        module(files, "nullness", "int letters(@Nullable String word) { return word.length(); }");
        module(files, "raw", "java.util.List words() { return java.util.List.of(); }");
        said = MavenTrial.run("compiler", files, "--fail-at-end", "compile").said();
    }

    private static void module(Map<String, String> files, String name, String member) {
        files.put(name + "/pom.xml", """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <parent>
                    <groupId>org.stipple</groupId><artifactId>stipple</artifactId><version>0.1.0-SNAPSHOT</version>
                    <relativePath>../../../../../pom.xml</relativePath>
                  </parent>
                  <artifactId>%s</artifactId>
                  <name>Trial %1$s</name>
                </project>
                """.formatted(name));
        String path = name + "/src/main/java/trial/";
        files.put(path + "package-info.java", "@org.jspecify.annotations.NullMarked package trial;");
        files.put(path + "Trial.java", """
                package trial;
                import org.jspecify.annotations.Nullable;
                class Trial { @Nullable Object unused; %s }
                """.formatted(member));
    }

    @Test
    void acceptsTheInnocent() {
        assertThat(said).containsPattern("Trial innocent .*SUCCESS");
    }

    @Test
    void rejectsTheUseOfWhatMayBeNull() {
        assertThat(said)
                .containsPattern("Trial nullness .*FAILURE")
                .containsPattern(
                        "nullness/src/main/java/trial/Trial.java.*\\[NullAway\\] dereferenced expression 'word'");
    }

    @Test
    void rejectsARawType() {
        assertThat(said)
                .containsPattern("Trial raw .*FAILURE")
                .containsPattern("raw/src/main/java/trial/Trial.java.*\\[rawtypes\\]");
    }

    @Test
    void noModuleTurnsItOff() {
        for (String module : Sources.modules()) {
            assertThat(Sources.text(Sources.ROOT.resolve(module).resolve("pom.xml")))
                    .as(module)
                    .doesNotContain("<compilerArg", "<failOnWarning", "<showWarnings", "errorprone", "-Xlint:none")
                    .satisfies(pom -> assertThat(pom.contains("<stipple.lint>"))
                            .isEqualTo(pom.contains("<stipple.lint>-Xlint:all,")));
        }
    }
}
