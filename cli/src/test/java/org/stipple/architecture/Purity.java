package org.stipple.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The same inputs give the same bytes: a library sees no clock, draws no lots of its own, reads no
/// environment and touches no file, network, database or log. Time, generators and identifiers are
/// parameters.
final class Purity {

    /// What is kept out, as it reads in code, and why.
    private record Ban(Pattern what, String why) {
        static Ban of(String why, String what) {
            return new Ban(Pattern.compile(what), why);
        }
    }

    /// One reasoned exception.
    ///
    /// @param type the class, by full name, that may
    /// @param what reach this, and nothing else that is banned
    /// @param why for a reader who wonders
    record Exemption(String type, String what, String why) {}

    /// Members: `full.name.of.Type.member(parameter.Types)`.
    private static final List<Ban> MEMBERS = List.of(
            Ban.of("a clock", "java\\.time\\..*\\.now\\(.*\\)"),
            Ban.of("a clock", "java\\.time\\.Clock\\.(system|tick).*"),
            Ban.of("a clock", "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(\\)"),
            Ban.of("a clock", "java\\.util\\.Date\\.<init>\\(\\)"),
            Ban.of("a clock", "java\\.util\\.Calendar\\.getInstance\\(.*\\)"),
            Ban.of("its own randomness", "java\\.lang\\.(Strict)?Math\\.random\\(\\)"),
            Ban.of("its own randomness", "java\\.util\\.(Random|SplittableRandom)\\.<init>\\(\\)"),
            Ban.of("its own randomness", "java\\.util\\.UUID\\.randomUUID\\(\\)"),
            Ban.of("its own randomness", "java\\.util\\.Collections\\.shuffle\\(java\\.util\\.List\\)"),
            Ban.of("its own randomness", "java\\.util\\.random\\.RandomGenerator.*\\.(of|getDefault)\\(.*\\)"),
            Ban.of("its own randomness", "java\\.util\\.random\\.RandomGeneratorFactory\\.create\\(\\)"),
            Ban.of(
                    "the environment",
                    "java\\.lang\\.System\\.(getenv|getProperty|getProperties|setProperty|lineSeparator|exit|in|out|err)\\b.*"),
            Ban.of("the environment", "java\\.lang\\.(Integer|Long|Boolean)\\.get(Integer|Long|Boolean)\\(.*\\)"),
            Ban.of("the environment", "java\\.util\\.(Locale|TimeZone)\\.getDefault\\(.*\\)"),
            Ban.of("the environment", "java\\.time\\.ZoneId\\.systemDefault\\(\\)"),
            Ban.of("the machine's language (name a Locale)", "java\\.lang\\.String\\.format\\(java\\.lang\\.String,.*"),
            Ban.of("the machine's language (name a Locale)", "java\\.lang\\.String\\.formatted\\(.*\\)"),
            Ban.of("the machine's language (name a Locale)", "java\\.lang\\.String\\.to(Lower|Upper)Case\\(\\)"),
            Ban.of("a log", "java\\.lang\\.System\\.getLogger\\(.*\\)"),
            Ban.of("a log", "java\\.lang\\.Throwable\\.printStackTrace\\(.*\\)"));

    /// Types: full names.
    private static final List<Ban> TYPES = List.of(
            Ban.of("its own randomness", "java\\.util\\.concurrent\\.ThreadLocalRandom"),
            Ban.of("its own randomness", "java\\.security\\.SecureRandom"),
            Ban.of("files", "java\\.io\\.(File.*|RandomAccessFile)"),
            Ban.of("files", "java\\.nio\\.file\\..*"),
            Ban.of("files", "java\\.nio\\.channels\\..*"),
            Ban.of("the network", "java\\.net\\..*"),
            Ban.of("other programs", "java\\.lang\\.(Process.*|Runtime)"),
            Ban.of("a database", "(java|javax)\\.sql\\..*"),
            Ban.of("a log", "java\\.util\\.logging\\..*"),
            Ban.of("a log", "java\\.lang\\.System\\$Logger.*"),
            Ban.of("a log", "(org\\.slf4j|org\\.apache\\.(logging|commons\\.logging))\\..*"),
            Ban.of("a framework", "(org\\.springframework|jakarta)\\..*"));

    private Purity() {}

    static ArchRule ruleExcept(List<Exemption> exemptions) {
        return ArchRuleDefinition.classes().should(new ArchCondition<JavaClass>("be pure") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    report(type, name(access.getTarget()), MEMBERS, access.getDescription(), exemptions, events);
                }
                for (var dependency : type.getDirectDependenciesFromSelf()) {
                    String target =
                            dependency.getTargetClass().getBaseComponentType().getFullName();
                    report(type, target, TYPES, dependency.getDescription(), exemptions, events);
                }
            }
        });
    }

    /// As the bans name it: a constructor `type.<init>(…)`, a field without parentheses.
    private static String name(AccessTarget target) {
        return target.getFullName();
    }

    private static void report(
            JavaClass type,
            String reached,
            List<Ban> bans,
            String description,
            List<Exemption> exemptions,
            ConditionEvents events) {
        Optional<Ban> broken = bans.stream()
                .filter(ban -> ban.what().matcher(reached).matches())
                .findFirst();
        if (broken.isPresent()
                && exemptions.stream()
                        .noneMatch(exemption -> exemption.type().equals(type.getFullName())
                                && exemption.what().equals(reached))) {
            events.add(SimpleConditionEvent.violated(type, broken.get().why() + ": " + description));
        }
    }
}
