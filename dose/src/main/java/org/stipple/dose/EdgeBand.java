package org.stipple.dose;

import java.util.BitSet;
import java.util.Optional;
import org.stipple.quantities.Area;
import org.stipple.quantities.Length;
import org.stipple.quantities.PunctureDensity;

/// What the skin along the edges, those of no-go holes too, receives beside the skin further in. In the
/// motion model lanes overshoot the outline, so that the two differ by chance alone; nobody measured what a
/// hand that turns at the edge leaves out.
///
/// @param width of the band: half a swath, within which the head hangs over the edge; 2 mm cells belong to it by
///   their middle
/// @param area of skin in the band
/// @param within the band, punctures on its skin over its area; empty where it holds no skin
/// @param further in, likewise; empty where all skin lies within the band
public record EdgeBand(Length width, Area area, Optional<PunctureDensity> within, Optional<PunctureDensity> further) {

    /// Of a treatment.
    ///
    /// @param map of its estimate
    public static EdgeBand of(DoseQuestion question, DensityMap map) {
        double widthMm = question.device().swath().millimetres() / 2;
        var near = near(question.outline(), map, widthMm);
        double[] skinCm2 = new double[2];
        long[] punctures = new long[2];
        for (int row = 0; row < map.rows(); row++) {
            for (int column = 0; column < map.columns(); column++) {
                int part = near.get(row * map.columns() + column) ? 0 : 1;
                skinCm2[part] += map.skin(column, row).squareCentimetres();
                punctures[part] += map.punctures(column, row);
            }
        }
        return new EdgeBand(
                Length.ofMillimetres(widthMm),
                Area.ofSquareCentimetres(skinCm2[0]),
                density(punctures[0], skinCm2[0]),
                density(punctures[1], skinCm2[1]));
    }

    private static Optional<PunctureDensity> density(long punctures, double skinCm2) {
        return skinCm2 > 0 ? Optional.of(PunctureDensity.ofPerSquareCentimetre(punctures / skinCm2)) : Optional.empty();
    }

    /// Cells whose middle is no further than the width from an edge.
    private static BitSet near(Outline outline, DensityMap map, double widthMm) {
        double cell = DensityMap.cellMm();
        double minX = map.origin().xMm() + cell / 2;
        double minY = map.origin().yMm() + cell / 2;
        var near = new BitSet(map.rows() * map.columns());
        outline.forEachEdge((xFrom, yFrom, xTo, yTo) -> {
            int left = at(Math.min(xFrom, xTo) - widthMm - minX, map.columns());
            int right = at(Math.max(xFrom, xTo) + widthMm - minX + cell, map.columns());
            int low = at(Math.min(yFrom, yTo) - widthMm - minY, map.rows());
            int high = at(Math.max(yFrom, yTo) + widthMm - minY + cell, map.rows());
            for (int row = low; row < high; row++) {
                for (int column = left; column < right; column++) {
                    double x = minX + column * cell;
                    double y = minY + row * cell;
                    if (squaredDistance(x, y, xFrom, yFrom, xTo, yTo) <= widthMm * widthMm) {
                        near.set(row * map.columns() + column);
                    }
                }
            }
        });
        return near;
    }

    private static int at(double mm, int most) {
        return Math.clamp((long) Math.floor(mm / DensityMap.cellMm()), 0, most);
    }

    private static double squaredDistance(double x, double y, double xFrom, double yFrom, double xTo, double yTo) {
        double alongX = xTo - xFrom;
        double alongY = yTo - yFrom;
        double part = ((x - xFrom) * alongX + (y - yFrom) * alongY) / (alongX * alongX + alongY * alongY);
        double dx = x - xFrom - Math.clamp(part, 0, 1) * alongX;
        double dy = y - yFrom - Math.clamp(part, 0, 1) * alongY;
        return dx * dx + dy * dy;
    }
}
