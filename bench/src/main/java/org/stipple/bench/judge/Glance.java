package org.stipple.bench.judge;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.stipple.phantom.Invention;
import org.stipple.phantom.OilyPatch;
import org.stipple.phantom.Skin;
import org.stipple.phantom.StretchMark;
import org.stipple.phantom.Truth;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// One photo of one thing.
record Glance(Kind kind, SkinType type, double ita, long seed) implements Trial {

    /// Mirrored light that counts as shine: part of what white would send.
    private static final double SHINES = 0.05;

    private static final double BAND_MM = 0.5;

    /// What is looked at.
    enum Kind {
        OIL,
        STRETCH_MARKS
    }

    @Override
    public String name() {
        return "glance-" + kind + "-" + type + "-" + seed;
    }

    @Override
    public Consumer<Scores> run(Path folder, Program program) throws Program.Refused {
        var rendering = Studio.photograph(skin(), Studio.first(seed));
        Studio.write(rendering, folder, "first.jpg");
        var answer = program.measure(folder, List.of("first.jpg"), Studio.options(folder));
        var truth = rendering.truth();
        return scores -> {
            switch (kind) {
                case OIL -> oil(answer, truth, scores);
                case STRETCH_MARKS -> bands(answer, truth, scores);
            }
        };
    }

    private Skin skin() {
        var invention = new Invention(Studio.ZONE_MM - 2, Studio.ZONE_MM - 2, seed);
        var plain = Skin.ofTone(ita, seed).withRelief(Length.ofMillimetres(0.015));
        return switch (kind) {
            case OIL -> plain.with(OilyPatch.class, invention.oil(4));
            case STRETCH_MARKS ->
                plain.with(
                        StretchMark.class,
                        invention.stretchMarks(3, seed % 2 == 0 ? StretchMark.Stage.RED : StretchMark.Stage.WHITE));
        };
    }

    private void oil(Answer answer, Truth truth, Scores scores) {
        double share = 100 * Studio.share(truth.shine(SHINES));
        var reading = answer.reading("shine");
        reading.before()
                .ifPresentOrElse(
                        read -> scores.add(Target.SHINE, type, Math.abs(read - share)),
                        () -> scores.miss(Target.SHINE, reading.why()));
    }

    private void bands(Answer answer, Truth truth, Scores scores) {
        var bands = Studio.inZone(truth.stretchMarks().pixels());
        answer.mask("baseline-stretch-marks")
                .ifPresentOrElse(
                        found -> scores.add(
                                Target.STRETCH_MARK_F1,
                                type,
                                Matching.of(
                                                Studio.inZone(found),
                                                bands,
                                                Studio.FRAME.widthPx(),
                                                BAND_MM / Studio.PIXEL_MM)
                                        .f1()),
                        () -> scores.miss(
                                Target.STRETCH_MARK_F1,
                                "no mask baseline-stretch-marks: "
                                        + answer.reading("stretch-mark-density").why()));
    }
}
