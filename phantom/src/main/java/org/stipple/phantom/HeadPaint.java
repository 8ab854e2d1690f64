package org.stipple.phantom;

/// The colour of a head by place: everything here is `design`, drawn by eye over the base mesh.
final class HeadPaint {

    /// What a place of the skin of the mesh shows.
    enum Part {
        SKIN,
        LIP,
        HAIR
    }

    private static final double[] HAIR = {0.035, 0.026, 0.02};
    private static final double[] SCLERA = {0.62, 0.56, 0.52};
    private static final double[] IRIS = {0.11, 0.062, 0.035};
    private static final double IRIS_MM = 5.9;
    private static final double PUPIL_MM = 2;
    private static final double MOUTH_Y_MM = -67;

    private final double[] left;
    private final double[] right;
    private final double melanin;
    private final long seed;

    HeadPaint(HeadMesh mesh, double itaDegrees, long seed) {
        this.left = mesh.at(HeadPoint.PUPIL_LEFT);
        this.right = mesh.at(HeadPoint.PUPIL_RIGHT);
        this.melanin = SkinColour.melanin(itaDegrees);
        this.seed = seed;
    }

    /// @param colour filled with linear reflectances
    Part at(double x, double y, double z, boolean isEye, double[] colour) {
        if (isEye) {
            eye(x, y, colour);
            return Part.SKIN;
        }
        Part part = partAt(x, y, z);
        double grain = Grain.fractal(seed + 3, (x + 0.7 * z) / 0.8, (y + 0.4 * z) / 0.8, 3, 0.6);
        double soft = Grain.fractal(seed + 5, (x + 0.7 * z) / 14, (y + 0.4 * z) / 14, 3, 0.6);
        double blood = 1 + 0.15 * soft + 0.06 * grain;
        blood += 0.5 * blob(Math.abs(x) - 38, y + 38, 15) + 0.5 * blob(x, y + 38, 9);
        double pigment = melanin * (1 + 0.05 * grain + 0.04 * soft);
        for (int band = 0; band < 3; band++) {
            colour[band] = switch (part) {
                case HAIR -> HAIR[band] * (1 + 0.5 * grain);
                case LIP -> SkinColour.reflectance(band, pigment + 0.03, blood + 1.6);
                case SKIN -> SkinColour.reflectance(band, pigment, blood);
            };
        }
        return part;
    }

    Part partAt(double x, double y, double z) {
        boolean isCap = Math.abs(x) < 74 && (y > 66 - 0.004 * x * x || z < -95 && y > -25);
        double arch = 20 - 0.010 * (Math.abs(x) - 32) * (Math.abs(x) - 32);
        boolean isBrow = z > -40 && Math.abs(x) > 13 && Math.abs(x) < 48 && Math.abs(y - arch) < 3.2;
        double lipX = x / 25;
        double lipY = (y - MOUTH_Y_MM) / (9.5 * Math.sqrt(Math.max(0, 1 - lipX * lipX)) + 0.1);
        boolean isLip = z > -20 && Math.abs(lipX) < 1 && Math.abs(lipY) < 1;
        return isCap || isBrow ? Part.HAIR : isLip ? Part.LIP : Part.SKIN;
    }

    private void eye(double x, double y, double[] colour) {
        double[] pupil = x > 0 ? left : right;
        double away = Math.hypot(x - pupil[0], y - pupil[1]);
        for (int band = 0; band < 3; band++) {
            colour[band] = away < PUPIL_MM ? 0.01 : away < IRIS_MM ? IRIS[band] : SCLERA[band];
        }
    }

    private static double blob(double x, double y, double radius) {
        return Math.exp(-(x * x + y * y) / (2 * radius * radius));
    }
}
