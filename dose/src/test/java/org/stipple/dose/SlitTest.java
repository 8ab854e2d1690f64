package org.stipple.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.stipple.quantities.Fraction;

/// Dose reference, 1.2 and 1.3.
class SlitTest {

    private static NeedleArray.Roller roller(String lengthMm) {
        return new NeedleArray.Roller(192, 8, Examples.mm(20), Examples.mm(20), Examples.needle(0.25, lengthMm));
    }

    @Test
    void aDrumOfTwentyMillimetresComesOutAsDerived() {
        var long15 = RollerKinematics.of(roller("1.5"));
        assertThat(long15.entryHalfAngleDegrees()).isCloseTo(29.6, within(0.05));
        assertThat(long15.slit().millimetres()).isCloseTo(1.03, within(0.005));
        assertThat(long15.engagedNeedles()).isCloseTo(32, within(0.5));
        var short02 = RollerKinematics.of(roller("0.2"));
        assertThat(short02.entryHalfAngleDegrees()).isCloseTo(11.4, within(0.05));
        assertThat(short02.slit().millimetres()).isCloseTo(0.053, within(0.0005));
        assertThat(short02.engagedNeedles()).isCloseTo(12, within(0.5));
    }

    /// A tip's way, step by step: in rigid skin the slit reaches from where it enters to where it leaves.
    @Test
    void theSlitIsHowFarATipMovesInTheSkin() {
        double drum = 10;
        double tip = 11.5;
        double least = 0;
        double most = 0;
        for (double turn = -1; turn <= 1; turn += 1e-5) {
            if (tip * Math.cos(turn) >= drum) {
                double along = drum * turn - tip * Math.sin(turn);
                least = Math.min(least, along);
                most = Math.max(most, along);
            }
        }
        assertThat(RollerKinematics.of(roller("1.5")).slit().millimetres()).isCloseTo(most - least, within(1e-4));
    }

    @Test
    void aPenDragsByGlideOverStrokesAndAStampNot() {
        var pen = Examples.fourteenPinPen();
        var question = DoseQuestion.of(pen, Examples.technique(pen, 2, 2, 23.4), Examples.rectangle(20, 30));
        assertThat(Slit.of(question).most().millimetres()).isCloseTo(23.4 * 60 / 7000, within(1e-12));
        assertThat(Slit.dragged(question, pen, Fraction.ofValue(0.25)).millimetres())
                .isCloseTo(23.4 * 0.25 * 60 / 7000, within(1e-12));
        var stamp = Examples.stamp(36, 10, 4);
        var stamped = DoseQuestion.of(stamp, Examples.technique(stamp, 1, 1), Examples.rectangle(20, 30));
        assertThat(Slit.of(stamped).most().millimetres()).isZero();
    }
}
