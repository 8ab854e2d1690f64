package org.stipple.protocol;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.stipple.dose.Outline;
import org.stipple.dose.Point;
import org.stipple.dose.UnusableQuestion;
import org.stipple.protocol.outline.Ring;
import org.stipple.protocol.outline.ZoneOutline;
import org.stipple.protocol.outline.ZoneOutlines;
import org.stipple.quantities.Area;
import org.stipple.quantities.ZoneId;

/// The shape of a zone where nobody measured it: as it is drawn of a standard adult, in the view that shows
/// most of it, brought to the area that is meant.
final class TypicalOutline {

    /// Design: there are some sixty zones and few areas of each; more than this are areas that people measured.
    private static final int MOST_KEPT = 1_000;

    /// An outline is checked corner against corner, which takes a page longer than all else; the same zone of
    /// the same area has the same.
    private static final ConcurrentMap<Wanted, Optional<Outline>> KEPT = new ConcurrentHashMap<>();

    private TypicalOutline() {}

    private record Wanted(ZoneId zone, Area area) {}

    /// The largest part of the zone, with the holes in it.
    ///
    /// @return empty where no drawing shows the zone, or shows it in a shape that is no single plain outline
    static Optional<Outline> of(ZoneId zone, Area area) {
        var wanted = new Wanted(zone, area);
        Optional<Outline> kept = KEPT.get(wanted);
        if (kept == null) {
            kept = drawn(zone, area);
            if (KEPT.size() >= MOST_KEPT) {
                KEPT.clear();
            }
            KEPT.put(wanted, kept);
        }
        return kept;
    }

    private static Optional<Outline> drawn(ZoneId zone, Area area) {
        try {
            return ZoneOutlines.standard().of(zone).stream()
                    .max(Comparator.comparing(ZoneOutline::area))
                    .map(drawn -> of(drawn, area));
        } catch (UnusableQuestion notPlain) {
            return Optional.empty();
        }
    }

    private static Outline of(ZoneOutline drawn, Area area) {
        var ring = drawn.rings().stream().max(Comparator.comparing(Ring::area)).orElseThrow();
        var holes = holes(drawn, ring);
        double areaCm2 = ring.area().squareCentimetres()
                - holes.stream()
                        .mapToDouble(hole -> hole.area().squareCentimetres())
                        .sum();
        double scale = Math.sqrt(area.squareCentimetres() / areaCm2);
        return Outline.of(
                scaled(ring, scale),
                holes.stream().map(hole -> scaled(hole, scale)).toList());
    }

    private static List<Ring> holes(ZoneOutline drawn, Ring ring) {
        return drawn.holes().stream()
                .filter(hole -> ring.contains(hole.points().getFirst()))
                .toList();
    }

    /// In a drawing y points down, on spread-out skin up.
    private static List<Point> scaled(Ring ring, double scale) {
        return ring.points().stream()
                .map(point -> new Point(point.xMm() * scale, -point.yMm() * scale))
                .toList();
    }
}
