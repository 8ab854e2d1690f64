package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.quantities.ZoneId;

/// What a clinic wants stricter it can say in a word and without a signature.
class OverlayTighteningTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    private static Knowledge over(String yaml) {
        return KNOWLEDGE.withOverlay("version: \"7\"\n" + yaml, Cases.ON);
    }

    private static String cap(Knowledge knowledge, ZoneId zone) {
        return knowledge.zone(zone).cap().map(Object::toString).orElse("none");
    }

    private static Finding finding(Screening screening, String rule) {
        return screening.findings().stream()
                .filter(one -> one.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void goesNowhereDeeperThanTheClinicSays() {
        var strict = over("zones: {all: {capMm: 0.2}}");
        for (var zone : ZoneId.values()) {
            boolean has = KNOWLEDGE.zone(zone).cap().isPresent();
            assertThat(cap(strict, zone)).as(zone.id()).isEqualTo(has ? "0.2 mm" : "none");
        }
        assertThat(strict.screen(Cases.clear(), Cases.ON).findings())
                .noneMatch(one -> one.rule().startsWith("overlay-"));
    }

    /// What stands lower already stays there.
    @Test
    void leavesAZoneThatHasALowerCapAsItIs() {
        var strict = over("zones: {face: {capMm: 0.8}}");
        assertThat(cap(strict, ZoneId.CHEEK_LEFT)).isEqualTo("0.8 mm");
        assertThat(cap(strict, ZoneId.FOREHEAD)).isEqualTo("0.8 mm");
        assertThat(cap(strict, ZoneId.NOSE)).isEqualTo("0.75 mm");
        assertThat(cap(strict, ZoneId.PERIORBITAL_LEFT)).isEqualTo("0.5 mm");
        assertThat(cap(strict, ZoneId.NECK)).isEqualTo("1 mm");
        assertThat(cap(over("zones: {face: {capMm: 1.0}}"), ZoneId.GLABELLA)).isEqualTo("1 mm");
    }

    /// A signature counts for every zone that is named, and opens none that was not.
    @Test
    void loosensAllOfAFaceUnderAName() {
        var signed = "{capMm: %s, loosened: {by: Dr Vale, reason: own series, date: 2026-11-01}}";
        var face = over("zones: {face: " + signed.formatted("1.2") + "}");
        assertThat(cap(face, ZoneId.NOSE)).isEqualTo("1.2 mm");
        assertThat(cap(face, ZoneId.CHEEK_LEFT)).isEqualTo("1.2 mm");
        var all = over("zones: {all: " + signed.formatted("0.5") + "}");
        assertThat(cap(all, ZoneId.HAND_LEFT)).isEqualTo("none");
        assertThat(cap(over("zones: {hand: " + signed.formatted("0.5") + "}"), ZoneId.HAND_LEFT))
                .isEqualTo("0.5 mm");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{face: {capMm: 2.0}} | zones.face | forehead 1 mm",
                "{all: {capMm: 2.0}} | zones.all | forehead 1 mm",
                "{nose: {capMm: 1.0}} | zones.nose | nose 0.75 mm",
                "{temple: {capMm: 1.0}} | zones.temple | left temple 0.75 mm",
                "{hand: {capMm: 0.2}} | zones.hand | left hand none"
            })
    void namesTheZoneThatIsInTheWay(String zones, String path, String way) {
        assertThatThrownBy(() -> over("zones: " + zones)).isInstanceOfSatisfying(UnusableInput.class, refused -> {
            assertThat(refused.path()).isEqualTo(path);
            assertThat(refused.getMessage()).contains(way).contains("loosened");
        });
    }

    /// The words tell the number that holds here, not that of the release.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "devices: {skinpen-precision: {minAge: 40}} | skinpen-precision | 34 | 40",
                "devices: {exceed: {minAge: 40}} | skinpen-precision | 21 | 22",
                "devices: {exceed: {minAge: 40}} | exceed | 34 | 40",
                "devices: {exceed: {minAge: 40}} | dermapen-4 | 34 | 40",
                "homeCap: {depthMm: 0.2} | skinpen-precision | 21 | 22"
            })
    void tellsTheAgeThatHolds(String overlay, String device, int age, int least) {
        var screening = over(overlay).screen(Cases.changed("{device: %s, age: %d}".formatted(device, age)), Cases.ON);
        var finding = finding(screening, "under-label-age");
        assertThat(finding.reason()).startsWith("Younger than " + least + " years");
        assertThat(finding.patientReason()).contains("from " + least + " years on");
        if (least != 22) {
            assertThat(finding.reason() + finding.patientReason()).doesNotContain("22");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{depthMm: 0.75} | 4 | 0.75 mm",
                "{fromSkinType: 3} | 3 | 1 mm",
                "{depthMm: 0.5, fromSkinType: 2} | 2 | 0.5 mm",
                "{fromSkinType: 3} | 2 | 1.5 mm"
            })
    void isMoreConservativeWithoutASignature(String change, int skinType, String depth) {
        var strict = over("conservativeDepth: " + change);
        var course = strict.planWithoutDose(
                Cases.changed("{zones: [cheek-left], fitzpatrick: %d}".formatted(skinType)), Cases.ON);
        assertThat(course.planned().getFirst().depth().chosen()).hasToString(depth);
        assertThat(course.screening().findings()).noneMatch(one -> one.rule().startsWith("overlay-"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{depthMm: 1.25%s} | 4 | 1.25 mm | The conservative depth is 1.25 mm instead of 1 mm",
                "{fromSkinType: 5%s} | 4 | 1.5 mm | The skin type from which on depth is conservative is 5 instead of 4"
            })
    void isLessConservativeUnderANameAlone(String change, int skinType, String depth, String says) {
        assertThatThrownBy(() -> over("conservativeDepth: " + change.formatted("")))
                .isInstanceOfSatisfying(
                        UnusableInput.class,
                        refused -> assertThat(refused.path()).isEqualTo("conservativeDepth"));
        var looser = over("conservativeDepth: "
                + change.formatted(", loosened: {by: Dr Vale, reason: own series, date: 2026-11-01}"));
        var course = looser.planWithoutDose(
                Cases.changed("{zones: [cheek-left], fitzpatrick: %d}".formatted(skinType)), Cases.ON);
        assertThat(course.planned().getFirst().depth().chosen()).hasToString(depth);
        assertThat(finding(course.screening(), "overlay-conservative-depth").reason())
                .startsWith(says);
    }
}
