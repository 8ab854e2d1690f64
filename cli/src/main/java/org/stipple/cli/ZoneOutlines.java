package org.stipple.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stipple.imaging.MeasuredPictures;
import org.stipple.imaging.MeasurementWords;
import org.stipple.imaging.Place;
import org.stipple.imaging.Zone;

/// The zones that were read, drawn over the photo with their names: whether they lie where they should is for a
/// person to see. White with a dark edge, to be seen on any skin.
final class ZoneOutlines {

    /// `design`: parts of the width of the picture.
    private static final double LINE = 1 / 500.0;

    private static final double LETTERS = 1 / 50.0;

    /// `design`: of the width of all zones together, for a small face in a large photo.
    private static final double OF_ZONES = 1 / 22.0;

    private ZoneOutlines() {}

    /// @return SVG with a group `outlines` and a group `names`; nothing when there are none
    static String drawn(MeasuredPictures pictures) {
        if (pictures.zones().isEmpty()) {
            return "";
        }
        double letters = Math.min(pictures.before().width() * LETTERS, across(pictures.zones()) * OF_ZONES);
        double line = letters * LINE / LETTERS;
        return "<g class=\"zones\"><g id=\"outlines\">"
                + pictures.zones().stream()
                        .map(zone -> polygon("edge", zone, 2.2 * line) + polygon("line", zone, line))
                        .collect(Collectors.joining())
                + String.format(Locale.ROOT, "</g><g id=\"names\" font-size=\"%.1f\">", letters)
                + pictures.zones().stream().map(ZoneOutlines::name).collect(Collectors.joining())
                + "</g></g>";
    }

    private static double across(List<Zone> zones) {
        var columns = zones.stream()
                .flatMap(zone -> zone.outline().corners().stream())
                .mapToDouble(Place::x)
                .summaryStatistics();
        return columns.getMax() - columns.getMin();
    }

    /// The same over another picture of the same skin.
    static String again(MeasuredPictures pictures) {
        return pictures.zones().isEmpty()
                ? ""
                : "<g class=\"zones\"><use href=\"#outlines\"/><use href=\"#names\"/></g>";
    }

    /// Without names, which would hide what a map shows.
    static String plain(MeasuredPictures pictures) {
        return pictures.zones().isEmpty() ? "" : "<use href=\"#outlines\"/>";
    }

    private static String polygon(String kind, Zone zone, double wide) {
        return String.format(Locale.ROOT, "<polygon class=\"%s\" stroke-width=\"%.1f\" points=\"", kind, wide)
                + zone.outline().corners().stream()
                        .map(corner -> String.format(Locale.ROOT, "%.1f,%.1f", corner.x(), corner.y()))
                        .collect(Collectors.joining(" "))
                + "\"/>";
    }

    /// In the middle of the corners; a zone is hardly ever so bent that this lies outside.
    private static String name(Zone zone) {
        List<Place> corners = zone.outline().corners();
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\">%s</text>",
                corners.stream().mapToDouble(Place::x).average().orElseThrow(),
                corners.stream().mapToDouble(Place::y).average().orElseThrow(),
                ReportPage.escaped(MeasurementWords.zone(zone.id())));
    }
}
