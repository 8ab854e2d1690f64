package org.stipple.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stipple.dose.ChannelsByLayer;
import org.stipple.dose.DermisReach;
import org.stipple.dose.DoseEstimate;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.EdgeBand;
import org.stipple.dose.Healing;
import org.stipple.dose.NeedleArray;
import org.stipple.dose.Slit;
import org.stipple.dose.picture.DensityPicture;
import org.stipple.dose.picture.DepthPicture;
import org.stipple.protocol.DoseDocument;
import org.stipple.protocol.document.Figures;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;
import org.stipple.quantities.PunctureDensity;

/// The printable report of `stipple dose`.
final class DoseReport {

    private DoseReport() {}

    /// @param searched chapters about settings near a goal
    static byte[] html(DoseQuestion question, DoseEstimate estimate, Optional<GoalWords> searched) {
        var page = new ReportPage("Dose of one zone");
        asked(page, question);
        page.heading("Where the punctures lie")
                .png(
                        DensityPicture.png(question),
                        "Map of the zone: punctures per cm² in colours, with scale bar, legend and outline")
                .paragraph("Each spot: the mean of the square of 2 mm around it. White inside the outline: no-go.");
        page.heading("How deep they go").svg(DepthPicture.svg(question, estimate));
        page.table(
                List.of("part of the set depth reached", "reach the dermis", "go through it"),
                estimate.depth().stream().map(DoseReport::reach).toList());
        layers(page, question);
        page.heading("Figures").table(DoseFigures.HEADS, DoseFigures.of(DoseDocument.of(estimate)));
        edges(page, question, estimate);
        searched.ifPresent(words -> words.addTo(page));
        page.heading("How long the channels stay open")
                .table(
                        List.of("skin", "closed after", "found", "source"),
                        List.of(closure("covered", estimate.occluded()), closure("open", estimate.open())));
        page.heading("Healing: what was seen, and when")
                .table(
                        List.of("day", "what", "source"),
                        estimate.healing().stream()
                                .map(event -> List.of(Figures.text(event.day()), event.event(), event.source()))
                                .toList());
        page.table(
                List.of("not before day", "what", "source"),
                Healing.EARLIEST.stream()
                        .map(each -> List.of(Integer.toString(each.day()), each.what(), each.source()))
                        .toList());
        page.heading("Assumed").list(estimate.assumptions());
        page.paragraph("Seed " + estimate.seed() + ": with it and the same question this can be had again.");
        return page.bytes();
    }

    private static void asked(ReportPage page, DoseQuestion question) {
        var technique = question.technique();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("device", device(question.device())));
        rows.add(List.of("depth set", technique.depth().toString()));
        rows.add(List.of("passes", technique.passes() + " in " + technique.directions() + " directions"));
        if (question.device() instanceof NeedleArray.Pen) {
            rows.add(List.of("glide", Figures.text(technique.glide().millimetresPerSecond()) + " mm/s"));
        }
        rows.add(List.of(
                "area", Figures.text(question.outline().area().squareCentimetres(), 4) + " cm², no-go holes left out"));
        page.heading("What was asked").table(List.of("setting", "value"), rows);
    }

    private static String device(NeedleArray device) {
        String needle = Figures.text(device.needle().diameter().millimetres()) + " mm wide, "
                + device.needle().length() + " long";
        return switch (device) {
            case NeedleArray.Pen pen ->
                "pen: " + pen.pins() + " pins, " + needle + "; "
                        + Figures.text(pen.stroke().hertz()) + " strokes a second; swath "
                        + Figures.text(pen.swath().millimetres()) + " mm";
            case NeedleArray.Roller roller ->
                "roller: " + roller.needles() + " needles in " + roller.rows() + " rows, " + needle;
            case NeedleArray.Stamp stamp ->
                "stamp: " + stamp.pins() + " pins, " + needle + "; " + Figures.text(stamp.stampsPerCm2())
                        + " stamps per cm² and pass";
        };
    }

    private static List<String> reach(DoseEstimate.DepthScenario scenario) {
        return switch (scenario.reach()) {
            case DermisReach.Reached(var reaching, var beyond) ->
                List.of(percent(scenario.penetration()), percent(reaching), percent(beyond));
            case DermisReach.ThicknessUnknown(var why) ->
                List.of(percent(scenario.penetration()), "not known: " + why, "not known");
        };
    }

    private static void layers(ReportPage page, DoseQuestion question) {
        var rows = new ArrayList<List<String>>();
        for (var penetration : question.penetration()) {
            switch (ChannelsByLayer.of(question, penetration)) {
                case ChannelsByLayer.Known(var layers) -> {
                    var row = new ArrayList<>(List.of(percent(penetration)));
                    layers.forEach(
                            each -> row.add(DoseFigures.number(each.channels().perSquareCentimetre())));
                    rows.add(row);
                }
                case ChannelsByLayer.ThicknessUnknown _ -> {}
            }
        }
        if (!rows.isEmpty()) {
            page.heading("Channels per cm² that reach each layer")
                    .table(
                            List.of(
                                    "part of the set depth reached",
                                    "epidermis",
                                    "papillary dermis",
                                    "reticular dermis",
                                    "beyond the dermis"),
                            rows);
        }
    }

    private static void edges(ReportPage page, DoseQuestion question, DoseEstimate estimate) {
        var band = EdgeBand.of(question, estimate.map());
        var slit = Slit.of(question);
        page.table(
                List.of("along the way and the edges", "value"),
                List.of(
                        List.of(
                                "density within " + millimetres(band.width()) + " of an edge or no-go hole",
                                density(band.within())),
                        List.of("density further in", density(band.further())),
                        List.of("holes drawn out by at most; 0 is taken", millimetres(slit.most())),
                        List.of("where that bound comes from", slit.how())));
    }

    private static String density(Optional<PunctureDensity> density) {
        return density.map(each -> DoseFigures.number(each.perSquareCentimetre()) + " /cm²")
                .orElse("no skin there");
    }

    private static String millimetres(Length length) {
        return Figures.text(length.millimetres(), 3) + " mm";
    }

    private static List<String> closure(String skin, Healing.Closure closure) {
        return List.of(skin, Figures.text(closure.hours()) + " h", closure.condition(), closure.source());
    }

    private static String percent(Fraction fraction) {
        return DoseFigures.number(100 * fraction.value()) + " %";
    }
}
