package org.stipple.dose.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.Needle;
import org.stipple.dose.NeedleArray;
import org.stipple.dose.Outline;
import org.stipple.dose.PinLayout;
import org.stipple.dose.Technique;
import org.stipple.quantities.Area;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;
import org.stipple.quantities.StrokeFrequency;

class DeliveryCheckTest {

    /// 41 × 23 mm by 4 passes of 8 mm at 20 mm/s take 943·4/160 = 23.575 s.
    private static final Duration AS_PLANNED = Duration.ofMillis(23_575);

    private static final DoseQuestion PLANNED =
            DoseQuestion.of(pen(100), technique(pen(100), "1.0", 4), Outline.rectangle(mm(41), mm(23)));

    private static NeedleArray.Pen pen(double hertz) {
        return new NeedleArray.Pen(
                14,
                mm(8),
                StrokeFrequency.ofHertz(hertz),
                Needle.cylinder(mm(0.25), Depth.ofMillimetres("2.5")),
                new PinLayout.Sunflower());
    }

    private static Technique technique(NeedleArray device, String depth, int passes) {
        return Technique.of(device, Depth.ofMillimetres(depth), passes, 2);
    }

    private static Length mm(double millimetres) {
        return Length.ofMillimetres(millimetres);
    }

    private static DeliveryCheck check(String depth, int passes, Duration onSkin) {
        return DeliveryCheck.of(
                PLANNED, new Charted(pen(100), technique(pen(100), depth, passes), Optional.of(onSkin)));
    }

    @Test
    void whatWasDoneAsPlannedHasTheRatioOne() {
        var check = check("1.0", 4, AS_PLANNED);
        assertThat(check.planned().perSquareCentimetre()).isCloseTo(3500, within(1e-9));
        assertThat(check.ratio()).isCloseTo(1, within(1e-12));
        assertThat(check.ratioRange().min()).isCloseTo(0.6, within(1e-12));
        assertThat(check.ratioRange().max()).isCloseTo(1, within(1e-12));
        assertThat(check.deeperMicrometres()).isZero();
        // Contact alone may have cost more than 15 %: nobody measured it.
        assertThat(check.flags()).containsExactly(DeliveryFlag.DENSITY_UNCERTAIN);
    }

    @Test
    void halfOfTheTimeIsHalfOfTheDensityWhateverPassesWereCounted() {
        var check = check("1.0", 4, AS_PLANNED.dividedBy(2));
        assertThat(check.ratio()).isCloseTo(0.5, within(1e-9));
        assertThat(check.flags()).containsExactly(DeliveryFlag.LESS_DENSE, DeliveryFlag.TIME_DOES_NOT_FIT);
        assertThat(check("1.0", 2, AS_PLANNED.dividedBy(2)).flags())
                .containsExactly(DeliveryFlag.LESS_DENSE, DeliveryFlag.OTHER_PASSES);
    }

    @Test
    void twiceTheTimeIsDenserEvenWithLittleContact() {
        var check = check("1.25", 8, AS_PLANNED.multipliedBy(2));
        assertThat(check.ratio()).isCloseTo(2, within(1e-9));
        assertThat(check.ratioRange().min()).isCloseTo(1.2, within(1e-9));
        assertThat(check.deeperMicrometres()).isEqualTo(250);
        assertThat(check.flags()).containsExactly(DeliveryFlag.DENSER, DeliveryFlag.DEEPER, DeliveryFlag.OTHER_PASSES);
    }

    @Test
    void withoutATimeTheSpeedOfTheHandIsPartOfTheRange() {
        var check = DeliveryCheck.of(PLANNED, new Charted(pen(100), technique(pen(100), "0.75", 3), Optional.empty()));
        assertThat(check.ratio()).isCloseTo(0.75, within(1e-12));
        assertThat(check.ratioRange().min()).isCloseTo(0.75 * 0.6 / 1.3, within(1e-12));
        assertThat(check.ratioRange().max()).isCloseTo(0.75 / 0.7, within(1e-12));
        assertThat(check.deeperMicrometres()).isEqualTo(-250);
        assertThat(check.flags())
                .containsExactly(
                        DeliveryFlag.DENSITY_UNCERTAIN,
                        DeliveryFlag.SHALLOWER,
                        DeliveryFlag.OTHER_PASSES,
                        DeliveryFlag.TIME_NOT_TAKEN);
    }

    /// 14 needles · 100 Hz · 30 s · duty 0.8 · efficiency 0.5 / 9.43 cm² = 1781.55 /cm².
    @Test
    void theDensityIsThatOfAllStrokesOfTheTimeOverTheArea() {
        var technique = technique(pen(100), "1.0", 4).withContact(Fraction.ofValue(0.8), Fraction.ofValue(0.5));
        var check = DeliveryCheck.of(PLANNED, new Charted(pen(100), technique, Optional.of(Duration.ofSeconds(30))));
        assertThat(check.delivered().perSquareCentimetre()).isCloseTo(0.5 * 0.8 * 14 * 100 * 30 / 9.43, within(1e-9));
    }

    @Test
    void theTimeIsSpreadOverTheWholeZoneWhereTheOutlineIsAPartOfIt() {
        var check = DeliveryCheck.of(
                PLANNED,
                Area.ofSquareCentimetres(10 * 9.43),
                new Charted(pen(100), technique(pen(100), "1.0", 4), Optional.of(AS_PLANNED.multipliedBy(10))));
        assertThat(check.ratio()).isCloseTo(1, within(1e-12));
        assertThat(check.flags()).containsExactly(DeliveryFlag.DENSITY_UNCERTAIN);
    }

    @Test
    void otherStrokesCountAndAreFlagged() {
        var check = DeliveryCheck.of(
                PLANNED, new Charted(pen(150), technique(pen(150), "1.0", 4), Optional.of(AS_PLANNED)));
        assertThat(check.ratio()).isCloseTo(1.5, within(1e-9));
        assertThat(check.flags()).contains(DeliveryFlag.OTHER_DEVICE);
    }

    @Test
    void aRollerIsJudgedByItsPassesAlone() {
        var roller =
                new NeedleArray.Roller(192, 8, mm(20), mm(20), Needle.cylinder(mm(0.25), Depth.ofMillimetres("1.5")));
        var planned = DoseQuestion.of(roller, technique(roller, "1.5", 15), Outline.rectangle(mm(41), mm(23)));
        var check = DeliveryCheck.of(
                planned, new Charted(roller, technique(roller, "1.5", 10), Optional.of(Duration.ofHours(1))));
        assertThat(check.ratio()).isCloseTo(10 / 15.0, within(1e-12));
        assertThat(check.flags()).containsExactly(DeliveryFlag.LESS_DENSE, DeliveryFlag.OTHER_PASSES);
    }

    @Test
    void refusesATimeThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check("1.0", 4, Duration.ZERO))
                .withMessageContaining("onSkin");
    }
}
