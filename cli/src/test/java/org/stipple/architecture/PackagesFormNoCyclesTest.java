package org.stipple.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Inside a library nobody but this test sees to it; between modules the compiler does.
class PackagesFormNoCyclesTest {

    static final List<String> LIBRARIES = Code.LIBRARIES;

    private static final ArchRule NO_CYCLES = SlicesRuleDefinition.slices()
            .assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return SliceIdentifier.of(type.getPackageName());
                }

                @Override
                public String getDescription() {
                    return "packages";
                }
            })
            .should()
            .beFreeOfCycles();

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void packagesOfALibraryFormNoCycle(String library) {
        assertThat(Code.violations(NO_CYCLES, Code.of(library))).isEmpty();
    }

    @Test
    void findsTwoPackagesThatUseEachOther() {
        var offender = Offender.classes(
                "package lib; public class Root { lib.part.Part part; }",
                "package lib.part; public class Part { lib.Root whole; }");
        assertThat(Code.violations(NO_CYCLES, offender)).hasSize(1);
    }

    @Test
    void findsARingOfThree() {
        var offender = Offender.classes(
                "package lib.a; public class A { lib.b.B next; }",
                "package lib.b; public class B { lib.c.C next; }",
                "package lib.c; public class C { void run() { new lib.a.A(); } }");
        assertThat(Code.violations(NO_CYCLES, offender)).hasSize(1);
    }

    @Test
    void allowsUseInOneDirection() {
        var innocent = Offender.classes(
                "package lib; public class Root { lib.part.Part part; }", "package lib.part; public class Part {}");
        assertThat(Code.violations(NO_CYCLES, innocent)).isEmpty();
    }
}
