package org.stipple.dose;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Length;
import org.stipple.quantities.StrokeFrequency;

/// The maps of a face: 200 cm², 14 pins, 117 Hz, 20 mm/s, 8 mm swath. Targets at 4 passes: density at 0.1 mm
/// below 80 ms, coverage at 0.05 mm below 300 ms, 200 scenarios below 3 s on two cores. Beside C and NumPy:
/// `bench/peers/dose.py`.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DoseBenchmark {

    /// Coverages of the zone, each in a direction of its own.
    @Param({"1", "4"})
    private int passes = 1;

    private DoseQuestion face() {
        var needle = Needle.cylinder(Length.ofMillimetres(0.25), Depth.ofMillimetres("2.5"));
        var pen = new NeedleArray.Pen(
                14, Length.ofMillimetres(8), StrokeFrequency.ofHertz(117), needle, new PinLayout.Sunflower());
        var outline = Outline.rectangle(Length.ofMillimetres(160), Length.ofMillimetres(125));
        return DoseQuestion.of(pen, Technique.of(pen, Depth.ofMillimetres("1"), passes, passes), outline);
    }

    /// Punctures in cells of 0.1 mm.
    @Benchmark
    public FineMap density() {
        return face().map(Length.ofMillimetres(0.1));
    }

    /// Points 0.05 mm apart.
    @Benchmark
    public CoverageMap coverage() {
        return face().coverage();
    }

    /// What `stipple dose` answers: three treatments and the closed forms.
    @Benchmark
    public DoseEstimate answer() {
        return face().estimate();
    }

    /// 200 scenarios, 21 of them simulated, on two workers.
    @Benchmark
    public RobustDose robust() {
        return RobustQuestion.around(face(), 200, 20).evaluate(2);
    }
}
