package org.stipple.phantom;

import org.stipple.quantities.Length;

/// Skin drawn out of shape within its plane, smoothly and at random: the sum of 24 waves of all directions, whose
/// lengths spread by a third around the given one.
///
/// @param amount standard deviation of the displacement, in x and in y
/// @param wavelength of the waves, at least 15 times the amount, so that skin is never folded
/// @param seed of the waves
public record Stretch(Length amount, Length wavelength, long seed) {

    /// At ease.
    public static final Stretch NONE = new Stretch(Length.ofMillimetres(0), Length.ofMillimetres(60), 0);

    private static final int WAVES = 24;

    /// @throws IllegalArgumentException when the waves are too short for their height
    public Stretch {
        if (!(wavelength.millimetres() > 0 && wavelength.millimetres() >= 15 * amount.millimetres())) {
            throw new IllegalArgumentException("waves must be 15 times as long as the skin is displaced");
        }
    }

    /// From a place of the plane to the place of the skin that lies there, in place.
    void onto(double[] place) {
        if (amount.millimetres() == 0) {
            return;
        }
        double dx = 0;
        double dy = 0;
        for (int wave = 0; wave < WAVES; wave++) {
            double angle = 2 * Math.PI * (wave + Grain.uniform(seed, wave, 0)) / WAVES;
            double k = 2 * Math.PI / wavelength.millimetres() * (0.75 + 0.58 * Grain.uniform(seed, wave, 1));
            double phase = k * (Math.cos(angle) * place[0] + Math.sin(angle) * place[1]);
            dx += Math.cos(phase + 2 * Math.PI * Grain.uniform(seed, wave, 2));
            dy += Math.cos(phase + 2 * Math.PI * Grain.uniform(seed, wave, 3));
        }
        double height = amount.millimetres() * Math.sqrt(2.0 / WAVES);
        place[0] += height * dx;
        place[1] += height * dy;
    }

    /// The inverse: where on the plane a place of the skin lies.
    double[] back(double xMm, double yMm) {
        var plane = new double[] {xMm, yMm};
        if (amount.millimetres() == 0) {
            return plane;
        }
        var there = new double[2];
        for (int step = 0; step < 60; step++) {
            there[0] = plane[0];
            there[1] = plane[1];
            onto(there);
            plane[0] += xMm - there[0];
            plane[1] += yMm - there[1];
        }
        return plane;
    }
}
