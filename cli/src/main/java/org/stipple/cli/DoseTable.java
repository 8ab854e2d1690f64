package org.stipple.cli;

import org.stipple.dose.DermisReach;
import org.stipple.dose.DoseEstimate;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.Pace;
import org.stipple.dose.SurfaceDose;
import org.stipple.protocol.document.Figures;
import org.stipple.quantities.Fraction;

/// The answer of `stipple dose` for a person: one figure a line, with its unit and its range.
final class DoseTable {

    private final StringBuilder out = new StringBuilder();

    private DoseTable() {}

    static String of(DoseQuestion question, DoseEstimate estimate) {
        var table = new DoseTable();
        table.surface(question, estimate);
        table.depth(estimate);
        table.time(estimate);
        table.out.append("\nAssumed\n");
        estimate.assumptions()
                .forEach(each -> table.out.append("- ").append(each).append('\n'));
        return table.out.toString();
    }

    private void surface(DoseQuestion question, DoseEstimate estimate) {
        var now = estimate.surface();
        var low = estimate.uncertainty().lowest();
        var high = estimate.uncertainty().highest();
        line("area", four(question.outline().area().squareCentimetres()), "cm²", "");
        line("punctures", Long.toString(now.punctures()), "", range(low.punctures(), high.punctures()));
        density("density, mean", now, low, high, each -> each.density().mean().perSquareCentimetre());
        density(
                "  95 % of the area gets",
                now, low, high, each -> each.density().n95().perSquareCentimetre());
        density(
                "  50 % of the area gets",
                now, low, high, each -> each.density().n50().perSquareCentimetre());
        density(
                "   5 % of the area gets",
                now, low, high, each -> each.density().n5().perSquareCentimetre());
        percent(
                "  variation between cells",
                now,
                low,
                high,
                each -> each.density().cv());
        percent("coverage", now, low, high, each -> each.coverage().monteCarlo().value());
        percent(
                "  as Poisson",
                now,
                low,
                high,
                each -> each.coverage().poisson().value());
        percent(
                "duplicates",
                now,
                low,
                high,
                each -> each.duplicates().monteCarlo().value());
        percent(
                "  as Poisson",
                now,
                low,
                high,
                each -> each.duplicates().poisson().value());
        var volumes = estimate.uncertainty().injuredVolume();
        line(
                "injured volume",
                four(estimate.injuredVolume().cubicMillimetresPerSquareCentimetre()),
                "mm³/cm²",
                range(
                        volumes.min().cubicMillimetresPerSquareCentimetre(),
                        volumes.max().cubicMillimetresPerSquareCentimetre()));
    }

    /// One figure of a surface.
    private interface Figure {
        double of(SurfaceDose surface);
    }

    private void density(String name, SurfaceDose now, SurfaceDose low, SurfaceDose high, Figure figure) {
        line(name, four(figure.of(now)), "/cm²", range(figure.of(low), figure.of(high)));
    }

    private void percent(String name, SurfaceDose now, SurfaceDose low, SurfaceDose high, Figure figure) {
        line(name, four(100 * figure.of(now)), "%", range(100 * figure.of(low), 100 * figure.of(high)));
    }

    private void depth(DoseEstimate estimate) {
        out.append("\nIf this part of the set depth is reached    reach the dermis    go through it\n");
        for (var scenario : estimate.depth()) {
            String parts = switch (scenario.reach()) {
                case DermisReach.Reached(var reaching, var beyond) ->
                    "%-18s  %s".formatted(percent(reaching), percent(beyond));
                case DermisReach.ThicknessUnknown(var why) -> "not known: " + why;
            };
            out.append("  %-40s  %s".formatted(percent(scenario.penetration()), parts))
                    .append('\n');
        }
    }

    private void time(DoseEstimate estimate) {
        out.append('\n');
        if (estimate.pace() instanceof Pace.Motorised(var seconds, var strokes)
                && estimate.uncertainty().quickest() instanceof Pace.Motorised quickest
                && estimate.uncertainty().slowest() instanceof Pace.Motorised slowest) {
            line("time on the skin", four(seconds), "s", range(quickest.seconds(), slowest.seconds()));
            line("needle strokes", four(strokes), "/s", "");
        }
        line(
                "channels close, covered",
                four(estimate.occluded().hours()),
                "h",
                estimate.occluded().source());
        line(
                "channels close, open",
                four(estimate.open().hours()),
                "h",
                estimate.open().source());
        line("seed", Long.toString(estimate.seed()), "", "");
    }

    private void line(String name, String value, String unit, String remark) {
        String line = "%-26s %12s %-8s %s".formatted(name, value, unit, remark);
        out.append(line.stripTrailing()).append('\n');
    }

    private static String range(double low, double high) {
        return four(low) + " to " + four(high);
    }

    private static String percent(Fraction fraction) {
        return four(100 * fraction.value()) + " %";
    }

    private static String four(double value) {
        return Figures.text(value, 4);
    }
}
