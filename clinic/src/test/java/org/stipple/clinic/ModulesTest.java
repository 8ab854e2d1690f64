package org.stipple.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// The packages of the clinic are modules that depend only on what they declare, without cycles.
class ModulesTest {

    private final ApplicationModules modules =
            ApplicationModules.of(ClinicApplication.class, location -> !location.contains("/test-classes/"));

    @Test
    void dependOnlyOnWhatTheyDeclare() {
        modules.verify();
    }

    @Test
    void allDeclareWhatTheyDependOnAndNoneIsOpen() {
        assertThat(modules.stream()).isNotEmpty().allSatisfy(module -> {
            var declared = module.getBasePackage().getAnnotation(ApplicationModule.class);
            assertThat(declared).as("declaration of %s", module.getIdentifier()).isPresent();
            assertThat(declared.get().type()).isEqualTo(ApplicationModule.Type.CLOSED);
            assertThat(declared.get().allowedDependencies())
                    .as("declared dependencies of %s", module.getIdentifier())
                    .doesNotContain(ApplicationModule.OPEN_TOKEN);
        });
    }
}
