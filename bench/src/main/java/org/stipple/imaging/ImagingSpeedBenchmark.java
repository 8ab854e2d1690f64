package org.stipple.imaging;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.stipple.imaging.raster.Plane;
import org.stipple.imaging.raster.RidgeFilter;
import org.stipple.phantom.Capture;
import org.stipple.phantom.Frame;
import org.stipple.phantom.Invention;
import org.stipple.phantom.Phantom;
import org.stipple.phantom.Skin;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// Synthetic skin at 24 megapixels, on all cores. Targets on two: the ridge filter 250 ms, all metrics of a
/// photo 1 s, a pair laid onto each other 4 s. The same beside scikit-image and OpenCV in Python:
/// `bench/peers/imaging.py`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 2, time = 2)
@org.openjdk.jmh.annotations.Measurement(iterations = 5, time = 2)
public class ImagingSpeedBenchmark {

    private static final Length PIXEL = Length.ofMillimetres(0.05);
    private static final Frame FRAME = new Frame(6000, 4000, PIXEL);
    private static final Scale SCALE = new Scale.Known(PIXEL, "given");
    private static final PhotoSetting PATCH = new PhotoSetting(View.PATCH, List.of(), SCALE);

    private final Photo before = photo(Capture.careful(1));
    private final Photo after = photo(Capture.careful(2).moved(22, -14, 0.7));
    private final Plane plane = new Plane(FRAME.widthPx(), FRAME.heightPx());

    private static Photo photo(Capture capture) {
        Skin skin = Invention.within(FRAME, 77).person(Skin.itaDegrees(SkinType.III));
        int[] rgb = Phantom.photograph(skin, capture, FRAME).photo().rgb();
        return Photo.ofPixels(FRAME.widthPx(), FRAME.heightPx(), rgb, "png");
    }

    /// The green channel, as numbers.
    @Setup
    public void fill() {
        float[] values = plane.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = (before.pixels()[i] >> 8 & 0xFF) / 255f;
        }
    }

    /// Scales of 2, 4 and 8 pixels.
    @Benchmark
    public Plane ridges() {
        return RidgeFilter.at(2, 4, 8).of(plane);
    }

    /// Gates, colour card and every metric, after decoding.
    @Benchmark
    public Measurement metrics() {
        return Measurement.of(before, PATCH);
    }

    /// Registration alone.
    @Benchmark
    public Registration pair() {
        return Aligner.align(before, after, SCALE);
    }
}
