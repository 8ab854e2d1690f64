package org.stipple.bench.judge;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.stipple.phantom.Capture;
import org.stipple.phantom.Curve;
import org.stipple.phantom.Invention;
import org.stipple.phantom.Pores;
import org.stipple.phantom.Skin;
import org.stipple.phantom.Spot;
import org.stipple.phantom.Truth;
import org.stipple.phantom.Wrinkle;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// A person with wrinkles, pores and spots, photographed three times unchanged and once with a fifth less of
/// everything.
///
/// @param ita the tone
record Person(SkinType type, double ita, long seed) implements Trial {

    private static final double LINE_MM = 0.3;
    private static final double VISIBLE_PORE_MM = 0.15;

    /// Left out of the counting at the edges of the zone, where half of a thing is seen.
    private static final double EDGE_PX = 25;

    private static final List<String> COMPARED = List.of(
            "wrinkle-density",
            "wrinkle-depth-proxy",
            "pore-density",
            "pore-area",
            "roughness",
            "spot-area",
            "erythema-index");

    private static final List<String> REPEATED = List.of(
            "wrinkle-density",
            "wrinkle-width",
            "wrinkle-depth-proxy",
            "pore-density",
            "pore-area",
            "roughness",
            "spot-area",
            "melanin-index",
            "ita",
            "erythema-index",
            "shine");

    @Override
    public String name() {
        return "person-" + type + "-" + seed;
    }

    @Override
    public Consumer<Scores> run(Path folder, Program program) throws Program.Refused {
        var skin = skin();
        var first = Studio.first(seed);
        var rendering = Studio.photograph(skin, first);
        var truth = rendering.truth();
        Studio.write(rendering, folder, "first.jpg");
        take(skin, Studio.again(first, seed + 1), folder, "second.jpg");
        take(skin, Studio.again(first, seed + 2), folder, "third.jpg");
        take(changed(skin), Studio.again(first, seed + 3), folder, "changed.jpg");
        var options = Studio.options(folder);
        var second = program.measure(folder, List.of("first.jpg", "second.jpg"), options);
        var third = program.measure(folder, List.of("first.jpg", "third.jpg"), options);
        var changed = program.measure(folder, List.of("first.jpg", "changed.jpg"), options);
        return scores -> {
            wrinkles(second, truth, scores);
            pores(second, truth, scores);
            spots(second, truth, scores);
            ita(second, truth, scores);
            verdicts(second, scores, Target.FALSE_CHANGE, REPEATED);
            verdicts(third, scores, Target.FALSE_CHANGE, REPEATED);
            verdicts(changed, scores, Target.FOUND_CHANGE, COMPARED);
            for (String metric : REPEATED) {
                repeat(metric, second.reading(metric), third.reading(metric), scores);
            }
        };
    }

    private static void take(Skin skin, Capture capture, Path folder, String name) {
        Studio.write(Studio.photograph(skin, capture), folder, name);
    }

    private Skin skin() {
        return new Invention(Studio.ZONE_MM - 2, Studio.ZONE_MM - 2, seed).person(ita);
    }

    /// A fifth less: wrinkles shorter and shallower, pores fewer, spots smaller, relief lower, blood less.
    static Skin changed(Skin skin) {
        var wrinkles = skin.all(Wrinkle.class).stream()
                .map(wrinkle -> new Wrinkle(
                        shortened(wrinkle.path()),
                        mm(0.8 * wrinkle.depth().millimetres()),
                        wrinkle.width(),
                        wrinkle.profile()))
                .toList();
        var spots = skin.all(Spot.class).stream()
                .map(spot -> new Spot(
                        spot.xMm(),
                        spot.yMm(),
                        mm(Math.sqrt(0.8) * spot.radius().millimetres()),
                        spot.melanin(),
                        spot.seed()))
                .toList();
        var pores = skin.pores();
        return skin.withWrinkles(wrinkles)
                .with(Spot.class, spots)
                .withPores(new Pores(
                        0.8 * pores.perCm2(), pores.radius(), pores.depth(), pores.spread(), 0.8 * pores.filled()))
                .withRelief(mm(0.8 * skin.relief().millimetres()))
                .withHaemoglobin(0.8 * skin.haemoglobin());
    }

    /// By a fifth, at its end.
    private static Curve shortened(Curve path) {
        int points = path.points().size();
        return new Curve(path.points().subList(0, Math.max(2, (int) Math.round(0.8 * (points - 1)) + 1)));
    }

