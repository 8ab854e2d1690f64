package org.stipple.dose;

import java.util.List;
import java.util.function.IntConsumer;

/// The motion model of the input contract, which makes every puncture of a treatment.
///
/// With d directions, pass k (from 0) runs at the angle θ = (k mod d)·180°/d. In the frame of a pass, "along"
/// runs with the glide and "across" to its left. Lanes lie one swath apart and overshoot the outline far enough
/// that its edge is treated like its middle. Each pass draws one lane offset, uniform in [0, swath); each lane
/// of a pen one stroke phase, uniform in [0, stroke pitch = v/f). The layout of the pins turns with the pass. A
/// roller draws offset and phase once a pass, and lays its own lattice. A stamp is moved like a pen, on a
/// square lattice.
///
/// Chance is drawn in this order: lane offset of the pass, phase of a roller's pass; per lane the glide's
/// deviation and the phase of a pen or stamp; per stroke contact; per needle puncture, then its jitter along
/// and across. What is certain is not drawn.
final class Motion {

    /// Jitter beyond this many standard deviations is too rare to make an edge differ from the middle.
    private static final double JITTER_REACH = 4;

    private final NeedleArray device;
    private final Technique technique;
    private final Outline outline;
    private final double glideMmPerS;

    /// How far beyond the outline the middle of the head goes.
    private final double overshootMm;

    /// @param glideMmPerS of a pen, instead of the technique's: uncertainty looks at slower and faster hands
    Motion(NeedleArray device, Technique technique, Outline outline, double glideMmPerS) {
        this.device = device;
        this.technique = technique;
        this.outline = outline;
        this.glideMmPerS = glideMmPerS;
        overshootMm = overshootMm(device, technique);
    }

    /// What a question asks for.
    static Motion of(DoseQuestion question) {
        return new Motion(
                question.device(),
                question.technique(),
                question.outline(),
                question.technique().glide().millimetresPerSecond());
    }

    /// Makes all punctures.
    void run(SplitMix random, PunctureSink sink) {
        run(random, sink, _ -> {});
    }

    /// Makes all punctures, and says after each pass how many there have been, from 1, when its punctures are
    /// all in the sink.
    void run(SplitMix random, PunctureSink sink, IntConsumer afterPass) {
        var made = new Made(sink);
        for (int pass = 0; pass < technique.passes(); pass++) {
            var direction = new Pass(pass, random, made);
            switch (device) {
                case NeedleArray.Pen pen ->
                    direction.strokes(
                            pen.swath().millimetres(),
                            glideMmPerS / pen.stroke().hertz(),
                            technique.glideVariation().value(),
                            pen.layout().positions(pen.pins(), pen.swath()));
                case NeedleArray.Stamp stamp ->
                    direction.strokes(
                            stamp.pitchMm(), stamp.pitchMm(), 0, stamp.layout().positions(stamp.pins(), stamp.width()));
                case NeedleArray.Roller roller -> direction.roll(roller);
            }
            made.handOver();
            afterPass.accept(pass + 1);
        }
    }

    /// Needle contacts that [#run] will go through, overshoot and misses included, within some percent. Taken
    /// before any is made.
    double contacts() {
        double perPass = device.densityPerMm2(technique, glideMmPerS)
                / (technique.passes()
                        * technique.contactDuty().value()
                        * technique.efficiency().value());
        double all = 0;
        for (int pass = 0; pass < technique.passes(); pass++) {
            double cos = cos(pass);
            double sin = sin(pass);
            double along = outline.maxAlong(cos, sin) - outline.minAlong(cos, sin);
            double across = outline.maxAlong(-sin, cos) - outline.minAlong(-sin, cos);
            all += perPass * (along + 2 * overshootMm) * (across + 2 * overshootMm);
        }
        return all;
    }

    private static double overshootMm(NeedleArray device, Technique technique) {
        double head = switch (device) {
            case NeedleArray.Pen pen -> reach(pen.layout().positions(pen.pins(), pen.swath()));
            case NeedleArray.Stamp stamp -> reach(stamp.layout().positions(stamp.pins(), stamp.width()));
            case NeedleArray.Roller roller -> roller.drumWidth().millimetres();
        };
        return head
                + JITTER_REACH * technique.jitter().millimetres()
                + device.needle().diameter().millimetres();
    }

    private static double reach(List<Point> pins) {
        return pins.stream()
                .mapToDouble(pin -> StrictMath.hypot(pin.xMm(), pin.yMm()))
                .max()
                .orElse(0);
    }

    private double angle(int pass) {
        return pass % technique.directions() * Math.PI / technique.directions();
    }

    private double cos(int pass) {
        return StrictMath.cos(angle(pass));
    }

    private double sin(int pass) {
        return StrictMath.sin(angle(pass));
    }

    /// One full coverage of the zone.
    private final class Pass {

        private final SplitMix random;
        private final Made made;
        private final double cos;
        private final double sin;
        private final double alongFrom;
        private final double alongTo;
        private final double acrossFrom;
        private final double acrossTo;
        private final double duty = technique.contactDuty().value();
        private final double efficiency = technique.efficiency().value();
        private final double jitterMm = technique.jitter().millimetres();

