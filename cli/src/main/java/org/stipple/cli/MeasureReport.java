package org.stipple.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stipple.imaging.BeyondPhotos;
import org.stipple.imaging.ChangeBar;
import org.stipple.imaging.Gate;
import org.stipple.imaging.MaskedMeasurement;
import org.stipple.imaging.MeasuredPictures;
import org.stipple.imaging.Measurement;
import org.stipple.imaging.MeasurementWords;
import org.stipple.imaging.Metric;
import org.stipple.imaging.Photo;
import org.stipple.imaging.Reading;
import org.stipple.imaging.Verdict;
import org.stipple.imaging.ZoneReadings;

/// The printable report of `stipple measure`. It names no file and holds nothing of the files but their pixels.
final class MeasureReport {

    private static final String WARNING = "Computed from photos, for a professional to review. Not clinically"
            + " validated: limits of detection come from synthetic skin.";

    private static final List<String> GATE = List.of("gate", "photo", "where", "value", "limit", "passed");

    private final ReportPage page;
    private final Measurement measurement;

    private MeasureReport(ReportPage page, Measurement measurement) {
        this.page = page;
        this.measurement = measurement;
    }

    static byte[] html(MaskedMeasurement masked, Photo baseline, Optional<Photo> followup) {
        boolean pair = followup.isPresent();
        var page = new ReportPage(pair ? "What changed between two photos" : "What one photo shows", WARNING);
        var report = new MeasureReport(page, masked.measurement());
        page.paragraph(report.inShort(pair));
        new MeasurePictures(page).add(MeasuredPictures.of(baseline, followup, masked), masked.measurement());
        report.zones(pair);
        report.gates();
        report.conditions(pair);
        page.heading("Never measurable from such photos")
                .list(List.of(BeyondPhotos.values()).stream()
                        .map(each -> each.words() + ": " + each.why())
                        .toList());
        return page.bytes();
    }

    /// The readings by verdict, the changes by name.
    private String inShort(boolean pair) {
        var named = new LinkedHashMap<Verdict, List<String>>();
        int refused = 0;
        int read = 0;
        for (ZoneReadings zone : measurement.zones()) {
            for (Reading reading : zone.readings()) {
                switch (reading) {
                    case Reading.Measured _ -> read++;
                    case Reading.NotMeasurable _ -> refused++;
                    case Reading.Compared found ->
                        named.computeIfAbsent(found.verdict(), _ -> new ArrayList<>())
                                .add(MeasurementWords.of(found.metric())
                                        + (measurement.zones().size() > 1
                                                ? " (" + MeasurementWords.zone(zone.id()) + ")"
                                                : ""));
                }
            }
        }
        return (pair
                        ? "Improved: " + list(named, Verdict.IMPROVED) + ". Worse: " + list(named, Verdict.WORSE)
                                + ". No detectable change: "
                                + named.getOrDefault(Verdict.NO_DETECTABLE_CHANGE, List.of())
                                        .size()
                                + ". Changed, and neither direction is better: "
                                + list(named, Verdict.NEITHER_IS_BETTER)
                        : "Measured: " + read)
                + ". Not measurable: " + refused + ".";
    }

    private static String list(Map<Verdict, List<String>> named, Verdict verdict) {
        return named.containsKey(verdict) ? String.join(", ", named.get(verdict)) : "none";
    }

    /// Each under its name; those of which nothing was measurable for the same reasons together, where the first
    /// of them stands.
    private void zones(boolean pair) {
        Map<Object, List<ZoneReadings>> alike = new LinkedHashMap<>();
        for (ZoneReadings zone : measurement.zones()) {
            boolean nothing = zone.readings().stream().allMatch(reading -> reading instanceof Reading.NotMeasurable);
            alike.computeIfAbsent(nothing ? zone.readings() : zone.id(), _ -> new ArrayList<>())
                    .add(zone);
        }
        alike.values().forEach(group -> zone(group, pair));
    }

