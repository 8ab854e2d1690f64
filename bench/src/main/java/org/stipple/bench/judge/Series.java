package org.stipple.bench.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.stipple.phantom.Invention;
import org.stipple.phantom.Scar;
import org.stipple.phantom.Skin;
import org.stipple.phantom.Truth;
import org.stipple.phantom.Wrinkle;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// One person with more and more of something, in the same light: does the reading follow?
record Series(Kind kind, SkinType type, double ita, long seed) implements Trial {

    private static final int STEPS = 6;

    /// What there is more of.
    enum Kind {
        DEPTH(Target.WRINKLE_DEPTH, "wrinkle-depth-proxy"),
        RELIEF(Target.ROUGHNESS, "roughness"),
        BLOOD(Target.ERYTHEMA, "erythema-index");

        private final Target target;
        private final String metric;

        Kind(Target target, String metric) {
            this.target = target;
            this.metric = metric;
        }
    }

    @Override
    public String name() {
        return "series-" + kind + "-" + type + "-" + seed;
    }

    @Override
    public Consumer<Scores> run(Path folder, Program program) throws Program.Refused {
        var truths = new ArrayList<Double>();
        var reads = new ArrayList<Double>();
        var why = new ArrayList<String>();
        var first = Studio.first(seed);
        for (int step = 0; step < STEPS; step++) {
            var rendering = Studio.photograph(skin(step), Studio.again(first, seed + step));
            Studio.write(rendering, folder, step + ".jpg");
            var reading = program.measure(folder, List.of(step + ".jpg"), Studio.options(folder))
                    .reading(kind.metric);
            if (reading.before().isPresent()) {
                truths.add(truth(step, rendering.truth()));
                reads.add(reading.before().get());
            } else {
                why.add(reading.why());
            }
        }
        return scores -> {
            why.forEach(one -> scores.miss(kind.target, one));
            if (reads.size() >= STEPS - 2) {
                scores.add(
                        kind.target,
                        type,
                        kind == Kind.BLOOD ? Correlation.pearson(truths, reads) : Correlation.spearman(truths, reads));
            }
        };
    }

    private Skin skin(int step) {
        var invention = new Invention(Studio.ZONE_MM - 2, Studio.ZONE_MM - 2, seed);
        var plain = Skin.ofTone(ita, seed);
        return switch (kind) {
            case DEPTH ->
                plain.withWrinkles(invention.wrinkles(5, 0.2, 0.2).stream()
                        .map(wrinkle -> wrinkle.withDepth(Length.ofMillimetres(depth(step))))
                        .toList());
            case RELIEF ->
                plain.withRelief(Length.ofMillimetres(0.008 + 0.005 * step))
                        .with(Scar.class, invention.scars(6, 0.04 * step));
            case BLOOD -> plain.withHaemoglobin(0.6 + 0.25 * step);
        };
    }

    /// 0.04 to 0.3 mm.
    private static double depth(int step) {
        return 0.04 * Math.pow(7.5, step / (STEPS - 1.0));
    }

    private double truth(int step, Truth truth) {
        return switch (kind) {
            case DEPTH -> truth.skin().all(Wrinkle.class).getFirst().depth().millimetres();
            case RELIEF -> truth.roughness(Studio.zone()).millimetres();
            case BLOOD -> truth.meanHaemoglobin(Studio.zone());
        };
    }
}