        Pass(int pass, SplitMix random, Made made) {
            this.random = random;
            this.made = made;
            cos = cos(pass);
            sin = sin(pass);
            alongFrom = outline.minAlong(cos, sin) - overshootMm;
            alongTo = outline.maxAlong(cos, sin) + overshootMm;
            acrossFrom = outline.minAlong(-sin, cos) - overshootMm;
            acrossTo = outline.maxAlong(-sin, cos) + overshootMm;
        }

        /// Lanes of strokes, each with all pins.
        void strokes(double laneMm, double pitchMm, double variation, List<Point> pins) {
            double[] pinX = new double[pins.size()];
            double[] pinY = new double[pins.size()];
            for (int i = 0; i < pinX.length; i++) {
                pinX[i] = pins.get(i).xMm() * cos - pins.get(i).yMm() * sin;
                pinY[i] = pins.get(i).xMm() * sin + pins.get(i).yMm() * cos;
            }
            double offset = laneMm * random.uniform();
            for (double lane = firstAfter(acrossFrom, laneMm); lane * laneMm + offset <= acrossTo; lane++) {
                double across = lane * laneMm + offset;
                double pitch = pitchMm * pitchFactor(variation);
                double phase = pitch * random.uniform();
                for (double stroke = firstAfter(alongFrom, pitch); stroke * pitch + phase <= alongTo; stroke++) {
                    if (happens(duty)) {
                        double along = stroke * pitch + phase;
                        double x = along * cos - across * sin;
                        double y = along * sin + across * cos;
                        if (efficiency >= 1 && jitterMm == 0) {
                            made.stroke(x, y, pinX, pinY);
                        } else {
                            for (int pin = 0; pin < pinX.length; pin++) {
                                puncture(x + pinX[pin], y + pinY[pin]);
                            }
                        }
                    }
                }
            }
        }

        /// The lattice of a roller, which lanes one drum's width apart continue.
        void roll(NeedleArray.Roller roller) {
            double laneMm = roller.drumWidth().millimetres();
            double offset = laneMm * random.uniform();
            double phase = roller.circumferenceMm() * random.uniform();
            for (double lane = firstAfter(acrossFrom, laneMm); lane * laneMm + offset <= acrossTo; lane++) {
                for (int row = 0; row < roller.rows(); row++) {
                    double across = lane * laneMm + offset + (row + 0.5) * laneMm / roller.rows();
                    double pitch = roller.circumferenceMm() / roller.needlesOfRow(row);
                    double first = firstAfter(alongFrom - phase, pitch);
                    for (double needle = first; needle * pitch + phase <= alongTo; needle++) {
                        if (happens(duty)) {
                            double along = needle * pitch + phase;
                            puncture(along * cos - across * sin, along * sin + across * cos);
                        }
                    }
                }
            }
        }

        private void puncture(double x, double y) {
            if (!happens(efficiency)) {
                return;
            }
            if (jitterMm > 0) {
                double dx = jitterMm * random.gaussian();
                made.puncture(x + dx, y + jitterMm * random.gaussian());
            } else {
                made.puncture(x, y);
            }
        }

        /// Stroke pitch of a lane over the one at the glide that was given. Log-normal: no lane runs backwards,
        /// and the glide's coefficient of variation is exactly `variation`. The factor's inverse has the mean
        /// 1, so that all lanes' way over all lanes' time, which is what a person means by the speed of a hand,
        /// stays what was given, and so does the mean density.
        private double pitchFactor(double variation) {
            if (variation == 0) {
                return 1;
            }
            double variance = StrictMath.log1p(variation * variation);
            return StrictMath.exp(variance / 2 - Math.sqrt(variance) * random.gaussian());
        }

        private boolean happens(double probability) {
            return probability >= 1 || random.uniform() < probability;
        }

        /// The first whole number of steps that reaches beyond one step before `from`.
        private static double firstAfter(double from, double step) {
            return Math.ceil(from / step) - 1;
        }
    }

    /// Punctures on their way to the sink. Both arrays stay in the first-level cache.
    private static final class Made {

        private static final int MOST = 1024;

        private final PunctureSink sink;
        private final double[] xs = new double[MOST];
        private final double[] ys = new double[MOST];
        private int count;

        Made(PunctureSink sink) {
            this.sink = sink;
        }

        void puncture(double x, double y) {
            if (count == MOST) {
                handOver();
            }
            xs[count] = x;
            ys[count++] = y;
        }

        /// Every pin of a head whose middle is at (x, y).
        void stroke(double x, double y, double[] pinX, double[] pinY) {
            if (pinX.length > MOST - count) {
                for (int pin = 0; pin < pinX.length; pin++) {
                    puncture(x + pinX[pin], y + pinY[pin]);
                }
                return;
            }
            for (int pin = 0; pin < pinX.length; pin++) {
                xs[count + pin] = x + pinX[pin];
                ys[count + pin] = y + pinY[pin];
            }
            count += pinX.length;
        }

        void handOver() {
            sink.punctures(xs, ys, count);
            count = 0;
        }
    }
}
