package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the law says, and what is not known of it, is said in the place and to the operator that it concerns.
class LawTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    private static Screening screen(String yaml) {
        return KNOWLEDGE.screen(Cases.changed(yaml), Cases.ON);
    }

    private static List<String> law(String yaml) {
        return screen(yaml).findings().stream()
                .map(finding -> finding.kind() + " " + finding.rule())
                .filter(words -> words.contains(" law-"))
                .toList();
    }

    private static String reason(Screening screening, String rule) {
        return screening.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .reason();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "US-TX | aesthetician | note law-unknown, note law-operator-unknown",
                "US-TX | physician | note law-unknown",
                "US | aesthetician | note law-operator-unknown",
                "US | self | note law-operator-unknown",
                "US | physician | ",
                "AU | aesthetician | note law-operator-unknown",
                "GB | nurse | note law-unknown, note law-operator-unknown",
                "US-CA | aesthetician | refuse law-california-aesthetician",
                "US-CA | nurse | note law-operator-unknown",
                "JP | physician | note law-unknown"
            })
    void saysWhatIsNotKnownOfThePlaceAndTheOperator(String place, String operator, String findings) {
        var found = law("{jurisdiction: %s, operator: %s}".formatted(place, operator));
        assertThat(String.join(", ", found)).isEqualTo(findings == null ? "" : findings);
    }

    @Test
    void namesTheWholeOfWhichAloneSomethingIsKnown() {
        assertThat(reason(screen("{jurisdiction: US-TX}"), "law-unknown"))
                .isEqualTo("The law of US-TX is not known to us, only what holds in all of US.");
        assertThat(reason(screen("{jurisdiction: JP}"), "law-unknown")).isEqualTo("The law of JP is not known to us.");
        assertThat(reason(screen("{jurisdiction: AU, operator: self}"), "law-operator-unknown"))
                .isEqualTo("Whether the law of AU lets somebody who needles their own skin needle, and how deep, "
                        + "is not known to us.");
    }

    @Test
    void keepsCosmetologistsOfZurichToCosmeticEnds() {
        for (String trace : List.of("acne-scars", "melasma", "hair", "stretch-marks")) {
            assertThat(law("{jurisdiction: CH-ZH, operator: aesthetician, indications: [" + trace + "]}"))
                    .contains("refuse law-zurich-cosmetic-only");
        }
        assertThat(law("{jurisdiction: CH-ZH, operator: aesthetician, indications: [wrinkles]}"))
                .containsExactly("note law-bounds-depth");
    }

    /// "Deeper is for physicians": half a millimetre holds for whoever is none.
    @ParameterizedTest
    @CsvSource({"aesthetician, 0.5", "nurse, 0.5", "self, 0.5", "physician, 1"})
    void keepsWhoIsNoPhysicianInZurichToHalfAMillimetre(String operator, String depth) {
        var course = KNOWLEDGE.planWithoutDose(
                Cases.changed("{jurisdiction: CH-ZH, operator: %s, indications: [wrinkles], zones: [cheek-left]}"
                        .formatted(operator)),
                Cases.ON);
        assertThat(course.planned().getFirst().depth().chosen()).hasToString(depth + " mm");
    }

    @Test
    void knowsTheAgeInScotlandWhateverThePremises() {
        for (String premises : List.of("permitted", "other")) {
            var deep = "{jurisdiction: GB-SCT, premises: %s, age: 17, zones: [cheek-left], goal: {depthMm: %s}}";
            assertThat(law(deep.formatted(premises, "1.5"))).contains("sign-off law-scotland-age");
            assertThat(law(deep.formatted(premises, "1.25"))).doesNotContain("sign-off law-scotland-age");
        }
    }

    @Test
    void takesEveryNamedCreamForAPrescribedOneInScotland() {
        for (String product : List.of("emla", "lmx4", "pliaglis")) {
            var shallow = "{jurisdiction: GB-SCT, premises: %s, goal: {depthMm: 0.5}, anaesthetic: {product: " + product
                    + "}}";
            assertThat(law(shallow.formatted("other"))).contains("sign-off law-scotland-anaesthetic");
            assertThat(law(shallow.formatted("null"))).contains("sign-off law-scotland-anaesthetic");
            assertThat(law(shallow.formatted("permitted"))).doesNotContain("sign-off law-scotland-anaesthetic");
        }
    }

    @Test
    void saysWhereTheLawCutsADepthOffThoughNobodyAskedForMore() {
        var arizona = screen("{jurisdiction: US-AZ, operator: aesthetician}");
        assertThat(reason(arizona, "law-bounds-depth"))
                .isEqualTo("The law bounds the depth here: Estheticians to 0.5 mm at most.");
        assertThat(law("{jurisdiction: GB-SCT, zones: [cheek-left]}")).contains("note law-bounds-depth");
        assertThat(law("{jurisdiction: GB-SCT, zones: [nose]}")).doesNotContain("note law-bounds-depth");
    }

    /// What no regulator looked at is no milder than what one did, at any age.
    @Test
    void isNoMilderToTheYoungWithADeviceThatNobodyCleared() {
        for (int age = 12; age < 25; age++) {
            var cleared = screen("{age: %d, zones: [cheek-left]}".formatted(age));
            var uncleared = screen("{age: %d, zones: [cheek-left], device: dermapen-4}".formatted(age));
            assertThat(uncleared.verdict()).as("%d", age).isLessThanOrEqualTo(cleared.verdict());
        }
        assertThat(screen("{age: 21, device: generic-pen}").findings())
                .anyMatch(one -> one.rule().equals("under-label-age"));
    }

    @Test
    void knowsRadioFrequencyHoweverItIsWritten() {
        for (String device : List.of("rf-morpheus8", "RF-morpheus8", "Rf-Morpheus8")) {
            var screening = screen("{device: " + device + "}");
            assertThat(screening.verdict()).isEqualTo(Verdict.REFUSE);
            assertThat(screening.findings().getFirst().rule()).isEqualTo("radio-frequency");
        }
    }
}
