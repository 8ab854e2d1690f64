package org.stipple.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "AbstractRule"
            })
    void findsANameThatSaysNothing(String name) {
        assertThat(Code.violations(NO_EMPTY_NAMES, Offender.classes("package lib; class %s {}".formatted(name))))
                .hasSize(1);
        assertThat(Code.violations(
                        NO_EMPTY_NAMES,
                        Offender.classes("package lib; class Outer { interface %s {} }".formatted(name))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Depth", "Screening", "Abstraction", "Utilisation", "CoreTemperature"})
    void allowsANameThatSaysSomething(String name) {
        assertThat(Code.violations(NO_EMPTY_NAMES, Offender.classes("package lib; class %s {}".formatted(name))))
                .isEmpty();
    }
}
