package org.stipple.dose;

import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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
import org.stipple.dose.picture.DensityPicture;
import org.stipple.dose.settings.AvailableSettings;
import org.stipple.dose.settings.DoseBounds;
import org.stipple.dose.settings.DoseGoal;
import org.stipple.dose.settings.SettingsAnswer;
import org.stipple.dose.settings.SettingsQuestion;
import org.stipple.quantities.Depth;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.Length;
import org.stipple.quantities.PunctureDensity;
import org.stipple.quantities.StrokeFrequency;

/// Settings for a face of 200 cm² in one piece, 14 pins, 117 Hz. Target: below 2 s.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SearchBenchmark {

    /// Wished density, per cm².
    @Param({"1500", "4000"})
    private int perCm2 = 1500;

    private static DoseQuestion zone(double widthMm, double heightMm) {
        var needle = Needle.cylinder(Length.ofMillimetres(0.25), Depth.ofMillimetres("2.5"));
        var pen = new NeedleArray.Pen(
                14, Length.ofMillimetres(8), StrokeFrequency.ofHertz(117), needle, new PinLayout.Sunflower());
        var outline = Outline.rectangle(Length.ofMillimetres(widthMm), Length.ofMillimetres(heightMm));
        return DoseQuestion.of(pen, Technique.of(pen, Depth.ofMillimetres("1"), 4, 4), outline);
    }

    /// 1,680 combinations, on two workers.
    @Benchmark
    public SettingsAnswer settings() {
        var depths = IntStream.rangeClosed(1, 10)
                .mapToObj(step -> Depth.ofMicrometres(250 * step))
                .toList();
        var glides = DoubleStream.of(10, 15, 20, 25, 30, 40, 50)
                .mapToObj(GlideSpeed::ofMillimetresPerSecond)
                .toList();
        var goal = new DoseGoal(PunctureDensity.ofPerSquareCentimetre(perCm2), Depth.ofMillimetres("0.8"));
        var bounds = DoseBounds.cautious(Depth.ofMillimetres("2.5"));
        return new SettingsQuestion(zone(160, 125), goal, AvailableSettings.usual(depths, glides), bounds).search(2);
    }

    /// The map of a zone of 25 cm² as a page shows it, whatever the density.
    @Benchmark
    public byte[] map() {
        return DensityPicture.png(zone(50, 50));
    }
}
