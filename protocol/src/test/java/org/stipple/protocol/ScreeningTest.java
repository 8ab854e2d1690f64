package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.quantities.ZoneId;

class ScreeningTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    private static final String HOME =
            "{setting: home, device: home-roller, indications: [texture], zones: [cheek-left]}";

    private static Screening screen(String yaml) {
        return KNOWLEDGE.screen(Cases.changed(yaml), Cases.ON);
    }

    @Test
    void letsTheClearCaseProceed() {
        var screening = screen("{}");
        assertThat(screening.findings()).isEmpty();
        assertThat(screening.verdict()).isEqualTo(Verdict.PROCEED);
        assertThat(screening.ask()).isEmpty();
        assertThat(screening.until()).isEmpty();
    }

    @Test
    void answersTheExampleOfTheContract() {
        var screening = KNOWLEDGE.screen(Cases.read(ContractExample.YAML), Cases.ON);
        assertThat(screening.verdict()).isEqualTo(Verdict.DEFER);
        assertThat(screening.openEnded()).containsExactly("active-acne");
        assertThat(screening.until()).contains(LocalDate.of(2026, 11, 23));
        assertThat(screening.findings())
                .extracting(finding -> finding.kind() + " " + finding.rule())
                .containsExactly(
                        "defer active-acne",
                        "defer retinoid-topical",
                        "sign-off darker-skin",
                        "sign-off herpes-history",
                        "sign-off isotretinoin-stopped");
        assertThat(screening.ask()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void findsAnUnansweredFactUnknownOrDoesWithoutIt(Fact fact) {
        var screening = KNOWLEDGE.screen(Cases.clear().without(fact), Cases.ON);
        if (fact.isOptionalDetail() || fact == Fact.SEX) {
            assertThat(screening.verdict()).isEqualTo(Verdict.PROCEED);
        } else {
            assertThat(screening.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(screening.ask()).containsExactly(fact);
            assertThat(screening.findings())
                    .allMatch(finding -> finding.missing().equals(List.of(fact)));
        }
    }

    @Test
    void asksAllOfSomebodyOfWhomNothingIsKnown() {
        var screening = KNOWLEDGE.screen(
                Cases.read(
                        "{setting: clinic, device: skinpen-precision, indications: [acne-scars], zones: [cheek-left]}"),
                Cases.ON);
        assertThat(screening.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(screening.ask())
                .startsWith(
                        Fact.SEX, Fact.PREGNANT, Fact.ACTIVE_INFECTION, Fact.HERPES_ACTIVE, Fact.SKIN_CANCER, Fact.AGE)
                .hasSize(Fact.values().length - 3)
                .endsWith(Fact.PHOTOSENSITISING_DRUG, Fact.DEPIGMENTING_DRUG);
    }

    @Test
    void asksNothingOfSomebodyRefused() {
        var screening =
                KNOWLEDGE.screen(Cases.changed("{facts: {skin-cancer-in-zone: [nose], pregnant: null}}"), Cases.ON);
        assertThat(screening.verdict()).isEqualTo(Verdict.REFUSE);
        assertThat(screening.ask()).isEmpty();
        assertThat(screening.in(ZoneId.CHEEK_LEFT).orElseThrow().ask()).containsExactly(Fact.PREGNANT);
        assertThat(screening.in(ZoneId.CHEEK_LEFT).orElseThrow().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void asksWhileWaitingOnlyWhatMayRefuse() {
        var screening = screen("{facts: {peel: {last: 2026-11-10}, keloid-history: null, bleeding-disorder: null}}");
        assertThat(screening.verdict()).isEqualTo(Verdict.DEFER);
        assertThat(screening.ask()).containsExactly(Fact.BLEEDING_DISORDER);
    }

    @Test
    void doesNotAskAManWhetherHeIsPregnantButBelievesHim() {
        assertThat(screen("{sex: male, facts: {pregnant: null, breastfeeding: null}}")
                        .verdict())
                .isEqualTo(Verdict.PROCEED);
        assertThat(screen("{sex: other, facts: {pregnant: null}}").ask()).containsExactly(Fact.PREGNANT);
        assertThat(screen("{sex: null, facts: {pregnant: null}}").ask()).containsExactly(Fact.SEX, Fact.PREGNANT);
        assertThat(screen("{sex: male, facts: {pregnant: true}}").verdict()).isEqualTo(Verdict.REFUSE);
    }

    @Test
    void givesTheFirstDayOnWhichNoDatedWaitStands() {
        var screening = screen("{facts: {waxing: {last: 2026-11-19}, laser: {last: 2026-10-05}}}");
        assertThat(screening.verdict()).isEqualTo(Verdict.DEFER);
        assertThat(screening.until()).contains(LocalDate.of(2027, 1, 5));
        assertThat(screening.openEnded()).isEmpty();
        var onThatDay = KNOWLEDGE.screen(
                Cases.changed("{facts: {waxing: {last: 2026-11-19}, laser: {last: 2026-10-05}}}"),
                LocalDate.of(2027, 1, 5));
        assertThat(onThatDay.verdict()).isEqualTo(Verdict.PROCEED);
    }

    @Test
    void tellsZonesApart() {
        var screening = screen("{facts: {open-wound-in-zone: [nose], active-acne-in-zone: [cheek-left]}}");
        assertThat(screening.verdict()).isEqualTo(Verdict.REFUSE);
        assertThat(screening.byZone())
                .extracting(zone -> zone.id() + " " + zone.verdict() + " " + zone.openEnded())
                .containsExactly("cheek-left defer [active-acne]", "nose refuse []");
    }

    @Test
    void refusesAtHomeWhatNeedsASignature() {
        assertThat(screen(HOME).verdict()).isEqualTo(Verdict.PROCEED);
        assertThat(screen(HOME).findings()).extracting(Finding::rule).containsExactly("device-uncleared-at-home");
        var screening = KNOWLEDGE.screen(Cases.changed(HOME).with(Fact.FITZPATRICK, new Answer.Whole(4)), Cases.ON);
        assertThat(screening.verdict()).isEqualTo(Verdict.REFUSE);
        assertThat(screening.findings().getFirst().reason()).contains("see a clinician");
    }

    @Test
    void refusesALongRollerAtHome() {
        assertThat(screen("{setting: home, device: home-roller, indications: [texture], goal: {depthMm: 1.5}}")
                        .verdict())
                .isEqualTo(Verdict.REFUSE);
        assertThat(screen("{setting: home, device: dermaroller-mf8, zones: [cheek-left]}")
                        .verdict())
                .isEqualTo(Verdict.REFUSE);
    }

    @Test
    void refusesRadioFrequencyByItsName() {
        var screening = screen("{device: rf-morpheus}");
        assertThat(screening.verdict()).isEqualTo(Verdict.REFUSE);
        assertThat(screening.findings().getFirst().overridable()).isEqualTo(Overridable.NEVER);
    }

    @Test
    void cannotUseADeviceThatItDoesNotKnow() {
        assertThatThrownBy(() -> screen("{device: skinpin}"))
                .isInstanceOf(UnusableInput.class)
                .hasMessageStartingWith("device: was \"skinpin\", expected one of skinpen-precision");
    }

    @Test
    void saysThatNoLawWasApplied() {
        assertThat(screen("{jurisdiction: null}").findings())
                .extracting(Finding::rule)
                .containsExactly("law-not-applied");
        assertThat(screen("{jurisdiction: US-CA, operator: aesthetician}").verdict())
                .isEqualTo(Verdict.REFUSE);
        assertThat(screen("{jurisdiction: US, operator: aesthetician}").verdict())
                .isEqualTo(Verdict.PROCEED);
    }

    @Test
    void readsBackWhatItWrote() {
        for (String yaml : List.of(
                "{}",
                HOME,
                "{facts: {pregnant: null, peel: {last: 2026-11-10}, active-acne-in-zone: [nose]}, fitzpatrick: 5}")) {
            var screening = screen(yaml);
            assertThat(Screening.read(Documents.read(Documents.json(screening.toDocument()))))
                    .isEqualTo(screening);
        }
    }
}
