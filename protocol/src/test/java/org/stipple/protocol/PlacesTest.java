package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stipple.protocol.document.Documents;

/// A part inherits from its whole, a member state from its union.
class PlacesTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    private static String label(String place, String product) {
        var course = KNOWLEDGE.planWithoutDose(
                Cases.changed("{jurisdiction: " + place + ", anaesthetic: {product: " + product
                        + ", grams: 10, areaCm2: 20, minutes: 60}}"),
                Cases.ON);
        var json = Documents.json(course.anaesthetic());
        return json.substring(json.indexOf("\"check\":{"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT",
                "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "DE-BY", "EU"
            })
    void aMemberStateInheritsFromTheUnion(String place) {
        assertThat(label(place, "emla")).contains("\"label\":[\"EU\"]");
        assertThat(label(place, "pliaglis")).contains("\"label\":[\"EU\"]");
    }

    @ParameterizedTest
    @CsvSource({"CH, CH", "CH-ZH, CH", "US-CA, US"})
    void whoIsNoMemberInheritsNothing(String place, String label) {
        assertThat(label(place, "pliaglis")).contains("\"label\":[\"" + label + "\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB", "NO", "IS", "UA", "GB-SCT"})
    void isNoMemberByItsLetters(String place) {
        assertThat(label(place, "pliaglis")).contains("\"label\":[\"EU\",\"CH\",\"US\"]");
    }

    /// What is written for the Union is a law there, and a condition there, and bounds the depth there.
    @Test
    void aLawOfTheUnionHoldsInItsMembers() {
        var clinic = KNOWLEDGE.withOverlay("""
                version: "1"
                laws:
                  - {id: union, jurisdiction: EU, says: Only to 0.5 mm., dated: "2026", inForce: true, speaksOf: [nurse], depth: {maxMm: 0.5, exceptPremises: permitted}, design: invented for a test, review: nobody}
                """, Cases.ON);
        var facts = Cases.changed("{jurisdiction: FR, operator: nurse, zones: [cheek-left]}");
        var course = clinic.planWithoutDose(facts, Cases.ON);
        assertThat(course.planned().getFirst().depth().chosen()).hasToString("0.5 mm");
        assertThat(course.screening().findings())
                .filteredOn(finding -> finding.rule().equals("law-unknown"))
                .extracting(Finding::reason)
                .containsExactly("The law of FR is not known to us, only what holds in all of EU.");
        assertThat(course.screening().findings()).noneMatch(one -> one.rule().equals("law-operator-unknown"));
        assertThat(clinic.asksForPremises("FR")).isTrue();
        assertThat(clinic.asksForPremises("CH")).isFalse();
        var british = Cases.changed("{jurisdiction: GB, operator: nurse, zones: [cheek-left]}");
        assertThat(clinic.planWithoutDose(british, Cases.ON)
                        .planned()
                        .getFirst()
                        .depth()
                        .chosen())
                .hasToString("1.5 mm");
    }

    @Test
    void namesTheMembersOnce() {
        assertThat(KNOWLEDGE.contents().places().members())
                .containsOnlyKeys("EU")
                .allSatisfy((_, members) -> assertThat(members).hasSize(27));
    }
}
