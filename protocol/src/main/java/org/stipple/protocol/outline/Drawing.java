package org.stipple.protocol.outline;

import java.util.List;
import java.util.Optional;
import org.stipple.quantities.ZoneId;

/// One view of a standard adult.
///
/// @param origin what lies at 0, 0
/// @param frame what is to be seen
/// @param zones in the order of [ZoneId]
/// @param strokes lines around the zones
/// @param dots shading: places of fine dots
public record Drawing(
        BodyView view,
        String origin,
        Frame frame,
        List<ZoneOutline> zones,
        List<NoGo> noGo,
        List<Stroke> strokes,
        List<Point> dots) {

    /// A rectangle in millimetres.
    public record Frame(double leftMm, double topMm, double widthMm, double heightMm) {

        Frame mirrored() {
            return new Frame(-leftMm - widthMm, topMm, widthMm, heightMm);
        }
    }

    public Drawing {
        zones = List.copyOf(zones);
        noGo = List.copyOf(noGo);
        strokes = List.copyOf(strokes);
        dots = List.copyOf(dots);
    }

    /// @return empty when the zone cannot be seen in this view
    public Optional<ZoneOutline> zone(ZoneId zone) {
        return zones.stream().filter(outline -> outline.zone() == zone).findFirst();
    }
}
