package org.stipple.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What changes is private to the object that changes it; what is shared does not change.
class StateIsClosedTest {

    private static final ArchRule MUTABLE_FIELDS_ARE_PRIVATE = noField(
            "is open and changes",
            field -> !isStatic(field) && !isFinal(field) && !isPrivate(field) && !isFilledByPicocli(field));

    /// Constants of an array type may be kept inside the class that promises not to change them.
    private static final ArchRule NOTHING_STATIC_CHANGES = noField(
            "is static and changes",
            field -> isStatic(field) && (!isFinal(field) || field.getRawType().isArray() && !isPrivate(field)));

    private static final ArchRule PUBLIC_RECORDS_HOLD_NO_ARRAYS = noField(
            "is an array in a public record, which would compare it by identity",
            field -> !isStatic(field)
                    && field.getOwner().isRecord()
                    && field.getOwner().getModifiers().contains(JavaModifier.PUBLIC)
                    && field.getRawType().isArray());

    @Test
    void fieldsThatChangeArePrivate() {
        assertThat(Code.violations(MUTABLE_FIELDS_ARE_PRIVATE, Code.all())).isEmpty();
    }

    @Test
    void nothingStaticChanges() {
        assertThat(Code.violations(NOTHING_STATIC_CHANGES, Code.all())).isEmpty();
    }

    @Test
    void publicRecordsHoldNoArrays() {
        assertThat(Code.violations(PUBLIC_RECORDS_HOLD_NO_ARRAYS, Code.all())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"int passes;", "protected int passes;", "public int passes;"})
    void findsAnOpenFieldThatChanges(String field) {
        assertThat(Code.violations(MUTABLE_FIELDS_ARE_PRIVATE, lib(field))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"static int count;", "private static String last;", "static final int[] STEPS = {1};"})
    void findsAStaticThatChanges(String field) {
        assertThat(Code.violations(NOTHING_STATIC_CHANGES, lib(field))).hasSize(1);
    }

    @Test
    void findsAnArrayInAPublicRecord() {
        var offender = Offender.classes("package lib; public record Histogram(double[] bins) {}");
        assertThat(Code.violations(PUBLIC_RECORDS_HOLD_NO_ARRAYS, offender)).hasSize(1);
        var hidden = Offender.classes("package lib; record Histogram(double[] bins) {}");
        assertThat(Code.violations(PUBLIC_RECORDS_HOLD_NO_ARRAYS, hidden)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "private int passes;",
                "final int passes = 1;",
                "static final String ID = \"a\";",
                "private static final int[] STEPS = {1};"
            })
    void allowsWhatIsClosed(String field) {
        for (ArchRule rule :
                List.of(MUTABLE_FIELDS_ARE_PRIVATE, NOTHING_STATIC_CHANGES, PUBLIC_RECORDS_HOLD_NO_ARRAYS)) {
            assertThat(Code.violations(rule, lib(field))).isEmpty();
        }
    }

    @Test
    void allowsTheCommandLineToBeFilledInOnlyInTheCommand() {
        String option = "@picocli.CommandLine.Option(names = \"--on\") String on;";
        var command = Offender.classes("package org.stipple.cli; class Screen { %s }".formatted(option));
        assertThat(Code.violations(MUTABLE_FIELDS_ARE_PRIVATE, command)).isEmpty();
        assertThat(Code.violations(MUTABLE_FIELDS_ARE_PRIVATE, lib(option))).hasSize(1);
    }

    private static com.tngtech.archunit.core.domain.JavaClasses lib(String member) {
        return Offender.classes("package lib; class Offender { %s }".formatted(member));
    }

    private static ArchRule noField(String what, Predicate<JavaField> isWrong) {
        return ArchRuleDefinition.classes().should(new ArchCondition<JavaClass>("have no field that " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(isWrong)
                        .forEach(field ->
                                events.add(SimpleConditionEvent.violated(type, field.getFullName() + " " + what)));
            }
        });
    }

    private static boolean isStatic(JavaField field) {
        return field.getModifiers().contains(JavaModifier.STATIC);
    }

    private static boolean isFinal(JavaField field) {
        return field.getModifiers().contains(JavaModifier.FINAL);
    }

    private static boolean isPrivate(JavaField field) {
        return field.getModifiers().contains(JavaModifier.PRIVATE);
    }

    private static boolean isFilledByPicocli(JavaField field) {
        return Code.moduleOf(field.getOwner()).equals("cli")
                && field.getAnnotations().stream()
                        .anyMatch(
                                annotation -> annotation.getRawType().getName().startsWith("picocli.CommandLine$"));
    }
}
