package org.stipple.dose.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stipple.dose.DermisReach;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.Needle;
import org.stipple.dose.NeedleArray;
import org.stipple.dose.Outline;
import org.stipple.dose.Pace;
import org.stipple.dose.PinLayout;
import org.stipple.dose.SkinLayers;
import org.stipple.dose.SkinThickness;
import org.stipple.dose.Technique;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.Length;
import org.stipple.quantities.PunctureDensity;
import org.stipple.quantities.StrokeFrequency;

class SettingsSearchTest {

    private static final SkinLayers CHEEK = new SkinLayers(mm(0.2), mm(0.02), mm(1.1), mm(0.2), "for this test");

    private static final NeedleArray.Pen PEN = new NeedleArray.Pen(
            14,
            mm(8),
            StrokeFrequency.ofHertz(116.7),
            Needle.cylinder(mm(0.25), Depth.ofMillimetres("2.5")),
            new PinLayout.Sunflower());

    private static Length mm(double millimetres) {
        return Length.ofMillimetres(millimetres);
    }

    private static Depth depth(String mm) {
        return Depth.ofMillimetres(mm);
    }

    private static List<Depth> quarterSteps(int count) {
        var steps = new ArrayList<Depth>();
        for (int i = 1; i <= count; i++) {
            steps.add(Depth.ofMicrometres(250 * i));
        }
        return steps;
    }

    private static List<GlideSpeed> glides(double... mmPerS) {
        var glides = new ArrayList<GlideSpeed>();
        for (double each : mmPerS) {
            glides.add(GlideSpeed.ofMillimetresPerSecond(each));
        }
        return glides;
    }

    private static DoseQuestion zone(NeedleArray device, double widthMm, double heightMm) {
        return DoseQuestion.of(
                        device, Technique.of(device, depth("0.5"), 1, 1), Outline.rectangle(mm(widthMm), mm(heightMm)))
                .withThickness(CHEEK);
    }

    private static SettingsQuestion question(double density, String depth, DoseBounds bounds) {
        return new SettingsQuestion(
                zone(PEN, 31, 17),
                new DoseGoal(PunctureDensity.ofPerSquareCentimetre(density), depth(depth)),
                AvailableSettings.usual(quarterSteps(10), glides(10, 20, 30, 45)),
                bounds);
    }

    private static List<Setting> found(SettingsQuestion question) {
        assertThat(question.search(2)).isInstanceOf(SettingsAnswer.Found.class);
        return ((SettingsAnswer.Found) question.search(2)).settings();
    }

    private static List<List<Bound>> infeasible(SettingsQuestion question) {
        assertThat(question.search(2)).isInstanceOf(SettingsAnswer.Infeasible.class);
        return ((SettingsAnswer.Infeasible) question.search(2)).unless();
    }

    /// What a slow and obvious search keeps of one combination.
    private record Slow(
            double under, double over, double seconds, int passes, int directions, Depth depth, double glide) {

        boolean beats(Slow other) {
            return under <= other.under
                    && over <= other.over
                    && seconds <= other.seconds
                    && (under < other.under || over < other.over || seconds < other.seconds);
        }

        boolean isAlike(Slow other) {
            return under == other.under && over == other.over && seconds == other.seconds;
        }
    }

    /// Every combination against every other, the formulas written out for this one pen and zone.
    private static List<Slow> slowly(
            double goalDensity, double goalMm, double labelMm, double most, double secondsMost) {
        var all = new ArrayList<Slow>();
        for (double glide : new double[] {10, 20, 30, 45}) {
            for (int micrometres = 250; micrometres <= 2500; micrometres += 250) {
                for (int passes = 1; passes <= 8; passes++) {
                    for (int directions : new int[] {1, 2, 4}) {
                        double set = micrometres / 1000.0;
                        double seconds = 31 * 17 * passes / (8 * glide);
                        var thinnest = (DermisReach.Reached) DermisReach.at(
                                Depth.ofMicrometres(micrometres), Fraction.ofValue(1), PEN.needle(), CHEEK, -1);
                        if (directions > passes
                                || set > labelMm
                                || seconds > secondsMost
                                || thinnest.beyondDermis().value() > most) {
                            continue;
                        }
                        double under = 0;
                        double over = 0;
                        for (double eta : new double[] {0.5, 0.8, 1.0}) {
                            for (double speed : new double[] {0.7, 1, 1.3}) {
                                for (double duty : new double[] {0.6, 1}) {
                                    double density =
                                            100 * 14 * 116.7 * passes * duty / (glide * speed * 8) / goalDensity;
                                    double depth = set * eta / goalMm;
                                    under = Math.max(
                                            under, Math.hypot(Math.max(0, 1 - density), Math.max(0, 1 - depth)));
                                    over = Math.max(over, Math.hypot(Math.max(0, density - 1), Math.max(0, depth - 1)));
                                }
                            }
                        }
                        all.add(new Slow(
                                Math.rint(under * 1e9),
                                Math.rint(over * 1e9),
                                Math.rint(seconds * 1e6),
                                passes,
                                directions,
                                Depth.ofMicrometres(micrometres),
                                glide));
                    }
                }
            }
        }
        return all.stream()
                .filter(each -> all.stream().noneMatch(other -> other.beats(each)))
                .filter(each -> all.stream()
                        .filter(each::isAlike)
                        .noneMatch(other -> other.directions() > each.directions()
                                || other.directions() == each.directions() && other.passes() > each.passes()))
                .toList();
    }

