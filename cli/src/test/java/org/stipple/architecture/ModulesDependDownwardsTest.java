package org.stipple.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Reading order = dependency order = build order.
class ModulesDependDownwardsTest {

    /// What each library requires, `java.base` and the annotations of the compiler left out. Whoever adds a
    /// line says why in a decision record.
    private static final Map<String, Set<String>> REQUIRED = Map.of(
            "org.stipple.quantities", Set.of(),
            "org.stipple.dose", Set.of("org.stipple.quantities"),
            "org.stipple.protocol", Set.of("org.stipple.quantities", "org.stipple.dose", "org.snakeyaml.engine"),
            // java.desktop only for ImageIO, which decodes and encodes pictures in memory.
            "org.stipple.imaging", Set.of("org.stipple.quantities", "opencv", "java.desktop"),
            "org.stipple.phantom", Set.of("org.stipple.quantities", "java.desktop"),
            "org.stipple.darkroom", Set.of("org.stipple.imaging"));

    /// Which modules a module's classes may use, itself left out.
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "quantities", Set.of(),
            "dose", Set.of("quantities"),
            "protocol", Set.of("quantities", "dose"),
            "imaging", Set.of("quantities"),
            "phantom", Set.of("quantities"),
            "cohort", Set.of("quantities", "protocol"),
            "darkroom", Set.of("quantities", "imaging"),
            "clinic", Set.of("quantities", "dose", "protocol", "imaging", "phantom", "darkroom", "cohort"),
            "cli", Set.of("quantities", "dose", "protocol", "imaging", "phantom", "darkroom", "cohort", "clinic"),
            "bench", Set.of("quantities", "dose", "protocol", "imaging", "phantom"));

    @Test
    void librariesRequireExactlyWhatIsWrittenHere() throws IOException {
        var required = new TreeMap<String, Set<String>>();
        for (URL found : Collections.list(getClass().getClassLoader().getResources("module-info.class"))) {
            try (var in = found.openStream()) {
                var module = ModuleDescriptor.read(in);
                if (module.name().startsWith("org.stipple.")) {
                    required.put(module.name(), requires(module));
                }
            }
        }
        assertThat(required).isEqualTo(REQUIRED);
    }

    private static Set<String> requires(ModuleDescriptor module) {
        return module.requires().stream()
                .filter(required -> !required.name().equals("java.base"))
                .filter(required -> !required.modifiers().contains(Modifier.STATIC))
                .map(ModuleDescriptor.Requires::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void anotherRequirementIsSeen() {
        var offender = ModuleDescriptor.newModule("org.stipple.dose")
                .requires("org.stipple.quantities")
                .requires("java.sql")
                .build();
        assertThat(requires(offender)).isNotEqualTo(REQUIRED.get("org.stipple.dose"));
    }

    @Test
    void classesUseOnlyModulesBelowTheirOwn() {
        assertThat(Code.violations(DOWNWARDS, Code.all())).isEmpty();
    }

    @Test
    void findsWhoUsesAModuleAboveOrBeside() {
        var offender = Offender.classes(
                "package org.stipple.cli; public class Command {}",
                "package org.stipple.phantom; public class Face {}",
                "package org.stipple.clinic.photo; public class Upward { org.stipple.cli.Command command; }",
                "package org.stipple.imaging; public class Sideward { void run() { new org.stipple.phantom.Face(); } }");
        assertThat(Code.violations(DOWNWARDS, offender)).hasSize(2);
    }

    private static final ArchRule DOWNWARDS = ArchRuleDefinition.classes()
            .should(new ArchCondition<JavaClass>("use only modules below their own") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    String from = Code.moduleOf(type);
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> {
                                String to = Code.moduleOf(
                                        dependency.getTargetClass().getBaseComponentType());
                                return !to.isEmpty()
                                        && !to.equals(from)
                                        && !allowed(from).contains(to);
                            })
                            .map(dependency -> dependency.getTargetClass().getFullName())
                            .distinct()
                            .forEach(target -> events.add(
                                    SimpleConditionEvent.violated(type, type.getFullName() + " uses " + target)));
                }
            });

    private static Set<String> allowed(String module) {
        return ALLOWED.getOrDefault(module, Set.of());
    }
}
