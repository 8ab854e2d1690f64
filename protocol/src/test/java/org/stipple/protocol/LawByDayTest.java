package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A law holds from its day on: not before it, and not only once somebody has written a new release.
class LawByDayTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    private static List<String> law(String yaml, String day) {
        return KNOWLEDGE.screen(Cases.changed(yaml), LocalDate.parse(day)).findings().stream()
                .map(finding -> finding.kind() + " " + finding.rule())
                .filter(words -> words.contains(" law-"))
                .toList();
    }

    private static String depth(String yaml, String day) {
        return KNOWLEDGE
                .planWithoutDose(Cases.changed(yaml), LocalDate.parse(day))
                .planned()
                .getFirst()
                .depth()
                .chosen()
                .toString();
    }

    @ParameterizedTest
    @CsvSource({"2027-09-05, false", "2027-09-06, true", "2028-01-01, true"})
    void asksForASignatureOnceScotlandNeedsALicence(String day, boolean needed) {
        for (String who : List.of("aesthetician", "nurse", "physician", "null")) {
            var shallow =
                    "{jurisdiction: GB-SCT, operator: %s, premises: other, zones: [cheek-left], goal: {depthMm: 1.0}}"
                            .formatted(who);
            var found = law(shallow, day);
            assertThat(found.contains("sign-off law-scotland-licence-needed"))
                    .as(who)
                    .isEqualTo(needed);
            assertThat(found.contains("note law-scotland-licence")).as(who).isEqualTo(!needed);
            assertThat(KNOWLEDGE
                            .screen(Cases.changed(shallow), LocalDate.parse(day))
                            .verdict())
                    .isEqualTo(needed ? Verdict.SIGN_OFF : Verdict.PROCEED);
        }
        assertThat(law("{jurisdiction: GB-ENG}", day)).doesNotContain("sign-off law-scotland-licence-needed");
    }

    @ParameterizedTest
    @CsvSource({"2020-01-01, 1.5", "2026-05-11, 1.5", "2026-05-12, 1.25", "2026-11-20, 1.25"})
    void knowsNoActOfParliamentBeforeItsDay(String day, String depth) {
        var deep = "{jurisdiction: GB-SCT, premises: other, age: 17, zones: [cheek-left], %s: %s}";
        boolean passed = depth.equals("1.25");
        var found = law(deep.formatted("goal", "{depthMm: 1.5}"), day);
        assertThat(found.contains("sign-off law-scotland-depth")).isEqualTo(passed);
        assertThat(found.contains("sign-off law-scotland-age")).isEqualTo(passed);
        assertThat(law(deep.formatted("anaesthetic", "{product: lmx4}"), day)
                        .contains("sign-off law-scotland-anaesthetic"))
                .isEqualTo(passed);
        assertThat(law(deep.formatted("areaCm2", "{nose: 10}"), day).contains("note law-bounds-depth"))
                .isEqualTo(passed);
        assertThat(depth("{jurisdiction: GB-SCT, premises: other, zones: [cheek-left]}", day))
                .isEqualTo(depth + " mm");
    }

    /// Where nothing that was read holds yet, nothing is known.
    @Test
    void saysThatTheLawIsNotKnownBeforeTheFirstThatWasRead() {
        assertThat(law("{jurisdiction: GB-SCT, operator: nurse}", "2020-01-01"))
                .contains("note law-unknown", "note law-operator-unknown");
        assertThat(law("{jurisdiction: GB-SCT, operator: nurse}", "2026-05-12"))
                .doesNotContain("note law-unknown", "note law-operator-unknown");
        assertThat(law("{jurisdiction: GB-ENG}", "2025-08-06"))
                .contains("note law-unknown")
                .doesNotContain("note law-england");
        assertThat(law("{jurisdiction: GB-ENG}", "2025-08-07"))
                .contains("note law-england")
                .doesNotContain("note law-unknown");
    }

    /// Since when a law holds was not read of most: it holds on every day.
    @Test
    void keepsToALawOfWhichNoDayWasRead() {
        assertThat(law("{jurisdiction: US-CA, operator: aesthetician}", "2015-01-01"))
                .contains("refuse law-california-aesthetician");
        assertThat(depth("{jurisdiction: US-AZ, operator: aesthetician, zones: [cheek-left]}", "2015-01-01"))
                .isEqualTo("0.5 mm");
    }

    @Test
    void letsAClinicWriteALawThatHoldsFromADayOn() {
        var clinic = KNOWLEDGE.withOverlay("""
                version: "1"
                laws:
                  - {id: our-town, jurisdiction: US-OH, says: Only to 0.5 mm., dated: "2027", from: 2027-01-01, inForce: true, depth: {maxMm: 0.5}, design: told by our lawyer, review: our lawyer}
                """, Cases.ON);
        var facts = Cases.changed("{jurisdiction: US-OH, zones: [cheek-left]}");
        assertThat(clinic.planWithoutDose(facts, LocalDate.of(2026, 12, 31))
                        .planned()
                        .getFirst()
                        .depth()
                        .chosen())
                .hasToString("1.5 mm");
        assertThat(clinic.planWithoutDose(facts, LocalDate.of(2027, 1, 1))
                        .planned()
                        .getFirst()
                        .depth()
                        .chosen())
                .hasToString("0.5 mm");
    }
}
