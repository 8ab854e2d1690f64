package org.stipple.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.stipple.imaging.ColourReference;
import org.stipple.imaging.Gate;
import org.stipple.imaging.Measurement;
import org.stipple.imaging.Metric;
import org.stipple.imaging.Reading;
import org.stipple.imaging.Registration;
import org.stipple.imaging.Scale;
import org.stipple.imaging.ZoneReadings;

/// A measurement as a small table for people.
final class MeasureTable {

    private final StringBuilder out = new StringBuilder();

    private MeasureTable() {}

    static String of(Measurement measurement) {
        var table = new MeasureTable();
        table.scale(measurement.scale());
        table.colour(measurement.colour());
        measurement.gates().forEach(table::gate);
        measurement.registration().ifPresent(found -> table.registration(found, measurement.scale()));
        measurement.zones().forEach(table::zone);
        table.line("Nothing here is clinically validated: limits of detection come from synthetic skin.");
        return table.out.toString();
    }

    private void scale(Scale scale) {
        line(
                switch (scale) {
                    case Scale.Known(var pixel, var from) ->
                        "scale: " + millimetres(pixel.millimetres()) + " mm a pixel (" + from
                                + (scale.isEstimated() ? ", estimated" : "") + ")";
                    case Scale.Unknown(var why) -> why;
                });
    }

    private static String millimetres(double pixel) {
        return BigDecimal.valueOf(pixel)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    private void colour(ColourReference colour) {
        line(
                switch (colour) {
                    case ColourReference.Card(var residual, var patches) ->
                        String.format(
                                Locale.ROOT,
                                "colour: by %d patches of the card, which are %.1f dE00 off",
                                patches,
                                residual);
                    case ColourReference.None(var why) -> why;
                });
    }

    private void gate(Gate gate) {
        line(String.format(
                Locale.ROOT,
                "%-6s  %-9s  %-8s  %-17s  %9.4g %-10s  at %s %.4g",
                gate.passed() ? "passed" : "FAILED",
                gate.kind().id(),
                gate.shot().id(),
                gate.zone(),
                gate.value(),
                gate.kind().unit().equals("1") ? "" : gate.kind().unit(),
                gate.kind().isAtLeast() ? "least" : "most",
                gate.limit()));
    }

    private void registration(Registration registration, Scale scale) {
        line(
                switch (registration) {
                    case Registration.Registered found ->
                        String.format(
                                Locale.ROOT,
                                "registered: half of the skin within %s, 95 %% within %s, %.0f %% could not be laid",
                                distance(found.medianPx(), scale),
                                distance(found.p95Px(), scale),
                                100 * found.maskedFraction().value());
                    case Registration.NotRegistered(var why) -> "not registered: " + why;
                });
    }

    private static String distance(double pixels, Scale scale) {
        return scale.length(pixels)
                .map(length -> String.format(Locale.ROOT, "%.3f mm", length.millimetres()))
                .orElse(String.format(Locale.ROOT, "%.1f pixels", pixels));
    }

    private void zone(ZoneReadings zone) {
        line("");
        line(zone.id()
                + zone.area()
                        .map(area -> String.format(Locale.ROOT, ", %.1f cm²", area.squareCentimetres()))
                        .orElse(""));
        var refused = new LinkedHashMap<String, List<String>>();
        for (Reading reading : zone.readings()) {
            switch (reading) {
                case Reading.Measured(var metric, var before) ->
                    reading(metric, number(before).toPlainString());
                case Reading.Compared(var metric, var before, var after, var sdc95, var verdict) ->
                    reading(
                            metric,
                            "%s -> %s: %s (detectable from %s)"
                                    .formatted(number(before), number(after), verdict.id(), sdc95));
                case Reading.NotMeasurable(var metric, var why) ->
                    refused.computeIfAbsent(why, _ -> new ArrayList<>()).add(metric.id());
            }
        }
        refused.forEach((why, metrics) -> {
            line("  not-measurable: " + String.join(", ", metrics));
            for (String reason : why.split("; ", -1)) {
                line("    " + reason);
            }
        });
        line("");
    }

    private void reading(Metric metric, String text) {
        line("  " + metric.id() + "  " + text + (metric.unit().equals("1") ? "" : " " + metric.unit()));
    }

    private static BigDecimal number(double value) {
        return MeasureAnswer.decimal(value);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