    private static Length mm(double value) {
        return Length.ofMillimetres(value);
    }

    private void wrinkles(Answer answer, Truth truth, Scores scores) {
        BitSet lines = Studio.inZone(truth.wrinkleLines().pixels());
        answer.mask("baseline-wrinkles")
                .ifPresentOrElse(
                        found -> scores.add(
                                Target.WRINKLE_F1,
                                type,
                                Matching.of(
                                                Studio.inZone(found),
                                                lines,
                                                Studio.FRAME.widthPx(),
                                                LINE_MM / Studio.PIXEL_MM)
                                        .f1()),
                        () -> scores.miss(Target.WRINKLE_F1, "no mask baseline-wrinkles"));
        var reading = answer.reading("wrinkle-density");
        if (reading.before().isPresent() && answer.areaCm2().isPresent()) {
            double length = length(truth);
            double read = reading.before().get() * answer.areaCm2().get();
            scores.add(Target.WRINKLE_LENGTH, type, 100 * Math.abs(read - length) / length);
        } else {
            scores.miss(Target.WRINKLE_LENGTH, reading.why());
        }
    }

    /// Of the middle lines within the zone, in mm.
    private static double length(Truth truth) {
        double sum = 0;
        for (Curve path : truth.wrinklePaths()) {
            for (int i = 1; i < path.points().size(); i++) {
                var a = path.points().get(i - 1);
                var b = path.points().get(i);
                double[] pixel = truth.pixelAt(b);
                if (pixel[0] >= 0 && pixel[0] < Studio.ZONE_PX && pixel[1] >= 0 && pixel[1] < 900) {
                    sum += Math.hypot(b.xMm() - a.xMm(), b.yMm() - a.yMm());
                }
            }
        }
        return sum;
    }

    private void pores(Answer answer, Truth truth, Scores scores) {
        Optional<BitSet> mask = answer.mask("baseline-pores");
        if (mask.isEmpty()) {
            for (Target target : List.of(Target.PORE_F1, Target.PORE_COUNT, Target.PORE_AREA)) {
                scores.miss(
                        target,
                        "no mask baseline-pores: "
                                + answer.reading("pore-density").why());
            }
            return;
        }
        BitSet found = Studio.inZone(mask.get());
        var blobs = Blobs.of(found, Studio.FRAME.widthPx());
        var seen = PoreMatching.of(blobs, truth.poreList(), truth, VISIBLE_PORE_MM, EDGE_PX);
        scores.add(Target.PORE_F1, type, seen.matching().f1());
        scores.add(Target.PORE_COUNT, type, 100.0 * Math.abs(seen.found() - seen.truth()) / seen.truth());
        double area = Studio.inZone(truth.pores().pixels()).cardinality();
        scores.add(Target.PORE_AREA, type, 100 * Math.abs(found.cardinality() - area) / area);
    }

    private void spots(Answer answer, Truth truth, Scores scores) {
        var reading = answer.reading("spot-area");
        double share = 100 * Studio.share(truth.spots());
        reading.before()
                .ifPresentOrElse(
                        read -> scores.add(Target.SPOT_AREA, type, 100 * Math.abs(read - share) / share),
                        () -> scores.miss(Target.SPOT_AREA, reading.why()));
    }

    private void ita(Answer answer, Truth truth, Scores scores) {
        var reading = answer.reading("ita");
        reading.before()
                .ifPresentOrElse(
                        read -> scores.add(Target.ITA, type, Math.abs(read - truth.itaDegrees(Studio.zone()))),
                        () -> scores.miss(Target.ITA, reading.why()));
    }

    private void verdicts(Answer answer, Scores scores, Target target, List<String> metrics) {
        for (String metric : metrics) {
            var reading = answer.reading(metric);
            reading.verdict()
                    .ifPresentOrElse(
                            verdict -> scores.verdict(
                                    target,
                                    type,
                                    metric,
                                    target == Target.FALSE_CHANGE
                                            ? !verdict.equals("no-detectable-change")
                                            : verdict.equals("improved")),
                            () -> scores.miss(target, metric + ": " + reading.why()));
        }
    }

    private static void repeat(String metric, Answer.Reading second, Answer.Reading third, Scores scores) {
        if (second.before().isPresent()
                && second.after().isPresent()
                && third.after().isPresent()) {
            scores.repeat(
                    metric,
                    second.before().get(),
                    second.after().get(),
                    third.after().get());
        }
    }
}
