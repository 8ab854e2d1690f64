package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.stipple.dose.DermisReach;
import org.stipple.dose.Needle;
import org.stipple.dose.NeedleArray;
import org.stipple.dose.SkinLayers;
import org.stipple.dose.SkinThickness;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;
import org.stipple.quantities.Sex;
import org.stipple.quantities.ZoneId;

class PlannedDoseTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    private static List<ZonePlan.Planned> planned(String yaml) {
        return KNOWLEDGE.plan(Cases.changed(yaml), Cases.ON).planned();
    }

    private static Field dose(ZonePlan.Planned zone) {
        return Field.root(zone.dose().orElseThrow());
    }

    private static double number(Field field, String... path) {
        var at = field;
        for (String name : path) {
            at = at.required(name);
        }
        return at.number(0, 1e12);
    }

    private static ZonePlan.Check check(ZonePlan.Planned zone, String name) {
        return zone.checks().stream()
                .filter(one -> one.check().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// λ = N·f·p/(v·w) = 14 · 116.7 · 3 / (20 · 8) a mm², and area · p / (w · v) seconds.
    @Test
    void givesTheDensityAndTheTimeOfTheClosedForms() {
        var cheek = planned("{zones: [cheek-left], areaCm2: {cheek-left: 22}}").getFirst();
        double expected = 100 * 14 * 116.7 * 3 / (20 * 8);
        assertThat(number(dose(cheek), "density", "expected")).isCloseTo(expected, within(0.01));
        assertThat(number(dose(cheek), "density", "mean")).isCloseTo(expected, within(0.05 * expected));
        assertThat(number(dose(cheek), "punctures"))
                .isCloseTo(22 * number(dose(cheek), "density", "mean"), within(1.0));
        assertThat(number(dose(cheek), "seconds")).isCloseTo(2200.0 * 3 / (8 * 20), within(0.01));
        assertThat(Documents.json(dose(cheek).required("assumptions").document()))
                .contains("simulated on a square of 9 cm²", "all 22 cm²", "zygoma of women");
    }

    @Test
    void growsWithTheAreaAndSimulatesSmallZonesWhole() {
        var both = planned("{zones: [cheek-left, cheek-right], areaCm2: {cheek-left: 4, cheek-right: 44}}");
        assertThat(number(dose(both.get(0)), "punctures"))
                .isCloseTo(4 * number(dose(both.get(0)), "density", "mean"), within(1.0));
        assertThat(number(dose(both.get(1)), "seconds"))
                .isCloseTo(11 * number(dose(both.get(0)), "seconds"), within(0.001));
    }

    @Test
    void aRollerTakesNoTime() {
        var cheek = planned("{zones: [cheek-left], device: dermaroller-mf8}").getFirst();
        assertThat(dose(cheek).optional("seconds")).isEmpty();
        assertThat(number(dose(cheek), "density", "expected")).isCloseTo(15 * 15.2789, within(0.01));
    }

    @Test
    void everyDeviceHasADoseInEveryZone() {
        for (var device : KNOWLEDGE.devices()) {
            for (var zone : ZoneId.values()) {
                var skin = KNOWLEDGE.zone(zone);
                var technique = org.stipple.dose.Technique.of(
                        device.needleArray(), device.settings().getFirst(), 1, 1);
                assertThat(new SimulatedDose()
                                .of(new ZoneDose.Needling(
                                        device.needleArray(), technique, skin.skin(Optional.empty()), skin.area())))
                        .as("%s %s", device.id(), zone)
                        .isPresent();
            }
        }
    }

    /// Simulations are shared, and no zone's dose is another's.
    @Test
    void everyZoneHasTheDoseThatItHasAlone() {
        var facts = Cases.clear();
        var together = KNOWLEDGE.plan(facts.in(List.copyOf(ZoneId.face())), Cases.ON);
        assertThat(together.planned()).hasSizeGreaterThan(9);
        for (var zone : together.planned()) {
            var alone = KNOWLEDGE.plan(facts.in(List.of(zone.id())), Cases.ON).planned();
            assertThat(Documents.json(zone.dose().orElseThrow()))
                    .isEqualTo(Documents.json(alone.getFirst().dose().orElseThrow()));
        }
    }

    /// One pass of the pen gives 1021 a cm², two 2042.
    @Test
    void meetsAWishForDensityWithFewerPassesWhereItCan() {
        var two = planned("{zones: [cheek-left], goal: {densityPerCm2: 2000}}").getFirst();
        assertThat(two.passes()).isEqualTo(2);
        assertThat(two.directions()).isEqualTo(2);
        var check = check(two, "goal-density");
        assertThat(check.passed()).isTrue();
        assertThat(check.asked().orElseThrow()).isEqualByComparingTo("2000");
        assertThat(check.given().orElseThrow())
                .isEqualByComparingTo(BigDecimal.valueOf(number(dose(two), "density", "mean")));
    }

    @Test
    void saysWhenAWishForDensityIsNotMetAndNeverAddsPasses() {
        var sparse =
                planned("{zones: [cheek-left], goal: {densityPerCm2: 250}}").getFirst();
        assertThat(sparse.passes()).isEqualTo(1);
        assertThat(check(sparse, "goal-density").passed()).isFalse();
        assertThat(check(sparse, "goal-density").given().orElseThrow().doubleValue())
                .isGreaterThan(900);
        var dense =
                planned("{zones: [cheek-left], goal: {densityPerCm2: 90000}}").getFirst();
        assertThat(dense.passes()).isEqualTo(3);
        assertThat(check(dense, "goal-density").passed()).isFalse();
    }

    /// Solved by hand: normal((0.5·s − t) / (0.1·s)) = 0.01 gives s = t / 0.732635, with t = 0.20 + 0.86 mm.
    @Test
    void findsHowDeepTheForeheadMayBeSet() {
        var guard = KNOWLEDGE.contents().settings().dermisGuard();
        assertThat(guard.deepest(ZoneId.FOREHEAD, Optional.of(Sex.FEMALE)))
                .contains(Depth.ofMicrometres((int) (1060 / 0.732635)));
        assertThat(guard.deepest(ZoneId.FOREHEAD, Optional.of(Sex.MALE)))
                .contains(Depth.ofMicrometres((int) (1390 / 0.732635)));
        assertThat(guard.deepest(ZoneId.FOREHEAD, Optional.empty()))
                .isEqualTo(guard.deepest(ZoneId.FOREHEAD, Optional.of(Sex.FEMALE)));
        assertThat(guard.deepest(ZoneId.HAND_LEFT, Optional.empty())).isEmpty();
    }

    @Test
    void guardsTheDermisInSixKindsOfZoneOnly() {
        var guard = KNOWLEDGE.contents().settings().dermisGuard();
        assertThat(EnumSet.allOf(ZoneId.class).stream()
                        .filter(guard::holdsIn)
                        .map(ZoneId::id)
                        .collect(Collectors.joining(" ")))
                .isEqualTo("forehead glabella temple-left temple-right periorbital-left periorbital-right nose"
                        + " hand-left hand-right");
        var both = planned("{zones: [cheek-left, nose]}");
        assertThat(both.get(0).checks()).noneMatch(one -> one.check().equals("beyond-dermis"));
        var check = check(both.get(1), "beyond-dermis");
        assertThat(check.passed()).isTrue();
        assertThat(check.asked().orElseThrow()).isEqualByComparingTo("0.01");
    }

    /// A knowledge that allows 2.5 mm on the forehead still plans no deeper than the dermis lets it.
    @Test
    void bindsAboveACapThatIsTooDeep() {
        var loose = Knowledge.load(name -> {
            String text = Knowledge.resource(name);
            return name.equals("zones.yaml")
                    ? text.replaceFirst(
                            "maxMm: 1.0, design: \"thin skin over bone: mean 1.06", "maxMm: 2.5, design: \"x")
                    : text;
        });
        var facts = Cases.changed("{zones: [forehead], goal: {depthMm: 2.5}}");
        var depth = loose.plan(facts, Cases.ON).planned().getFirst().depth();
        assertThat(depth.max()).isEqualTo(Depth.ofMillimetres("1.25"));
        assertThat(depth.boundBy()).isEqualTo("dermis");
    }

    @Test
    void refusesAHandWhoseThicknessNobodyGave() {
        var capped = Knowledge.load(name -> {
            String text = Knowledge.resource(name);
            return name.equals("zones.yaml")
                    ? text.replace("    noGo: palms", "    cap: {maxMm: 0.5, design: x}\n    noGo: palms")
                    : text;
        });
        var facts = Cases.changed("{zones: [cheek-left, hand-left], indications: [texture]}");
        var hand = capped.plan(facts, Cases.ON).zones().getLast();
        assertThat(hand)
                .isInstanceOfSatisfying(
                        ZonePlan.Refused.class,
                        refused -> assertThat(refused.reason()).contains("a clinician must give its thickness"));
    }

    @Test
    void skinIsThatOfTheSexAndTheThinnerWhereItIsUnknown() {
        var cheek = KNOWLEDGE.zone(ZoneId.CHEEK_RIGHT);
        assertThat(cheek.skin(Optional.of(Sex.MALE)))
                .isInstanceOfSatisfying(
                        SkinLayers.class, layers -> assertThat(layers.dermis()).isEqualTo(Length.ofMillimetres(1.14)));
        assertThat(cheek.skin(Optional.of(Sex.OTHER))).isEqualTo(cheek.skin(Optional.of(Sex.FEMALE)));
        assertThat(KNOWLEDGE.zone(ZoneId.BACK).skin(Optional.empty()))
                .isInstanceOfSatisfying(
                        SkinThickness.Unsourced.class,
                        unsourced -> assertThat(unsourced.why()).contains("only measured together: 2.54 mm"));
        assertThat(KNOWLEDGE.zone(ZoneId.SCALP).skin(Optional.empty())).isInstanceOf(SkinThickness.Unsourced.class);
    }

    @Test
    void everyZoneOfTheFaceHasAnOutlineOfItsArea() {
        for (var id : ZoneId.face()) {
            var zone = KNOWLEDGE.zone(id);
            assertThat(zone.outline(zone.area()).orElseThrow().area().squareCentimetres())
                    .as("%s", id)
                    .isCloseTo(zone.area().squareCentimetres(), within(1e-6));
        }
    }

    @Test
    void aStampIsSetEdgeToEdge() {
        var stamp = (NeedleArray.Stamp)
                KNOWLEDGE.device("generic-stamp").orElseThrow().needleArray();
        assertThat(stamp.stampsPerCm2()).isEqualTo(1);
    }

    @Test
    void reachIsTheClosedFormOfTheNeedleToo() {
        var needle = Needle.cylinder(Length.ofMillimetres(0.25), Depth.ofMillimetres("1.5"));
        var cheek = KNOWLEDGE.zone(ZoneId.CHEEK_LEFT).skin(Optional.of(Sex.FEMALE));
        assertThat(DermisReach.at(Depth.ofMillimetres("1.5"), Fraction.ofValue(1), needle, cheek))
                .isInstanceOfSatisfying(
                        DermisReach.Reached.class,
                        reached -> assertThat(reached.beyondDermis().value()).isGreaterThan(0.99));
    }
}
