package org.stipple.dose;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.stipple.dose.picture.DensityPicture;
import org.stipple.dose.picture.DepthPicture;
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

/// The kernels of module dose on the task of `dose.c` and `dose_numpy.py`, measured as they are: CPU time of one
/// thread, motion included. In the package of what it measures, because the parts are package-private.
///
/// `DoseKernels KERNEL RUNS WIDTH HEIGHT GLIDE PASSES` prints one line of JSON. Kernels: density, coverage,
/// duplicates, simulation, estimate, robust, search1500, search4000, page.
final class DoseKernels {

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final DoseQuestion question;
    private long punctures;
    private double covered;
    private double repeated;

    private DoseKernels(double width, double height, double glide, int passes) {
        var needle = Needle.cylinder(Length.ofMillimetres(0.25), Depth.ofMillimetres("2.5"));
        var pen = new NeedleArray.Pen(
                14, Length.ofMillimetres(8), StrokeFrequency.ofHertz(117), needle, new PinLayout.Sunflower());
        var technique = Technique.of(pen, Depth.ofMillimetres("1"), passes, passes)
                .withGlide(GlideSpeed.ofMillimetresPerSecond(glide));
        var outline = Outline.rectangle(Length.ofMillimetres(width), Length.ofMillimetres(height));
        question = DoseQuestion.of(pen, technique, outline);
    }

    public static void main(String[] arguments) {
        if (arguments.length != 6) {
            System.err.println("usage: KERNEL RUNS WIDTH HEIGHT GLIDE PASSES");
            System.exit(2);
        }
        var numbers = Arrays.stream(arguments).skip(1).mapToDouble(Double::parseDouble).toArray();
        new DoseKernels(numbers[1], numbers[2], numbers[3], (int) numbers[4]).measure(arguments[0], (int) numbers[0]);
    }

    private void measure(String kernel, int runs) {
        double[] cpu = new double[runs];
        double[] wall = new double[runs];
        double[] megabytes = new double[runs];
        // The first runs warm the compiler up.
        for (int run = -Math.max(5, runs); run < runs; run++) {
            long bytes = THREADS.getCurrentThreadAllocatedBytes();
            long from = THREADS.getCurrentThreadCpuTime();
            long at = System.nanoTime();
            run(kernel);
            if (run >= 0) {
                wall[run] = (System.nanoTime() - at) / 1e6;
                cpu[run] = (THREADS.getCurrentThreadCpuTime() - from) / 1e6;
                megabytes[run] = (THREADS.getCurrentThreadAllocatedBytes() - bytes) / 1e6;
            }
        }
        for (double[] each : List.of(cpu, wall, megabytes)) {
            Arrays.sort(each);
        }
        System.out.printf(
                Locale.ROOT,
                "{\"best\": %.3f, \"median\": %.3f, \"wallBest\": %.3f, \"wallMedian\": %.3f, \"megabytes\": %.1f,"
                        + " \"punctures\": %d, \"covered\": %.9f, \"repeated\": %d}%n",
                cpu[0],
                cpu[runs / 2],
                wall[0],
                wall[runs / 2],
                megabytes[0],
                punctures,
                covered,
                Math.round(repeated));
    }

    private void run(String kernel) {
        switch (kernel) {
            case "density" -> punctures = question.map(Length.ofMillimetres(0.1)).punctures();
            case "coverage" -> covered = question.coverage().covered().value();
            case "duplicates" -> duplicates();
            case "simulation" -> note(Simulation.of(
                            question, question.technique().glide().millimetresPerSecond())
                    .surface());
            case "estimate" -> note(question.estimate().surface());
            case "robust" -> punctures =
                    RobustQuestion.around(question, 200, 20).evaluate(2).outcomes().size();
            case "search1500" -> search(1500);
            case "search4000" -> search(4000);
            case "page" -> page();
            default -> throw new IllegalArgumentException("no such kernel: " + kernel);
        }
    }

    /// Every setting of a pen with ten depths, seven glides, eight passes and three numbers of directions.
    private void search(double perCm2) {
        var depths = IntStream.rangeClosed(1, 10)
                .mapToObj(step -> Depth.ofMicrometres(250 * step))
                .toList();
        var glides = DoubleStream.of(10, 15, 20, 25, 30, 40, 50)
                .mapToObj(GlideSpeed::ofMillimetresPerSecond)
                .toList();
        var goal = new DoseGoal(PunctureDensity.ofPerSquareCentimetre(perCm2), Depth.ofMillimetres("0.8"));
        var bounds = DoseBounds.cautious(Depth.ofMillimetres("2.5"));
        switch (new SettingsQuestion(question, goal, AvailableSettings.usual(depths, glides), bounds).search(2)) {
            case SettingsAnswer.Found(var settings) -> punctures = settings.size();
            case SettingsAnswer.Infeasible _ -> throw new IllegalStateException("nothing was found");
        }
    }

    /// What a page shows of one zone: figures with their range, map, histogram, layers.
    private void page() {
        var estimate = question.estimate();
        note(estimate.surface());
        int bytes = DensityPicture.png(question).length
                + DepthPicture.svg(question, estimate).length();
        for (var penetration : question.penetration()) {
            bytes += ChannelsByLayer.of(question, penetration).hashCode() & 1;
        }
        if (bytes == 0) {
            throw new IllegalStateException("an empty picture");
        }
    }

    private void note(SurfaceDose surface) {
        punctures = surface.punctures();
        covered = surface.coverage().monteCarlo().value();
        repeated = surface.duplicates().monteCarlo().value() * punctures;
    }

    private void duplicates() {
        var cells = new CellGrid(question.outline());
        double holeMm = question.device().needle().diameter().millimetres();
        var duplicates = new Duplicates(question.outline(), cells, holeMm, 0);
        var cell = new int[1024];
        punctures = 0;
        Motion.of(question).run(new SplitMix(question.seed()), (xs, ys, count) -> {
            cells.cellsOfSkin(xs, ys, count, cell);
            for (int i = 0; i < count; i++) {
                punctures += cell[i] >= 0 ? 1 : 0;
            }
            duplicates.punctures(xs, ys, cell, count);
        });
        repeated = duplicates.fraction() * punctures;
    }
}
