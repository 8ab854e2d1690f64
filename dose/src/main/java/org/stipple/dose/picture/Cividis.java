package org.stipple.dose.picture;

/// The colour scale cividis: evenly lighter from blue to yellow, and read the same by people who see fewer
/// colours.
///
/// Source: Nuñez, Anderton, Renslow, PLoS ONE 2018;13:e0199239, doi 10.1371/journal.pone.0199239, here by a
/// polynomial of the fifth degree for each channel, within some 15 of 255.
final class Cividis {

    private static final double[] RED = {-4.54, -35.34, 2381.73, -6402.7, 7024.72, -2710.57};
    private static final double[] GREEN = {32.49, 170.73, 52.82, -131.46, 176.58, -67.37};
    private static final double[] BLUE = {81.24, 442.36, -2482.43, 6167.24, -6614.94, 2475.67};

    /// Steps of the scale: finer than an eye tells apart, and few enough for a palette beside ink and white.
    private static final int STEPS = 250;

    private static final int[] COLOURS = new int[STEPS + 1];

    static {
        for (int step = 0; step <= STEPS; step++) {
            double t = (double) step / STEPS;
            COLOURS[step] = channel(RED, t) << 16 | channel(GREEN, t) << 8 | channel(BLUE, t);
        }
    }

    private Cividis() {}

    /// @param part 0 (dark blue) to 1 (yellow); what lies outside is taken as the nearer end
    /// @return 0xRRGGBB
    static int colour(double part) {
        return COLOURS[(int) Math.round(STEPS * Math.clamp(part, 0, 1))];
    }

    private static int channel(double[] factors, double t) {
        double sum = 0;
        for (int power = factors.length - 1; power >= 0; power--) {
            sum = sum * t + factors[power];
        }
        return (int) Math.clamp(Math.round(sum), 0L, 255L);
    }
}
