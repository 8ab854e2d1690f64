package org.stipple.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The null check looks only at packages that say so: a forgotten `package-info` would switch it off in silence.
class EveryPackageIsNullMarkedTest {

    @Test
    void everyPackageIsNullMarked() {
        assertThat(unmarked(Code.all())).isEmpty();
    }

    @Test
    void findsAPackageThatIsNot() {
        assertThat(unmarked(Offender.classes("package lib; class Alone {}"))).containsExactly("lib");
    }

    private static List<String> unmarked(JavaClasses classes) {
        return classes.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(found -> found.tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isEmpty())
                .map(found -> found.getName())
                .sorted()
                .toList();
    }
}
