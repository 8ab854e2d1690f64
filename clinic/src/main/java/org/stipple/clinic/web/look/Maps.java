package org.stipple.clinic.web.look;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stipple.protocol.outline.BodyView;
import org.stipple.protocol.outline.Drawing;
import org.stipple.protocol.outline.NoGo;
import org.stipple.protocol.outline.Point;
import org.stipple.protocol.outline.ZoneOutline;
import org.stipple.quantities.ZoneId;

/// Turns a drawing and what is to be said of each zone into a map. Pure.
public final class Maps {

    private Maps() {}

    /// @param key a word unique on the page
    /// @param title what it shows, for a screen reader
    /// @param marks what is said of each zone; a zone without a mark is drawn as `rest` says
    /// @param rest how zones without a mark are drawn
    /// @param scale colours for marks with a value
    public static MapView of(
            Drawing drawing,
            String key,
            String title,
            Map<ZoneId, ZoneMark> marks,
            ZoneShape.State rest,
            Optional<Scale> scale) {
        var frame = drawing.frame();
        boolean profile = drawing.view() == BodyView.FACE_LEFT || drawing.view() == BodyView.FACE_RIGHT;
        boolean behind = drawing.view() == BodyView.BODY_BACK;
        return new MapView(
                key,
                title,
                drawing.view().id(),
                "%s %s %s %s"
                        .formatted(mm(frame.leftMm()), mm(frame.topMm()), mm(frame.widthMm()), mm(frame.heightMm())),
                scale(drawing),
                drawing.zones().stream()
                        .map(zone -> shape(zone, marks.getOrDefault(zone.zone(), ZoneMark.of(rest)), scale))
                        .toList(),
                drawing.noGo().stream()
                        .map(NoGo::ring)
                        .map(ring -> ring.svgPath())
                        .toList(),
                drawing.strokes().stream()
                        .map(stroke ->
                                new MapView.Line(stroke.weight().name().toLowerCase(Locale.ROOT), stroke.svgPath()))
                        .toList(),
                dots(drawing.dots()),
                profile ? "" : behind ? "left" : "right",
                profile ? "" : behind ? "right" : "left");
    }

    /// A map without marks: to ask "where?".
    public static MapView plain(Drawing drawing, String key, String title) {
        return of(drawing, key, title, Map.of(), ZoneShape.State.PLAIN, Optional.empty());
    }

    private static ZoneShape shape(ZoneOutline outline, ZoneMark mark, Optional<Scale> scale) {
        var part = mark.value().isPresent() && scale.isPresent()
                ? Optional.of(scale.get().part(mark.value().getAsDouble()))
                : Optional.<Double>empty();
        String name = outline.zone().words();
        return new ZoneShape(
                outline.zone().id(),
                name,
                mark.spoken().isEmpty() ? name : name + ", " + mark.spoken(),
                outline.svgPath(),
                box(outline),
                mark.state(),
                part.map(Cividis::at).orElse(""),
                part.map(Cividis::inkOn).orElse(""),
                mark.words(),
                Math.round(outline.label().xMm() * 10) / 10.0,
                Math.round(outline.label().yMm() * 10) / 10.0,
                mark.href(),
                mark.dotsPerCm2() > 0 ? dots(Stippling.dots(outline, mark.dotsPerCm2())) : "");
    }

    /// A face is drawn 184 mm wide.
    private static double scale(Drawing drawing) {
        return drawing.frame().widthMm() / 184;
    }

    private static ZoneShape.Box box(ZoneOutline outline) {
        var points =
                outline.rings().stream().flatMap(ring -> ring.points().stream()).toList();
        double left = Math.floor(points.stream().mapToDouble(Point::xMm).min().orElseThrow());
        double top = Math.floor(points.stream().mapToDouble(Point::yMm).min().orElseThrow());
        double right = Math.ceil(points.stream().mapToDouble(Point::xMm).max().orElseThrow());
        double bottom = Math.ceil(points.stream().mapToDouble(Point::yMm).max().orElseThrow());
        return new ZoneShape.Box(left, top, right - left, bottom - top);
    }

    private static String dots(List<Point> dots) {
        return dots.stream()
                .map(dot -> "M" + mm(dot.xMm()) + " " + mm(dot.yMm()) + "h0")
                .collect(Collectors.joining());
    }

    private static String mm(double value) {
        // Thousands of them on a page: a formatter would take longer than the page.
        long tenths = Math.round(10 * Math.abs(value));
        return (value < 0 && tenths > 0 ? "-" : "") + tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10);
    }
}
