package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// Several indications at once: each zone for what belongs there, and no compromise in silence.
class SeveralIndicationsTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    private static final String HAIR_AND_SCARS =
            "{indications: [{id: hair, subtype: androgenetic}, acne-scars], zones: [scalp, cheek-left], device: dermapen-4}";

    private static Course plan(String yaml) {
        return KNOWLEDGE.planWithoutDose(Cases.changed(yaml), Cases.ON);
    }

    private static Finding finding(Course course, String rule) {
        return course.screening().findings().stream()
                .filter(one -> one.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void plansEachZoneForWhatBelongsThere() {
        var course = plan(HAIR_AND_SCARS);
        assertThat(course.planned())
                .extracting(zone -> zone.id() + " " + zone.depth().chosen())
                .containsExactly("scalp 0.5 mm", "cheek-left 1.5 mm");
        assertThat(course.screening().findings())
                .extracting(Finding::rule)
                .doesNotContain("indication-not-here", "indications-differ");
        var elsewhere = course.screening().findings().stream()
                .filter(one -> one.rule().equals("indication-elsewhere"))
                .toList();
        assertThat(elsewhere).hasSize(1);
        assertThat(elsewhere.getFirst().kind()).isEqualTo(Kind.NOTE);
    }

    @Test
    void givesEachZoneTheSessionsOfWhatItIsTreatedFor() {
        var course = plan(HAIR_AND_SCARS);
        assertThat(course.planned())
                .extracting(zone -> zone.id() + " "
                        + zone.schedule().orElseThrow().sessions().chosen() + " x "
                        + zone.schedule().orElseThrow().intervalDays().chosen())
                .containsExactly("scalp 6 x 14", "cheek-left 3 x 30");
        assertThat(Course.read(course.toDocument())).isEqualTo(course);
        assertThat(plan("{indications: [acne-scars, wrinkles]}").planned())
                .allMatch(zone -> zone.schedule().isEmpty());
    }

    @Test
    void waitsForAZoneAsItsIndicationAsks() {
        var course = plan(HAIR_AND_SCARS
                .replace("}]", "}]")
                .replace(
                        "device: dermapen-4",
                        "device: dermapen-4, facts: {previous-needling: {last: 2026-11-10, depthMm: 0.6}}"));
        assertThat(course.screening().in(ZoneId.SCALP).orElseThrow().until()).isEmpty();
        assertThat(course.screening().in(ZoneId.CHEEK_LEFT).orElseThrow().until())
                .contains(java.time.LocalDate.of(2026, 11, 24));
    }

    @Test
    void refusesAZoneToWhichNothingBelongs() {
        var screening =
                KNOWLEDGE.screen(Cases.changed("{indications: [hair, acne-scars], zones: [calf-left]}"), Cases.ON);
        var found = screening.findings().stream()
                .filter(one -> one.rule().equals("indication-not-here"))
                .findFirst()
                .orElseThrow();
        assertThat(found.reason()).startsWith("hair and acne scars cannot be treated");
    }

    @Test
    void saysWhichIndicationBindsWhereTheyPreferDifferentDepths() {
        var course = plan("{indications: [acne-scars, texture], zones: [cheek-left]}");
        assertThat(course.planned().getFirst().depth().chosen()).isEqualTo(Depth.ofMillimetres("0.5"));
        assertThat(finding(course, "indications-differ").reason())
                .contains("acne scars 1.5 mm, texture 0.5 mm, of which texture, the shallower, binds");
        assertThat(plan("{indications: [acne-scars, texture], zones: [cheek-left], goal: {depthMm: 1.0}}")
                        .screening()
                        .findings())
                .noneMatch(one -> one.rule().equals("indications-differ"));
    }

    @Test
    void namesOnlyTheIndicationsThatARuleSpeaksOf() {
        var course = plan("{indications: [acne-scars, pores], zones: [cheek-left]}");
        assertThat(finding(course, "weak-indication").reason()).startsWith("The evidence for pores is weak");
        var offLabel = plan("{indications: [acne-scars, wrinkles], zones: [cheek-left]}");
        assertThat(finding(offLabel, "device-off-label").reason())
                .startsWith("SkinPen Precision is not cleared for wrinkles in this zone");
        assertThat(finding(plan("{indications: [wrinkles, pores], zones: [cheek-left]}"), "device-off-label")
                        .reason())
                .startsWith("SkinPen Precision is not cleared for wrinkles and pores in this zone");
    }

    /// Texture beside it does not make a scar fit for home.
    @Test
    void refusesAtHomeWhateverIsMoreThanTextureAndLines() {
        var home = "{setting: home, device: home-roller, zones: [cheek-left], indications: %s}";
        for (String both : List.of("[texture, acne-scars]", "[acne-scars]", "[fine-lines, pores]")) {
            assertThat(KNOWLEDGE
                            .screen(Cases.changed(home.formatted(both)), Cases.ON)
                            .findings())
                    .as(both)
                    .anyMatch(one -> one.rule().equals("home-indication"));
        }
        assertThat(KNOWLEDGE
                        .screen(Cases.changed(home.formatted("[texture, fine-lines]")), Cases.ON)
                        .verdict())
                .isEqualTo(Verdict.PROCEED);
    }

    @Test
    void judgesAPlannedDepthAsItJudgesOneThatWasAskedFor() {
        assertThat(finding(plan("{zones: [cheek-left]}"), "depth-beyond-skin").kind())
                .isEqualTo(Kind.CAUTION);
        assertThat(plan("{zones: [cheek-left]}").screening().verdict())
                .isEqualTo(plan("{zones: [cheek-left], goal: {depthMm: 1.5}}")
                        .screening()
                        .verdict());
        assertThat(plan("{zones: [nose]}").screening().verdict()).isEqualTo(Verdict.PROCEED);
    }

    @Test
    void plansConservativelyWhereDarkPatchesAreToBeExpected() {
        for (String prone : List.of("fitzpatrick: 4", "fitzpatrick: 6", "facts: {pih-history: true}")) {
            var planned = plan("{zones: [cheek-left], " + prone + "}").planned().getFirst();
            assertThat(planned.depth().chosen()).as(prone).isEqualTo(Depth.ofMillimetres("1.0"));
            assertThat(planned.depth().max()).isEqualTo(Depth.ofMillimetres("1.5"));
            assertThat(planned.depth().boundBy()).isEqualTo("pigment");
            assertThat(planned.checks()).anyMatch(check -> check.check().equals("pigment-limit-without-signature"));
        }
        var asked = plan("{zones: [cheek-left], fitzpatrick: 4, goal: {depthMm: 1.5}}");
        assertThat(asked.planned().getFirst().depth().chosen()).isEqualTo(Depth.ofMillimetres("1.5"));
        assertThat(finding(asked, "depth-beyond-evaluated").reason()).contains("1.5 mm is beyond 1 mm (pigment)");
        assertThat(plan("{zones: [cheek-left], fitzpatrick: 3}")
                        .planned()
                        .getFirst()
                        .depth()
                        .chosen())
                .isEqualTo(Depth.ofMillimetres("1.5"));
    }

    /// The neck was studied to 2.5 mm: what asks for a signature is its cap and what wrinkles usually need.
    @Test
    void explainsTheNeckByWhatReallyAsksForASignature() {
        var neck = plan("{indications: [wrinkles], zones: [neck], goal: {depthMm: 2.5}}");
        assertThat(finding(neck, "depth-beyond-evaluated").reason())
                .isEqualTo("The depth needs a signature. neck: 2.5 mm is beyond 1 mm (zone) and 1.5 mm (indication).");
    }
}
