package org.stipple.bench.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.stipple.phantom.Capture;
import org.stipple.phantom.Invention;
import org.stipple.phantom.Light;
import org.stipple.phantom.Stretch;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// Two photos between which skin moved and was drawn out of shape: 1.5 degrees, 2 %, a shift, a smooth random
/// field of 12 pixels (standard deviation) in waves of 60 mm, another light. Where are the places of the one in
/// the other?
record Stretched(SkinType type, double ita, long seed) implements Trial {

    private static final int TEETH = 14;
    private static final int POINTS = 10;
    private static final double MARGIN_PX = 130;
    private static final double TOOTH_PX = 16;

    @Override
    public String name() {
        return "stretched-" + type + "-" + seed;
    }

    @Override
    public Consumer<Scores> run(Path folder, Program program) throws Program.Refused {
        double mm = Studio.PIXEL_MM;
        var skin = Invention.within(Studio.FRAME, seed).person(ita);
        var before = Studio.photograph(skin, Capture.careful(seed));
        var after = Studio.photograph(
                skin,
                Capture.careful(seed + 1)
                        .in(Light.CAREFUL.from(-112, 57).atStops(-0.1))
                        .moved(23, -17, 1.5)
                        .zoomed(1.02)
                        .stretched(new Stretch(Length.ofMillimetres(12 * mm), Length.ofMillimetres(60), seed)));
        Studio.write(before, folder, "first.jpg");
        Studio.write(after, folder, "second.jpg");
        List<Double> comb = comb();
        var answer = program.measure(folder, List.of("first.jpg", "second.jpg"), Studio.options(folder, comb));
        double[] carried = answer.followupPolygon();
        if (carried.length != comb.size()) {
            String why = answer.whyNotRegistered();
            return scores -> {
                scores.miss(Target.REGISTRATION_MEDIAN, why);
                scores.miss(Target.REGISTRATION_P95, why);
            };
        }
        var errors = new double[carried.length / 2];
        for (int i = 0; i < errors.length; i++) {
            double[] truth = before.truth().pixelIn(after.truth(), comb.get(2 * i), comb.get(2 * i + 1));
            errors[i] = mm * Math.hypot(truth[0] - carried[2 * i], truth[1] - carried[2 * i + 1]);
        }
        Arrays.sort(errors);
        return scores -> {
            scores.add(Target.REGISTRATION_MEDIAN, type, errors[errors.length / 2]);
            scores.add(Target.REGISTRATION_P95, type, errors[(int) Math.ceil(0.95 * errors.length) - 1]);
        };
    }

    /// An outline that comes by everywhere: a comb whose teeth go up and down again, point by point.
    private static List<Double> comb() {
        var corners = new ArrayList<Double>();
        double bottom = Studio.FRAME.heightPx() - MARGIN_PX;
        double high = bottom - MARGIN_PX - TOOTH_PX;
        double wide = Studio.FRAME.widthPx() - 2 * MARGIN_PX - TOOTH_PX;
        for (int tooth = 0; tooth < TEETH; tooth++) {
            double x = MARGIN_PX + wide * tooth / (TEETH - 1);
            for (int i = 0; i < POINTS; i++) {
                corners.addAll(List.of(x, bottom - TOOTH_PX - high * i / (POINTS - 1)));
            }
            for (int i = POINTS - 1; i >= 0; i--) {
                corners.addAll(List.of(x + TOOTH_PX, bottom - TOOTH_PX - high * i / (POINTS - 1)));
            }
        }
        corners.addAll(List.of(MARGIN_PX + wide + TOOTH_PX, bottom, MARGIN_PX, bottom));
        return List.copyOf(corners);
    }
}