    private static String named(ZoneReadings zone, boolean alone) {
        String area = zone.area()
                .map(known -> String.format(Locale.ROOT, "%.1f cm²", known.squareCentimetres()))
                .orElse("");
        return MeasurementWords.zone(zone.id()) + (area.isEmpty() ? "" : alone ? ", " + area : " (" + area + ")");
    }

    /// @param group one zone, or several that say the same
    private void zone(List<ZoneReadings> group, boolean pair) {
        page.heading(MeasurePictures.capital(
                group.stream().map(zone -> named(zone, group.size() == 1)).collect(Collectors.joining(", "))));
        ZoneReadings zone = group.getFirst();
        var rows = new StringBuilder();
        var refused = new LinkedHashMap<String, List<String>>();
        for (Reading reading : zone.readings()) {
            switch (reading) {
                case Reading.Measured(var metric, var before) -> rows.append(row(metric, number(before)));
                case Reading.Compared compared -> rows.append(row(compared));
                case Reading.NotMeasurable(var metric, var why) ->
                    refused.computeIfAbsent(why, _ -> new ArrayList<>()).add(MeasurementWords.of(metric));
            }
        }
        if (rows.isEmpty()) {
            page.paragraph("Nothing was measurable here.");
            refused.forEach((why, metrics) -> {
                if (refused.size() > 1) {
                    page.paragraph(MeasurePictures.capital(String.join(", ", metrics)) + ":");
                }
                page.list(List.of(why.split("; ", -1)));
            });
        } else {
            page.markup(pair ? HEAD_OF_PAIR : HEAD_OF_ONE)
                    .markup(rows.toString())
                    .markup("</tbody></table>\n");
        }
        if (!refused.isEmpty() && !rows.isEmpty()) {
            page.paragraph("Not measurable here:")
                    .list(refused.entrySet().stream()
                            .map(each -> String.join(", ", each.getValue()) + ": " + each.getKey())
                            .toList());
        }
    }

    private static final String HEAD_OF_ONE = "<table class=\"stack\"><thead><tr><th scope=\"col\">metric</th>"
            + "<th scope=\"col\">value</th></tr></thead><tbody>\n";

    private static final String HEAD_OF_PAIR = "<table class=\"stack\"><thead><tr><th scope=\"col\">metric</th>"
            + "<th scope=\"col\">before</th><th scope=\"col\">after</th><th scope=\"col\">change</th>"
            + "<th scope=\"col\">detectable from (SDC95)</th>"
            + "<th scope=\"col\" class=\"bars\"><span>← less</span><span>more →</span></th>"
            + "<th scope=\"col\">verdict</th></tr></thead><tbody>\n";

    private static String row(Metric metric, String value) {
        return "<tr><th scope=\"row\">" + ReportPage.escaped(MeasurementWords.of(metric)) + unit(metric) + "</th>"
                + cell("value", value) + "</tr>\n";
    }

    private static String row(Reading.Compared reading) {
        var metric = reading.metric();
        double change = MeasureAnswer.decimal(reading.after())
                .subtract(MeasureAnswer.decimal(reading.before()))
                .doubleValue();
        return "<tr class=\"" + reading.verdict().name().toLowerCase(Locale.ROOT) + "\"><th scope=\"row\">"
                + ReportPage.escaped(MeasurementWords.of(metric)) + unit(metric) + "</th>"
                + cell("before", number(reading.before()))
                + cell("after", number(reading.after()))
                + cell("change", (change > 0 ? "+" : "") + number(change))
                + cell("detectable from (SDC95)", "± " + number(reading.sdc95()))
                + "<td class=\"bars\">" + ChangeBar.svg(reading.change(), reading.sdc95()) + "</td>"
                + cell("verdict", words(reading.verdict())) + "</tr>\n";
    }

