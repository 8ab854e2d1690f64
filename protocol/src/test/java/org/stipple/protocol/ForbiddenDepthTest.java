package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where no depth is left, it matters what takes it away: a law in force, the practitioner's scope and the cap
/// at home are nobody's to set aside.
class ForbiddenDepthTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    private static List<Finding> refusals(String yaml) {
        return KNOWLEDGE.screen(Cases.changed(yaml), Cases.ON).findings().stream()
                .filter(finding -> finding.kind() == Kind.REFUSE)
                .filter(finding -> finding.rule().startsWith("no-depth"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{jurisdiction: US-AZ, operator: aesthetician, device: dermaroller-mf8, indications: [wrinkles], zones: [cheek-left]} | left cheek: at most 0.5 mm (law)",
                "{jurisdiction: US-NC, operator: aesthetician, device: dermaroller-mf8, indications: [wrinkles], zones: [nose]} | nose: at most 1 mm (law)",
                "{device: dermaroller-mf8, zones: [cheek-left], limits: {depthMm: 1.0}} | left cheek: at most 1 mm (scope)",
                "{zones: [cheek-left], limits: {depthMm: 0.4}} | left cheek: at most 0.4 mm (scope)",
                "{setting: home, operator: self, device: dermaroller-mf8, indications: [texture], zones: [cheek-left]} | left cheek: at most 0.3 mm (home)"
            })
    void letsNobodySetAsideWhatForbidsEveryDepth(String change, String reason) {
        var refusals = refusals(change);
        assertThat(refusals).extracting(Finding::rule).containsExactly("no-depth-permitted");
        assertThat(refusals.getFirst().overridable()).isEqualTo(Overridable.NEVER);
        assertThat(refusals.getFirst().reason()).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{device: dermaroller-mf8, zones: [nose]}",
                "{jurisdiction: US-AZ, operator: physician, device: dermaroller-mf8, zones: [nose]}",
                "{jurisdiction: GB-SCT, premises: other, device: dermaroller-mf8, zones: [nose]}",
                "{device: dermaroller-mf8, zones: [nose], limits: {depthMm: 1.5}}"
            })
    void leavesWhatOurOwnCapsExcludeToAClinician(String change) {
        var refusals = refusals(change);
        assertThat(refusals).extracting(Finding::rule).containsExactly("no-depth-left");
        assertThat(refusals.getFirst().overridable()).isEqualTo(Overridable.CLINICIAN);
    }

    /// Each zone by what takes its depth away.
    @Test
    void tellsTheZonesApart() {
        var both =
                "{jurisdiction: US-NC, operator: aesthetician, indications: [%s], zones: [cheek-left, hand-left], limits: {depthMm: 0.2}}";
        assertThat(refusals(both.formatted("acne-scars")))
                .extracting(Finding::rule)
                .containsExactly("no-depth-permitted");
        assertThat(refusals(both.formatted("cellulite"))).isEmpty();
    }
}
