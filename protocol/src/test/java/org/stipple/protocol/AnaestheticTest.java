package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stipple.protocol.document.Documents;

/// The labels of topical anaesthetics: what one use of them permits is not refused while it is not said which
/// use is meant, and what is enforced is told beforehand.
class AnaestheticTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    private static Course plan(String use) {
        return KNOWLEDGE.planWithoutDose(
                Cases.changed("{zones: [nose], anaesthetic: {product: " + use + "}}"), Cases.ON);
    }

    private static String check(String use) {
        var json = Documents.json(plan(use).anaesthetic());
        return json.substring(json.indexOf("\"check\":{"));
    }

    private static java.util.List<String> rules(String use) {
        return plan(use).screening().findings().stream().map(Finding::rule).toList();
    }

    private static String reason(String use, String rule) {
        return plan(use).screening().findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .reason();
    }

    /// 10 g for two hours are allowed on 100 cm², and not on 20: which of them is meant was not said.
    @Test
    void refusesNothingThatOneUsePermitsWhileItIsNotSaidWhichIsMeant() {
        assertThat(rules("emla, grams: 10, minutes: 120")).containsExactly("anaesthetic-unchecked");
        assertThat(check("emla, grams: 10, minutes: 120"))
                .contains("\"passed\":null,\"missing\":[\"areaCm2\"]")
                .contains(
                        "{\"check\":\"max-grams\",\"passed\":null,\"limit\":2.5,\"given\":10,\"regime\":\"minor dermal procedures\"}")
                .contains(
                        "{\"check\":\"max-grams\",\"passed\":null,\"limit\":60,\"given\":10,\"regime\":\"major dermal procedures\"}")
                .contains("{\"check\":\"max-minutes\",\"passed\":true,\"limit\":300,\"given\":120}");
        assertThat(rules("emla, grams: 10, areaCm2: 100, minutes: 120")).isEmpty();
    }

    @Test
    void refusesWhatNoUsePermits() {
        assertThat(rules("emla, grams: 61")).contains("anaesthetic-too-much");
        assertThat(rules("emla, grams: 60")).doesNotContain("anaesthetic-too-much");
        assertThat(rules("emla, minutes: 301")).contains("anaesthetic-too-much");
        assertThat(rules("emla, minutes: 300")).doesNotContain("anaesthetic-too-much");
        assertThat(check("emla, grams: 61")).contains("\"passed\":false,\"missing\":[\"areaCm2\",\"minutes\"]");
        assertThat(check("emla, grams: 2"))
                .contains("\"limit\":2.5,\"given\":2,\"regime\"")
                .contains("\"passed\":null,\"missing\"");
    }

    /// An hour is enough for the minor use and too short for the major one; half an hour is for both.
    @Test
    void isTooShortOnlyWhereItIsForEveryUse() {
        assertThat(rules("emla, grams: 2, minutes: 60")).containsExactly("anaesthetic-unchecked");
        assertThat(rules("emla, grams: 2, minutes: 59")).contains("anaesthetic-too-short");
        assertThat(rules("emla, grams: 10, areaCm2: 100, minutes: 60")).containsExactly("anaesthetic-too-short");
    }

    /// One use forbids the grams and the other the minutes: no use permits both.
    @Test
    void addsNothingUpOverTwoUses() {
        assertThat(check("emla, grams: 10, minutes: 60")).contains("\"passed\":false,\"missing\":[\"areaCm2\"]");
        assertThat(rules("emla, grams: 10, minutes: 60")).doesNotContain("anaesthetic-too-much");
    }

    @Test
    void namesUnderTooMuchOnlyWhatIsTooMuchAndUnderTooShortOnlyWhatIsTooShort() {
        var both = "emla, grams: 30, areaCm2: 100, minutes: 60";
        assertThat(reason(both, "anaesthetic-too-much"))
                .contains("at most 20 g on this area by the label, given 30 g")
                .doesNotContain("at least");
        assertThat(reason(both, "anaesthetic-too-short"))
                .contains("at least 120 minutes by the label, given 60 minutes")
                .doesNotContain(" g ");
    }

    /// What the check would enforce is what is told without a check, also where the label of the place is
    /// silent.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "emla | major dermal procedures | \"gramsPer10Cm2\":2,\"maxGrams\":60,\"maxAreaCm2\":600,\"minMinutes\":120,\"maxMinutes\":300",
                "emla | minor dermal procedures | \"gramsPer10Cm2\":1.25,\"maxGrams\":2.5,\"maxAreaCm2\":25,\"minMinutes\":60,\"maxMinutes\":300",
                "lmx4 | | \"gramsPer10Cm2\":2,\"maxGrams\":null,\"maxAreaCm2\":200,\"minMinutes\":30,\"maxMinutes\":60",
                "pliaglis | | \"gramsPer10Cm2\":1.3,\"maxGrams\":53,\"maxAreaCm2\":400,\"minMinutes\":20,\"maxMinutes\":60"
            })
    void givesTheLimitsThatTheCheckWouldEnforce(String product, String regime, String limits) {
        var json = Documents.json(
                KNOWLEDGE.planWithoutDose(Cases.clear(), Cases.ON).anaesthetic());
        var here = json.substring(json.indexOf("\"product\":\"" + product + "\""));
        var label = regime == null
                ? here.substring(here.indexOf("\"regime\":null"))
                : here.substring(here.indexOf("\"regime\":\"" + regime));
        assertThat(label.substring(label.indexOf("\"gramsPer10Cm2\""))).startsWith(limits);
    }

    @Test
    void marksWhatIsBorrowedFromAnotherLabel() {
        var json = Documents.json(
                KNOWLEDGE.planWithoutDose(Cases.clear(), Cases.ON).anaesthetic());
        assertThat(json)
                .contains("\"borrowed\":[\"maxGrams\",\"maxAreaCm2\",\"maxMinutes\",\"eczemaMinutes\"]")
                .contains("\"borrowed\":[\"maxMinutes\",\"eczemaMinutes\"]")
                .contains("\"borrowed\":[\"gramsPer10Cm2\"]");
        var british = Documents.json(KNOWLEDGE
                .planWithoutDose(Cases.changed("{jurisdiction: GB}"), Cases.ON)
                .anaesthetic());
        assertThat(british).contains("\"place\":\"GB\",\"regime\":null").contains("\"borrowed\":[]");
    }
}
