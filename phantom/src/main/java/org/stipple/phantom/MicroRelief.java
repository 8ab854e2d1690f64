package org.stipple.phantom;

/// The fine relief of skin without marks, in mm above its mean plane: plateaus between furrows (cells of about
/// half a millimetre, as on a cheek) on a fractal ground. One thread only: it remembers the last place.
final class MicroRelief {

    /// Root mean square of the relief below at height 1, measured over many places, so that [Skin#relief] is
    /// what it says.
    private static final double UNIT_RMS = 0.395;

    private static final double FURROW_CELL_MM = 0.55;
    private static final int OCTAVES = 4;

    private final long seed;
    private final double height;
    private final SmoothNoise bend;
    private final SmoothNoise[] ground = new SmoothNoise[OCTAVES];
    private final double[] centreX = new double[9];
    private final double[] centreY = new double[9];
    private long cellX = Long.MIN_VALUE;
    private long cellY;

    MicroRelief(Skin skin) {
        this.seed = skin.seed();
        this.height = skin.relief().millimetres() / UNIT_RMS;
        this.bend = new SmoothNoise(seed + 11);
        for (int octave = 0; octave < OCTAVES; octave++) {
            ground[octave] = new SmoothNoise(seed + 23 + octave * 7919L);
        }
    }

    double at(double x, double y) {
        double bent = 0.25 * bend.at(x * 1.3, y * 1.3);
        double plateaus = Math.min(1, 2.2 * edgeDistance(x / FURROW_CELL_MM + bent, y / FURROW_CELL_MM - bent));
        double fractal = 0;
        double amplitude = 1;
        double scale = 1 / 1.6;
        for (SmoothNoise octave : ground) {
            fractal += amplitude * octave.at(x * scale, y * scale);
            amplitude *= 0.5;
            scale *= 2.03;
        }
        return height * (0.8 * (plateaus - 0.75) + 0.55 * fractal);
    }

    /// Worley's cellular noise: distance to the second nearest centre less that to the nearest, in cells.
    private double edgeDistance(double x, double y) {
        long cx = (long) Math.floor(x);
        long cy = (long) Math.floor(y);
        if (cx != cellX || cy != cellY) {
            look(cx, cy);
        }
        double first = 9;
        double second = 9;
        for (int i = 0; i < 9; i++) {
            double dx = centreX[i] - x;
            double dy = centreY[i] - y;
            double distance = dx * dx + dy * dy;
            if (distance < first) {
                second = first;
                first = distance;
            } else if (distance < second) {
                second = distance;
            }
        }
        return Math.sqrt(second) - Math.sqrt(first);
    }

    private void look(long cx, long cy) {
        cellX = cx;
        cellY = cy;
        for (int i = 0; i < 9; i++) {
            long column = cx + i % 3 - 1;
            long row = cy + i / 3 - 1;
            long bits = Grain.bits(seed + 37, column, row);
            centreX[i] = column + 0.1 + 0.8 * (bits & 0xFFFFFF) * 0x1.0p-24;
            centreY[i] = row + 0.1 + 0.8 * (bits >>> 40) * 0x1.0p-24;
        }
    }
}
