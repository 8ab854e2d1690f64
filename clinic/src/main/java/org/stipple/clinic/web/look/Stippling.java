package org.stipple.clinic.web.look;

import java.util.ArrayList;
import java.util.List;
import org.stipple.protocol.outline.Point;
import org.stipple.protocol.outline.ZoneOutline;

/// Dots that stand for a density.
final class Stippling {

    /// The plastic number; its powers give the evenest known additive sequence in two dimensions (Roberts
    /// 2018, "The unreasonable effectiveness of quasirandom sequences").
    private static final double PLASTIC = 1.324_717_957_244_746;

    private static final double STEP_X = 1 / PLASTIC;
    private static final double STEP_Y = 1 / (PLASTIC * PLASTIC);

    private Stippling() {}

    /// Evenly spread dots inside the zone and outside its holes.
    ///
    /// @param perCm2 dots on a square centimetre of the drawing
    static List<Point> dots(ZoneOutline outline, double perCm2) {
        var points =
                outline.rings().stream().flatMap(ring -> ring.points().stream()).toList();
        double left = points.stream().mapToDouble(Point::xMm).min().orElseThrow();
        double right = points.stream().mapToDouble(Point::xMm).max().orElseThrow();
        double top = points.stream().mapToDouble(Point::yMm).min().orElseThrow();
        double bottom = points.stream().mapToDouble(Point::yMm).max().orElseThrow();
        long inBox = Math.round(perCm2 * (right - left) * (bottom - top) / 100);
        var dots = new ArrayList<Point>();
        for (long i = 1; i <= inBox; i++) {
            Point dot = new Point(
                    left + (right - left) * ((0.5 + i * STEP_X) % 1), top + (bottom - top) * ((0.5 + i * STEP_Y) % 1));
            if (outline.contains(dot)) {
                dots.add(dot);
            }
        }
        return dots;
    }
}
