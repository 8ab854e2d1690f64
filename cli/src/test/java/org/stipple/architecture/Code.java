package org.stipple.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// The class files of Stipple, tests left out.
final class Code {

    /// The libraries, and `phantom`, which keeps the same discipline.
    static final List<String> LIBRARIES = List.of("quantities", "dose", "protocol", "imaging", "phantom");

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes"))
            .importPackages("org.stipple");

    private Code() {}

    static JavaClasses all() {
        return ALL;
    }

    static JavaClasses of(String module) {
        return ALL.that(DescribedPredicate.describe("of " + module, type -> module.equals(moduleOf(type))));
    }

    /// `dose` for what is in `org.stipple.dose` and below; empty for everything else.
    static String moduleOf(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 2 && parts[0].equals("org") && parts[1].equals("stipple") ? parts[2] : "";
    }

    /// What breaks the rule, one line each. Empty code breaks none: that there is code,
    /// [EveryModuleIsReadTest] sees to.
    static List<String> violations(ArchRule rule, JavaClasses classes) {
        return rule.allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails();
    }
}
