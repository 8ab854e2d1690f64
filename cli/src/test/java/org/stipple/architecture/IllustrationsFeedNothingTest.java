package org.stipple.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/// Models of healing are there to look at: no plan, limit or date may rest on them.
class IllustrationsFeedNothingTest {

    private static final String ILLUSTRATIONS = "org.stipple.dose.illustrative..";

    private static final ArchRule RULE = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage(ILLUSTRATIONS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ILLUSTRATIONS);

    @Test
    void nothingRestsOnAnIllustration() {
        assertThat(Code.all().stream().map(type -> type.getPackageName()))
                .as("there is something to look at")
                .contains("org.stipple.dose.illustrative");
        assertThat(Code.violations(RULE, Code.all())).isEmpty();
    }

    @Test
    void findsAPlanThatDoes() {
        var offender = Offender.classes(
                "package org.stipple.dose.illustrative; public class Model { public static double day() { return 3; } }",
                "package org.stipple.protocol; public class Interval { double days() {"
                        + " return org.stipple.dose.illustrative.Model.day(); } }");
        assertThat(Code.violations(RULE, offender)).isNotEmpty();
    }
}