    @Test
    void findsWhatASearchOfEveryPairFinds() {
        for (double density : new double[] {250, 1500, 4000}) {
            var bounds =
                    DoseBounds.cautious(depth("1.5")).withHardBeyondDermis().withTime(Duration.ofSeconds(25));
            var fast = found(question(density, "0.6", bounds));
            var slow = slowly(density, 0.6, 1.5, 0.01, 25);
            assertThat(fast)
                    .extracting(each -> List.<Object>of(
                            each.technique().passes(),
                            each.technique().directions(),
                            each.technique().depth(),
                            each.technique().glide().millimetresPerSecond()))
                    .as("at " + density)
                    .containsExactlyInAnyOrderElementsOf(slow.stream()
                            .map(each -> List.<Object>of(each.passes(), each.directions(), each.depth(), each.glide()))
                            .toList());
            assertThat(fast).isNotEmpty();
        }
    }

    @Test
    void saysOfEachSettingWhatItMissesAndWhatItTakes() {
        var settings = found(question(4000, "0.6", DoseBounds.cautious(depth("1.5"))));
        assertThat(settings).allSatisfy(each -> {
            assertThat(each.worst().under()).isGreaterThanOrEqualTo(each.told().under());
            assertThat(each.worst().over()).isGreaterThanOrEqualTo(each.told().over());
            assertThat(each.technique().depth()).isLessThanOrEqualTo(depth("1.5"));
            assertThat(((Pace.Motorised) each.pace()).seconds())
                    .isCloseTo(
                            31
                                    * 17
                                    * each.technique().passes()
                                    / (8 * each.technique().glide().millimetresPerSecond()),
                            within(1e-6));
            double expected = each.surface().density().expected().perSquareCentimetre();
            assertThat(each.surface().density().mean().perSquareCentimetre())
                    .isCloseTo(expected, within(expected * 0.1));
        });
    }

    @Test
    void theSameQuestionGivesTheSameAnswer() {
        var question = question(1500, "0.6", DoseBounds.cautious(depth("1.5")));
        assertThat(question.search(2)).isEqualTo(question.search(2)).isEqualTo(question.search(1));
        var other = new SettingsQuestion(
                question.zone().withSeed(2), question.goal(), question.available(), question.bounds());
        assertThat(other.search(2)).isNotEqualTo(question.search(2));
    }

    /// Female eyelid, 0.17 and 0.58 mm: 1.0 mm fully reached goes through (dose reference, 1.5).
    @Test
    void overTheEyeWhatGoesThroughTheDermisIsNotOffered() {
        var lid = new SkinLayers(mm(0.17), mm(0.02), mm(0.58), mm(0.11), "Meng 2022, eyelid of women");
        var deep = new SettingsQuestion(
                zone(PEN, 31, 17).withThickness(lid),
                new DoseGoal(PunctureDensity.ofPerSquareCentimetre(1500), depth("1.0")),
                AvailableSettings.usual(List.of(depth("1.0")), glides(20)),
                DoseBounds.cautious(depth("1.5")).withHardBeyondDermis());
        assertThat(infeasible(deep)).containsExactly(List.of(Bound.BEYOND_DERMIS));
        var elsewhere =
                new SettingsQuestion(deep.zone(), deep.goal(), deep.available(), DoseBounds.cautious(depth("1.5")));
        assertThat(found(elsewhere))
                .allSatisfy(each -> assertThat(each.cautions()).contains(Bound.BEYOND_DERMIS));
    }

