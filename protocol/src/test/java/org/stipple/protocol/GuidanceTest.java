package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.quantities.Depth;

class GuidanceTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    private static OutcomeScale scale(String id) {
        return KNOWLEDGE.scales().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static TopicalProduct topical(String id) {
        return KNOWLEDGE.topicals().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// Published totals: VSS 0-13, GAGS 0-44, SCAR 0-15 with the items of the patient.
    @Test
    void scalesOfFreeUseAddUpToTheirTotals() {
        assertThat(scale("vancouver").most()).isEqualTo(13);
        assertThat(scale("gags").most()).isEqualTo(44);
        assertThat(scale("scar").most()).isEqualTo(15);
        assertThat(scale("gags").band(18)).contains("mild");
        assertThat(scale("gags").band(19)).contains("moderate");
        assertThat(scale("gags").band(0)).isEmpty();
        assertThat(scale("vancouver").band(5)).isEmpty();
    }

    @Test
    void ofLicensedScalesOnlyScoresAreKept() {
        assertThat(KNOWLEDGE.scales().stream()
                        .filter(one -> one.use() == OutcomeScale.Use.SCORES_ONLY)
                        .map(OutcomeScale::id))
                .contains("posas-2-patient", "posas-2-observer", "dlqi", "face-q");
        assertThat(KNOWLEDGE.scales())
                .filteredOn(one -> one.use() != OutcomeScale.Use.FREE)
                .allSatisfy(one -> {
                    assertThat(one.items()).isEmpty();
                    assertThat(one.grades()).isEmpty();
                });
    }

    @Test
    void aScaleHasOnlyTotalsOnItsStepsAndSaysWhatTheyMean() {
        assertThat(scale("gais").has(new BigDecimal("5"))).isTrue();
        assertThat(scale("gais").has(new BigDecimal("2.5"))).isFalse();
        assertThat(scale("gais").has(new BigDecimal("6"))).isFalse();
        assertThat(scale("mmasi").has(new BigDecimal("7.2"))).isTrue();
        assertThat(scale("mmasi").has(new BigDecimal("7.25"))).isFalse();
        assertThat(scale("modified-fitzpatrick").has(new BigDecimal("1.5"))).isTrue();
        assertThat(scale("gais").meaning(BigDecimal.ONE)).contains("very much improved");
        assertThat(scale("dlqi").meaning(new BigDecimal("7"))).contains("moderate effect");
        assertThat(scale("posas-2-patient").meaning(new BigDecimal("7"))).isEmpty();
    }

    @Test
    void onlyTheGlobalScaleIsScoredByBothAndJudgesTheChange() {
        assertThat(KNOWLEDGE.scales().stream()
                        .filter(one -> one.scoredBy().size() == 2)
                        .map(OutcomeScale::id))
                .containsExactly("gais");
        assertThat(KNOWLEDGE.scales().stream()
                        .filter(one -> one.judges() == OutcomeScale.Judges.CHANGE)
                        .map(OutcomeScale::id))
                .containsExactly("gais");
        assertThat(scale("dlqi").scoredBy()).containsExactly(OutcomeScale.By.PATIENT);
    }

    @Test
    void whatWasReadInNoSourceIsNotComputed() {
        assertThat(KNOWLEDGE.scales().stream()
                        .filter(one -> one.use() == OutcomeScale.Use.UNVERIFIED)
                        .map(OutcomeScale::id))
                .containsExactly("goodman-baron-quantitative", "ecca", "scar-s", "manchester");
        assertThat(scale("ecca").basis()).isInstanceOf(Basis.Design.class);
    }

    @Test
    void onlyWhatIsSterileMayBeOnTheSkinDuringNeedling() {
        assertThat(KNOWLEDGE.topicals())
                .filteredOn(one -> one.during() != TopicalProduct.During.NEVER)
                .allMatch(TopicalProduct::sterile);
        assertThat(KNOWLEDGE.topicals())
                .filteredOn(one -> one.during() == TopicalProduct.During.ALLOWED)
                .extracting(TopicalProduct::id)
                .containsExactly("device-hydrogel", "sterile-saline", "sterile-hyaluronic-acid");
        assertThat(KNOWLEDGE.topicals().stream()
                        .filter(TopicalProduct::labelled)
                        .map(TopicalProduct::id))
                .containsExactly("device-hydrogel");
        assertThat(topical("vitamin-c-serum").during()).isEqualTo(TopicalProduct.During.NEVER);
        assertThat(topical("sunscreen").fromHours()).isEqualTo(24);
    }

    @Test
    void healingIsExpectedByDayAndDepth() {
        var expected = KNOWLEDGE.healing().stream()
                .filter(one -> one.isExpected(3, Depth.ofMillimetres("0.5")))
                .map(ExpectedHealing::id)
                .toList();
        assertThat(expected)
                .contains("redness", "flaking", "downtime-shallow")
                .doesNotContain("bleeding", "downtime-deep");
        assertThat(KNOWLEDGE.healing().stream()
                        .filter(one -> one.isExpected(4, Depth.ofMillimetres("1.5")))
                        .map(ExpectedHealing::id))
                .contains("downtime-medium")
                .doesNotContain("redness");
    }

    @Test
    void redFlagsSayWhatToDoAndWhoIsCalled() {
        assertThat(KNOWLEDGE.redFlags())
                .filteredOn(one -> one.call() == RedFlag.Call.EMERGENCY)
                .extracting(RedFlag::id)
                .containsExactly("anaphylaxis", "anaesthetic", "eye");
        assertThat(KNOWLEDGE.redFlags()).allSatisfy(flag -> {
            assertThat(flag.todo()).isNotBlank();
            assertThat(flag.patientWords()).isNotBlank();
            assertThat(flag.answerWithinMinutes() == 0).isEqualTo(flag.call() == RedFlag.Call.EMERGENCY);
        });
        var granuloma = KNOWLEDGE.redFlags().stream()
                .filter(one -> one.id().equals("granuloma"))
                .findFirst()
                .orElseThrow();
        assertThat(granuloma.canShowAfter(71)).isFalse();
        assertThat(granuloma.canShowAfter(72)).isTrue();
    }

    @Test
    void everyCourseCarriesTheRedFlags() {
        var course = KNOWLEDGE.planWithoutDose(Cases.clear(), Cases.ON);
        assertThat(course.aftercare().stream().map(AftercareStep::id))
                .startsWith("first-day")
                .contains("red-flag-anaphylaxis", "red-flag-tracks");
        assertThat(course.aftercare())
                .filteredOn(step -> step.id().equals("red-flag-herpes"))
                .extracting(AftercareStep::todo)
                .containsExactly(
                        "Grouped blisters, burning: To a clinician the same day; the prescriber decides on an antiviral.");
    }

    @Test
    void refusesWordsOfALicensedScale() {
        assertThatThrownBy(() -> Broken.knowledge(
                        "scales.yaml",
                        "    use: free\n    scoredBy: [clinician]\n    judges: state\n    total: {min: 0, max: 5",
                        "    use: scores-only\n    licence: x\n    scoredBy: [clinician]\n    judges: state\n"
                                + "    total: {min: 0, max: 5"))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("only a scale of free use shows its words");
        assertThatThrownBy(
                        () -> Broken.knowledge("scales.yaml", "    licence: licensed; its terms were not read\n", ""))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("a licence, because only scores may be kept");
    }
}
