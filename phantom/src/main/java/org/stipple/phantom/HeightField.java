package org.stipple.phantom;

/// Height of the skin, in millimetres above its mean plane, at any place.
final class HeightField {

    /// Root mean square of the relief below at height 1, measured over many places, so that [Skin#relief] is
    /// what it says.
    private static final double UNIT_RMS = 0.395;

    private static final double FURROW_CELL_MM = 0.55;
    private static final double PORE_RADIUS_MM = 0.2;
    private static final double PORE_DEPTH_MM = 0.06;

    private final Skin skin;
    private final double relief;
    private final double poreCellMm;

    HeightField(Skin skin) {
        this.skin = skin;
        this.relief = skin.relief().millimetres() / UNIT_RMS;
        this.poreCellMm = skin.poresPerCm2() > 0 ? 10 / Math.sqrt(skin.poresPerCm2()) : 0;
    }

    /// @param poreDistance of this place, from [#poreDistance]
    double at(double x, double y, double poreDistance) {
        double height = relief * unitRelief(x, y);
        for (Wrinkle wrinkle : skin.wrinkles()) {
            height += wrinkle.at(x, y);
        }
        double r = poreDistance / PORE_RADIUS_MM;
        return r > 2.5 ? height : height - PORE_DEPTH_MM * Math.exp(-2 * r * r);
    }

    static boolean isPore(double poreDistance) {
        return poreDistance <= PORE_RADIUS_MM;
    }

    boolean isWrinkle(double x, double y) {
        for (Wrinkle wrinkle : skin.wrinkles()) {
            if (wrinkle.covers(x, y)) {
                return true;
            }
        }
        return false;
    }

    /// Plateaus between furrows (cells of about half a millimetre, as on a cheek) on a fractal ground.
    double unitRelief(double x, double y) {
        double bend = 0.25 * Grain.smooth(skin.seed() + 11, x * 1.3, y * 1.3);
        double plateaus = Math.min(1, 2.2 * edgeDistance(x / FURROW_CELL_MM + bend, y / FURROW_CELL_MM - bend));
        double ground = Grain.fractal(skin.seed() + 23, x / 1.6, y / 1.6, 4, 0.5);
        return 0.8 * (plateaus - 0.75) + 0.55 * ground;
    }

    /// Worley's cellular noise: distance to the second nearest centre less that to the nearest, in cells.
    private double edgeDistance(double x, double y) {
        long cx = (long) Math.floor(x);
        long cy = (long) Math.floor(y);
        double first = 9;
        double second = 9;
        for (long j = cy - 1; j <= cy + 1; j++) {
            for (long i = cx - 1; i <= cx + 1; i++) {
                long bits = Grain.bits(skin.seed() + 37, i, j);
                double dx = i + 0.1 + 0.8 * (bits & 0xFFFFFF) * 0x1.0p-24 - x;
                double dy = j + 0.1 + 0.8 * (bits >>> 40) * 0x1.0p-24 - y;
                double distance = dx * dx + dy * dy;
                second = Math.min(second, Math.max(first, distance));
                first = Math.min(first, distance);
            }
        }
        return Math.sqrt(second) - Math.sqrt(first);
    }

    /// To the nearest pore, in mm, or more than two radii and not exactly; one pore in each cell of a square
    /// grid, at a random place in the middle of it.
    double poreDistance(double x, double y) {
        if (poreCellMm == 0) {
            return 9;
        }
        long cx = (long) Math.floor(x / poreCellMm);
        long cy = (long) Math.floor(y / poreCellMm);
        double nearest = 81;
        for (long j = cy - 1; j <= cy + 1; j++) {
            for (long i = cx - 1; i <= cx + 1; i++) {
                long bits = Grain.bits(skin.seed() + 41, i, j);
                double dx = (i + 0.2 + 0.6 * (bits & 0xFFFFFF) * 0x1.0p-24) * poreCellMm - x;
                double dy = (j + 0.2 + 0.6 * (bits >>> 40) * 0x1.0p-24) * poreCellMm - y;
                nearest = Math.min(nearest, dx * dx + dy * dy);
            }
        }
        return Math.sqrt(nearest);
    }
}