    @Test
    void aHardBoundOnSkinOfUnknownThicknessLeavesNothing() {
        var question = question(1500, "0.6", DoseBounds.cautious(depth("1.5")).withHardBeyondDermis());
        var unknown = new SettingsQuestion(
                question.zone().withThickness(new SkinThickness.Unsourced("nobody measured it")),
                question.goal(),
                question.available(),
                question.bounds());
        assertThat(infeasible(unknown)).containsExactly(List.of(Bound.THICKNESS_UNKNOWN));
    }

    @Test
    void namesTheBoundsThatLeaveNothing() {
        var label = DoseBounds.cautious(depth("0.2"));
        assertThat(infeasible(question(1500, "0.6", label))).containsExactly(List.of(Bound.LABEL_DEPTH));
        var scope = DoseBounds.cautious(depth("1.5")).withScope(depth("0.1"));
        assertThat(infeasible(question(1500, "0.6", scope))).containsExactly(List.of(Bound.SCOPE));
        var time = DoseBounds.cautious(depth("1.5")).withTime(Duration.ofMillis(500));
        assertThat(infeasible(question(1500, "0.6", time))).containsExactly(List.of(Bound.TIME));
        var both = DoseBounds.cautious(depth("0.2")).withTime(Duration.ofMillis(500));
        assertThat(infeasible(question(1500, "0.6", both))).containsExactly(List.of(Bound.LABEL_DEPTH, Bound.TIME));
        var tooDeep = new SettingsQuestion(
                zone(PEN, 31, 17),
                new DoseGoal(PunctureDensity.ofPerSquareCentimetre(250), depth("3")),
                AvailableSettings.usual(List.of(depth("3")), glides(20)),
                DoseBounds.cautious(depth("5")));
        assertThat(infeasible(tooDeep)).containsExactly(List.of(Bound.NEEDLE_LENGTH));
    }

    @Test
    void hardCapsOfTheSurfaceHoldInTheSimulationToo() {
        var bounds = DoseBounds.cautious(depth("1.5"))
                .withSurface(Cap.hard(Fraction.ofValue(0.4)), Cap.hard(Fraction.ofValue(0.2)));
        assertThat(found(question(4000, "0.6", bounds))).allSatisfy(each -> {
            assertThat(each.surface().coverage().monteCarlo().value()).isLessThanOrEqualTo(0.4);
            assertThat(each.surface().duplicates().monteCarlo().value()).isLessThanOrEqualTo(0.2);
        });
        var none = DoseBounds.cautious(depth("1.5"))
                .withSurface(Cap.hard(Fraction.ofValue(0.001)), Cap.caution(Fraction.ofValue(0.2)));
        assertThat(infeasible(question(4000, "0.6", none))).containsExactly(List.of(Bound.COVERAGE));
        var cautious = DoseBounds.cautious(depth("1.5"))
                .withSurface(Cap.caution(Fraction.ofValue(0.001)), Cap.caution(Fraction.ofValue(0.001)));
        assertThat(found(question(4000, "0.6", cautious))).allSatisfy(each -> {
            assertThat(each.cautions()).contains(Bound.COVERAGE);
            // A single pass of a pen puts no puncture into another's hole.
            assertThat(each.cautions().contains(Bound.DUPLICATES))
                    .isEqualTo(each.surface().duplicates().monteCarlo().value() > 0.001);
        });
    }

    @Test
    void aRollerHasNoTimeAndOneDepth() {
        var roller = new NeedleArray.Roller(192, 8, mm(20), mm(20), Needle.cylinder(mm(0.25), depth("1.5")));
        var settings = found(new SettingsQuestion(
                zone(roller, 31, 47),
                new DoseGoal(PunctureDensity.ofPerSquareCentimetre(100), depth("1.0")),
                AvailableSettings.usual(List.of(depth("1.5")), glides(20)),
                new DoseBounds(
                        Optional.empty(),
                        Optional.empty(),
                        Cap.caution(Fraction.ofValue(0.01)),
                        Optional.of(Duration.ofMillis(1)),
                        Optional.empty(),
                        Optional.empty())));
        assertThat(settings).allSatisfy(each -> assertThat(each.pace()).isEqualTo(new Pace.ByHand()));
        // At full contact: 15.28 /cm² a pass, so that 7 passes exceed the goal and 6 do not.
        assertThat(settings)
                .anySatisfy(each -> assertThat(each.technique().passes()).isEqualTo(8));
        assertThat(settings)
                .anySatisfy(each -> assertThat(each.technique().passes()).isEqualTo(6));
    }
}
