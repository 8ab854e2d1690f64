package org.stipple.imaging.raster;

import java.util.Random;

/// Planes of noise, wider and higher than a tile where that is asked.
final class Textures {

    private Textures() {}

    static Plane noise(int width, int height, long seed) {
        var plane = new Plane(width, height);
        var random = new Random(seed);
        for (int i = 0; i < plane.values().length; i++) {
            plane.values()[i] = (float) random.nextGaussian();
        }
        return plane;
    }
}
