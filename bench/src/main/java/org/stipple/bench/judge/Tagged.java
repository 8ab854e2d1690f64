package org.stipple.bench.judge;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.stipple.phantom.Capture;
import org.stipple.phantom.Frame;
import org.stipple.phantom.Light;
import org.stipple.phantom.Phantom;
import org.stipple.phantom.Skin;
import org.stipple.phantom.Tag;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// A tag on skin, its side 120 to 320 pixels, turned any way and leaning up to 5 degrees, seen with noise four
/// times the usual.
record Tagged(SkinType type, double ita, long seed) implements Trial {

    private static final double SIDE_MM = 10;

    @Override
    public String name() {
        return "tagged-" + type + "-" + seed;
    }

    @Override
    public Consumer<Scores> run(Path folder, Program program) throws Program.Refused {
        var random = new Random(seed);
        double sidePx = 120 + 200 * random.nextDouble();
        var frame = new Frame(1000, 700, Length.ofMillimetres(SIDE_MM / sidePx));
        double mm = frame.pixel().millimetres();
        var tag = new Tag(
                random.nextInt(Tag.known()),
                300 * mm * (random.nextDouble() - 0.5),
                100 * mm * (random.nextDouble() - 0.5),
                360 * random.nextDouble(),
                Length.ofMillimetres(SIDE_MM));
        var capture = Capture.careful(seed)
                .noisy(4)
                .in(Light.CAREFUL.atStops(-0.8 * random.nextDouble()))
                .leaning(10 * (random.nextDouble() - 0.5), 10 * (random.nextDouble() - 0.5))
                .blurred(0.6 + 0.6 * random.nextDouble())
                .showing(List.of(tag));
        var rendering = Phantom.photograph(Skin.ofTone(ita, seed), capture, frame);
        Studio.write(rendering, folder, "first.jpg");
        var corners = tag.corners().stream()
                .map(corner -> rendering.truth().pixelOnMarker(corner))
                .toList();
        double area = 0;
        for (int i = 0; i < 4; i++) {
            double[] a = corners.get(i);
            double[] b = corners.get((i + 1) % 4);
            area += (a[0] * b[1] - b[0] * a[1]) / 2;
        }
        // As many millimetres to a pixel as make the tag its size.
        double truth = SIDE_MM / Math.sqrt(Math.abs(area));
        var answer = program.measure(
                folder, List.of("first.jpg"), List.of("--view", "patch", "--scale", "tag36h11:" + SIDE_MM));
        boolean isFound =
                answer.scaleFrom().map(from -> from.startsWith("tag36h11")).orElse(false);
        return scores -> {
            scores.add(Target.TAGS, type, isFound ? 100 : 0);
            answer.mmPerPx()
                    .filter(_ -> isFound)
                    .ifPresent(read -> scores.add(Target.TAG_SCALE, type, 100 * Math.abs(read - truth) / truth));
        };
    }
}
