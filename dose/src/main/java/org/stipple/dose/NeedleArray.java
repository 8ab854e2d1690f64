package org.stipple.dose;

import org.stipple.quantities.Length;
import org.stipple.quantities.StrokeFrequency;

/// The geometry of a device: how many needles, where, and what moves them. Devices by name are knowledge of
/// others.
public sealed interface NeedleArray {

    /// Each of its needles.
    Needle needle();

    /// Width of skin that one lane covers; lanes lie one swath apart.
    Length swath();

    /// A motorised pen: every stroke drives every pin once while the head glides.
    ///
    /// @param pins 1 to 2000
    /// @param swath diameter of the head's disc of pins, and distance of the lanes, 0.1 to 200 mm
    /// @param stroke 0.1 to 1000 Hz
    record Pen(int pins, Length swath, StrokeFrequency stroke, Needle needle, PinLayout layout) implements NeedleArray {

        /// @throws UnusableQuestion outside the ranges, or when a measured layout has another number of pins
        public Pen {
            Limit.PINS.check(pins);
            Limit.SWATH.check(swath.millimetres());
            Limit.STROKE.check(stroke.hertz());
            checkCount(pins, layout);
        }

        /// Punctures per second of contact, were every pin to puncture at every stroke.
        public double strokesPerSecond() {
            return pins * stroke.hertz();
        }
    }

    /// A roller: needles in rings ("rows") side by side on a drum that rolls on its surface without slip. Where
    /// the needles do not divide evenly, the first rows have one more.
    ///
    /// @param needles on the whole drum, 1 to 2000
    /// @param rows rings of needles across the drum's width, 1 to 200 and at most one a needle
    /// @param drumDiameter 0.1 to 200 mm; with the width it gives the skin that one turn covers
    /// @param drumWidth 0.1 to 200 mm
    record Roller(int needles, int rows, Length drumDiameter, Length drumWidth, Needle needle) implements NeedleArray {

        /// @throws UnusableQuestion outside the ranges
        public Roller {
            Limit.NEEDLES.check(needles);
            Limit.ROWS.check(rows);
            Limit.DRUM_DIAMETER.check(drumDiameter.millimetres());
            Limit.DRUM_WIDTH.check(drumWidth.millimetres());
            if (rows > needles) {
                throw new UnusableQuestion(
                        Limit.ROWS.field(), Integer.toString(rows), "at most one a needle, " + needles);
            }
        }

        @Override
        public Length swath() {
            return drumWidth;
        }

        /// Way that one turn rolls, in mm.
        double circumferenceMm() {
            return Math.PI * drumDiameter.millimetres();
        }

        /// Needles of one ring.
        int needlesOfRow(int row) {
            return needles / rows + (row < needles % rows ? 1 : 0);
        }
    }

    /// A stamp pressed on the skin again and again, in a square lattice with `stampsPerCm2` stamps per cm² and
    /// pass.
    ///
    /// @param pins 1 to 2000
    /// @param width diameter of its disc of pins, 0.1 to 200 mm
    /// @param stampsPerCm2 stamps that one pass puts on a square centimetre, 0.01 to 1000
    record Stamp(int pins, Length width, double stampsPerCm2, Needle needle, PinLayout layout) implements NeedleArray {

        /// @throws UnusableQuestion outside the ranges, or when a measured layout has another number of pins
        public Stamp {
            Limit.PINS.check(pins);
            Limit.STAMP_WIDTH.check(width.millimetres());
            Limit.STAMPS.check(stampsPerCm2);
            checkCount(pins, layout);
        }

        @Override
        public Length swath() {
            return width;
        }

        /// Distance of neighbouring stamps, in mm.
        double pitchMm() {
            return 10 / Math.sqrt(stampsPerCm2);
        }
    }

    /// Punctures per mm² that a technique gives on average, by closed form.
    ///
    /// With p passes, contact duty κ and efficiency ε: pen λ = ε·κ·N·f·p/(v·w), roller λ = ε·κ·n·p/(π·D·w),
    /// stamp λ = ε·κ·N·s·p.
    ///
    /// @param glideMmPerS v; only pens have it
    default double densityPerMm2(Technique technique, double glideMmPerS) {
        double perPass = switch (this) {
            case Pen pen -> pen.strokesPerSecond() / (glideMmPerS * pen.swath().millimetres());
            case Roller roller ->
                roller.needles()
                        / (roller.circumferenceMm() * roller.drumWidth().millimetres());
            case Stamp stamp -> stamp.pins() * stamp.stampsPerCm2() / 100;
        };
        return perPass
                * technique.passes()
                * technique.contactDuty().value()
                * technique.efficiency().value();
    }

    private static void checkCount(int pins, PinLayout layout) {
        if (layout instanceof PinLayout.Measured(var positions) && positions.size() != pins) {
            throw new UnusableQuestion(
                    Limit.PIN_POSITION.field(), positions.size() + " positions", "as many as pins, " + pins);
        }
    }
}
