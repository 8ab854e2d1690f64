package org.stipple.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamesSayTheClinicalThingTest {

    private static final String NAMED_FOR_NOTHING = "(.*[.$])?(Abstract[A-Z][^.$]*"
            + "|[^.$]*(Util|Utils|Helper|Helpers|Manager|Processor|Handler|Impl|Dto|DTO|Base|Common|Core|Misc))";

    private static final ArchRule NO_EMPTY_NAMES = noClasses()
            .should()
            .haveNameMatching(NAMED_FOR_NOTHING)
            .because("a name says what a thing is for; see CONTRIBUTING.md");

    @Test
    void noTypeIsNamedForNothing() {
        assertThat(Code.violations(NO_EMPTY_NAMES, Code.all())).isEmpty();
    }

    @Test
    void findsANameThatSaysNothing() {
        var names = List.of(
                "DepthUtil",
                "DepthUtils",
                "PlanHelper",
                "PhotoManager",
                "DoseProcessor",
                "EventHandler",
                "PlansImpl",
                "PatientDto",
                "ZoneBase",
                "DoseCommon",
                "ImagingCore",
                "Misc",
                "AbstractRule");
        var found = Code.violations(NO_EMPTY_NAMES, typesNamed(names));
        assertThat(names)
                .allSatisfy(name -> assertThat(found)
                        .anyMatch(line -> line.contains("<lib." + name + ">"))
                        .anyMatch(line -> line.contains("<lib.Within$" + name + ">")));
    }

    @Test
    void allowsANameThatSaysSomething() {
        var names = List.of("Depth", "Screening", "Abstraction", "Utilisation", "CoreTemperature");
        assertThat(Code.violations(NO_EMPTY_NAMES, typesNamed(names))).isEmpty();
    }

    /// Each once as a type of its own and once within another.
    private static JavaClasses typesNamed(List<String> names) {
        var sources = names.stream().map("package lib; class %s {}"::formatted);
        String within = names.stream().map("interface %s {}"::formatted).collect(Collectors.joining());
        return Offender.classes(Stream.concat(sources, Stream.of("package lib; class Within { " + within + " }"))
                .toArray(String[]::new));
    }
}