    private static String unit(Metric metric) {
        String unit = MeasurementWords.unit(metric.unit());
        return unit.isEmpty() ? "" : " <span class=\"unit\">" + ReportPage.escaped(unit) + "</span>";
    }

    private static String cell(String label, String text) {
        return "<td data-label=\"" + label + "\">" + ReportPage.escaped(text) + "</td>";
    }

    static String words(Verdict verdict) {
        return switch (verdict) {
            case IMPROVED -> "▲ improved";
            case WORSE -> "▼ worse";
            case NO_DETECTABLE_CHANGE -> "no detectable change";
            case NEITHER_IS_BETTER -> "changed; neither direction is better";
        };
    }

    private static String number(double value) {
        return MeasurementWords.quantity(value, "1");
    }

    private void gates() {
        if (measurement.gates().isEmpty()) {
            return;
        }
        var failed = measurement.gates().stream().filter(gate -> !gate.passed()).count();
        page.heading("Gates")
                .paragraph(
                        failed == 0
                                ? "All " + measurement.gates().size() + " were passed."
                                : failed + " of " + measurement.gates().size()
                                        + " were not passed, and what they concern was not read.")
                .markup("<table class=\"stack\"><thead><tr>"
                        + GATE.stream()
                                .map(head -> "<th scope=\"col\">" + head + "</th>")
                                .collect(Collectors.joining())
                        + "</tr></thead><tbody>\n"
                        + measurement.gates().stream()
                                .sorted(Comparator.comparing(Gate::passed))
                                .map(MeasureReport::row)
                                .collect(Collectors.joining())
                        + "</tbody></table>\n")
                .paragraph("What the gates mean:")
                .list(measurement.gates().stream()
                        .map(Gate::kind)
                        .distinct()
                        .map(kind -> MeasurePictures.capital(MeasurementWords.of(kind)) + ": "
                                + MeasurementWords.meaning(kind) + ".")
                        .toList());
    }

    private static String row(Gate gate) {
        List<String> texts = gate(gate);
        var row = new StringBuilder(gate.passed() ? "<tr>" : "<tr class=\"worse\">")
                .append("<th scope=\"row\">")
                .append(ReportPage.escaped(texts.getFirst()))
                .append("</th>");
        for (int i = 1; i < GATE.size(); i++) {
            row.append(cell(GATE.get(i), texts.get(i)));
        }
        return row.append("</tr>\n").toString();
    }

    private static List<String> gate(Gate gate) {
        var kind = gate.kind();
        return List.of(
                MeasurementWords.of(kind),
                gate.shot().id(),
                MeasurementWords.place(gate),
                MeasurementWords.quantity(gate.value(), kind.unit()),
                MeasurementWords.limit(gate),
                gate.passed() ? "yes" : "NO");
    }

    private void conditions(boolean pair) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("scale", MeasurementWords.of(measurement.scale())));
        rows.add(List.of("colour", MeasurementWords.of(measurement.colour())));
        measurement
                .registration()
                .map(found -> MeasurementWords.of(found, measurement.scale()))
                .ifPresent(words -> rows.add(List.of("follow-up on baseline", words)));
        page.heading("How it was measured").table(List.of("what", "how"), rows);
        if (!pair) {
            return;
        }
        page.paragraph("Detectable from (SDC95): 95 % of pairs of photos of unchanged skin differ by less. In the plot"
                + " a change stands in multiples of it, with a whisker of one to each side; in the grey band it cannot"
                + " be told from none, and its dot is hollow. An arrow goes on beyond "
                + ChangeBar.REACH + " of them. Less is better, but for " + neither() + ".");
    }

    private static String neither() {
        return List.of(Metric.values()).stream()
                .filter(metric -> switch (metric.better()) {
                    case NEITHER -> true;
                    case LESS -> false;
                })
                .map(MeasurementWords::of)
                .collect(Collectors.joining(" and "));
    }
}
