package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stipple.quantities.ZoneId;

/// Nobody is planned to needle where, or deeper than, their scope goes.
class ScopeTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    private static Course plan(String yaml) {
        return KNOWLEDGE.planWithoutDose(Cases.changed(yaml), Cases.ON);
    }

    private static Finding outside(Screening screening) {
        return screening.findings().stream()
                .filter(finding -> finding.rule().equals("outside-scope"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void refusesEveryZoneOutsideTheScopeOfThePractitioner() {
        var course = plan("{zones: [cheek-left, cheek-right], limits: {depthMm: 0.5, zones: [nose]}}");
        assertThat(course.zones()).isEmpty();
        assertThat(course.screening().verdict()).isEqualTo(Verdict.REFUSE);
        var finding = outside(course.screening());
        assertThat(finding.kind()).isEqualTo(Kind.REFUSE);
        assertThat(finding.zones()).containsExactly(ZoneId.CHEEK_LEFT, ZoneId.CHEEK_RIGHT);
        assertThat(finding.reason()).contains("nose");
    }

    @Test
    void plansTheZonesWithinTheScopeAndNamesTheRuleAtTheOthers() {
        var course = plan("{zones: [cheek-left, nose], limits: {depthMm: 0.5, zones: [nose]}}");
        assertThat(course.planned()).extracting(ZonePlan.Planned::id).containsExactly(ZoneId.NOSE);
        assertThat(course.planned().getFirst().depth().max()).hasToString("0.5 mm");
        assertThat(course.zones().getFirst())
                .isInstanceOfSatisfying(
                        ZonePlan.Refused.class,
                        refused -> assertThat(refused.reason()).startsWith("outside-scope: "));
        assertThat(outside(course.screening()).zones()).containsExactly(ZoneId.CHEEK_LEFT);
    }

    /// Without a list of zones the scope is a depth alone.
    @Test
    void refusesNoZoneForAScopeThatNamesNone() {
        for (var limits : List.of("null", "{depthMm: 0.5}", "{depthMm: 0.5, zones: [cheek-left, nose]}")) {
            assertThat(plan("{limits: " + limits + "}").screening().findings())
                    .noneMatch(finding -> finding.rule().equals("outside-scope"));
        }
    }

    @Test
    void letsNobodySetTheScopeOfThePractitionerAside() {
        var course = plan("{limits: {depthMm: 0.5, zones: [chin]}}");
        assertThat(outside(course.screening()).overridable()).isEqualTo(Overridable.NEVER);
        var one = new Knowledge.SetAside("outside-scope", "Dr Vale", "she may", Cases.ON);
        assertThatThrownBy(() -> KNOWLEDGE.settingAside(List.of(one))).isInstanceOf(IllegalArgumentException.class);
    }
}
