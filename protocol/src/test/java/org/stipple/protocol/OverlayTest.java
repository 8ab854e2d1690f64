package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

class OverlayTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    private static final String SIGNED = "loosened: {by: Dr A. Muster, reason: own series, date: 2026-11-01}";

    private static Knowledge over(String yaml) {
        return KNOWLEDGE.withOverlay("version: \"7\"\n" + yaml);
    }

    private static Finding finding(Screening screening, String rule) {
        return screening.findings().stream()
                .filter(one -> one.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tightensACapWithoutASignature() {
        var stricter = over("zones: {cheek: {capMm: 0.75}}");
        var course = stricter.plan(Cases.clear(), Cases.ON);
        assertThat(course.planned().getFirst().depth().max()).isEqualTo(Depth.ofMillimetres("0.75"));
        assertThat(course.screening().findings()).noneMatch(one -> one.rule().startsWith("overlay-"));
    }

    @Test
    void aLowerCapHoldsForClearedCoursesToo() {
        var facts = Cases.changed("{indications: [wrinkles], zones: [neck], goal: {depthMm: 2.0}}");
        assertThat(KNOWLEDGE.plan(facts, Cases.ON).planned().getFirst().depth().max())
                .isEqualTo(Depth.ofMillimetres("2.5"));
        assertThat(over("zones: {neck: {capMm: 0.5}}")
                        .plan(facts, Cases.ON)
                        .planned()
                        .getFirst()
                        .depth()
                        .max())
                .isEqualTo(Depth.ofMillimetres("0.5"));
    }

    @Test
    void loosensACapWithANameAndSaysSoInThatZoneOnly() {
        var looser = over("zones: {nose: {capMm: 1.0, " + SIGNED + "}}");
        var course = looser.plan(Cases.clear(), Cases.ON);
        assertThat(course.planned().getLast().depth().max()).isEqualTo(Depth.ofMillimetres("1.0"));
        var note = finding(course.screening(), "overlay-cap-nose");
        assertThat(note.kind()).isEqualTo(Kind.NOTE);
        assertThat(note.zones()).containsExactly(ZoneId.NOSE);
        assertThat(note.reason())
                .contains("1 mm instead of 0.75 mm")
                .contains("by Dr A. Muster on 2026-11-01: own series");
    }

    /// A cap makes a hand no safer: its thickness is still not known.
    @Test
    void aCapAloneDoesNotOpenAHand() {
        var looser = over("zones: {hand: {capMm: 0.5, " + SIGNED + "}}");
        var facts = Cases.changed("{zones: [hand-left], indications: [texture]}");
        assertThat(looser.plan(facts, Cases.ON).planned()).isEmpty();
    }

    @Test
    void makesARuleGraverOrAWaitLonger() {
        var stricter = over("rules: {darker-skin: {kind: refuse}, sunburn: {withinDays: 21}}");
        var facts = Cases.changed("{fitzpatrick: 5, facts: {sunburn: {last: 2026-11-01}}}");
        var screening = stricter.screen(facts, Cases.ON);
        assertThat(finding(screening, "darker-skin").kind()).isEqualTo(Kind.REFUSE);
        assertThat(finding(screening, "sunburn").until()).contains(LocalDate.of(2026, 11, 22));
        assertThat(KNOWLEDGE.screen(facts, Cases.ON).findings())
                .noneMatch(one -> one.rule().equals("sunburn"));
    }

    @Test
    void loosensARuleWithANameAndItsFindingSaysSo() {
        var looser = over("rules: {darker-skin: {kind: caution, " + SIGNED + "}}");
        var found = finding(looser.screen(Cases.changed("{fitzpatrick: 5}"), Cases.ON), "darker-skin");
        assertThat(found.kind()).isEqualTo(Kind.CAUTION);
        assertThat(found.reason()).endsWith("Loosened in this clinic by Dr A. Muster on 2026-11-01: own series");
    }

    @Test
    void allowsHalfAMillimetreAtHomeAndNoMore() {
        var home = Cases.changed("{setting: home, operator: self, device: home-roller, indications: [texture]}");
        var looser = over("homeCap: {depthMm: 0.5, " + SIGNED + "}");
        assertThat(finding(looser.screen(home, Cases.ON), "overlay-home-cap").reason())
                .contains("0.5 mm instead of 0.3 mm");
        assertThat(looser.screen(Cases.clear(), Cases.ON).findings())
                .noneMatch(one -> one.rule().equals("overlay-home-cap"));
        assertThatThrownBy(() -> over("homeCap: {depthMm: 0.6, " + SIGNED + "}"))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("at most 0.5 mm");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zones.nose | zones: {nose: {capMm: 1.0}}",
                "rules.darker-skin | rules: {darker-skin: {kind: note}}",
                "rules.sunburn | rules: {sunburn: {withinDays: 3}}",
                "homeCap | homeCap: {depthMm: 0.4}",
                "zones.nose.loosened.by | 'zones: {nose: {capMm: 1.0, loosened: {reason: x, date: 2026-11-01}}}'",
                "zones.nose.loosened.reason | 'zones: {nose: {capMm: 1, loosened: {by: x, reason: \" \", date: 2026-11-01}}}'",
                "zones.knee | zones: {knee: {capMm: 1.0}}",
                "rules.nothing | rules: {nothing: {kind: refuse}}",
                "rules.pregnant | 'rules: {pregnant: {kind: caution, loosened: {by: x, reason: y, date: 2026-11-01}}}'",
                "rules.keloid-history | rules: {keloid-history: {withinDays: 3}}",
                "device | device: skinpen",
            })
    void refusesWhatIsLooserWithoutANameOrUnknown(String path, String yaml) {
        assertThatThrownBy(() -> over(yaml)).isInstanceOf(UnusableInput.class).hasMessageStartingWith(path + ":");
    }

    @Test
    void namesItselfInEveryAnswer() {
        var one = over("zones: {cheek: {capMm: 0.75}}")
                .screen(Cases.clear(), Cases.ON)
                .release();
        var other = over("zones: {cheek: {capMm: 0.5}}")
                .screen(Cases.clear(), Cases.ON)
                .release();
        assertThat(one.version()).isEqualTo(KNOWLEDGE.release().version() + "+7");
        assertThat(one.hash()).startsWith("sha256:").hasSize(71).isNotEqualTo(other.hash());
        assertThat(one.hash()).isNotEqualTo(KNOWLEDGE.release().hash());
    }
}
