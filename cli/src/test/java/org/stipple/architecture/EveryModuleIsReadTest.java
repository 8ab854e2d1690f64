package org.stipple.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A rule that looks at nothing is never broken: here it is seen that the rules look at all there is.
class EveryModuleIsReadTest {

    private static final int JAVA_25 = 69;

    static Set<String> modulesOnTheClassPath() {
        return Code.all().stream()
                .map(Code::moduleOf)
                .filter(module -> !module.isEmpty())
                .collect(Collectors.toSet());
    }

    @Test
    void modulesWithSourcesAreOnTheClassPathOfTheChecks() {
        assertThat(modulesOnTheClassPath())
                .containsAll(Sources.modules().stream()
                        .filter(module -> !typesWritten(module).isEmpty())
                        .filter(module -> !module.equals("bench")) // never part of the test command
                        .toList())
                .contains("quantities", "protocol", "clinic", "cli");
    }

    @ParameterizedTest
    @MethodSource("modulesOnTheClassPath")
    void everyTypeWrittenIsRead(String module) {
        var read = Code.of(module).stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());
        assertThat(read).hasSizeGreaterThan(0).containsAll(typesWritten(module));
    }

    @ParameterizedTest
    @MethodSource("modulesOnTheClassPath")
    void classFilesAreOfJava25(String module) throws IOException {
        var oneOfThem = Code.of(module).iterator().next();
        try (var in = new DataInputStream(
                oneOfThem.getSource().orElseThrow().getUri().toURL().openStream())) {
            assertThat(in.readInt()).isEqualTo(0xCAFEBABE);
            assertThat(in.readInt()).isEqualTo(JAVA_25);
        }
    }

    private static Set<String> typesWritten(String module) {
        return Sources.java(module + "/src/main/java").stream()
                .map(Path::getFileName)
                .map(name -> name.toString().replace(".java", ""))
                .filter(name -> !name.endsWith("-info"))
                .collect(Collectors.toSet());
    }
}
