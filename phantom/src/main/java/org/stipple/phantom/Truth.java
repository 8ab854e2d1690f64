package org.stipple.phantom;

import java.util.BitSet;

/// What is true about the skin that a rendered photo shows, in the frame of that photo. Immutable.
public final class Truth {

    private final int width;
    private final int height;
    private final float[] haemoglobin;
    private final BitSet redness;
    private final BitSet wrinkles;
    private final BitSet pores;
    private final double itaDegrees;

    Truth(
            int width,
            int height,
            float[] haemoglobin,
            BitSet redness,
            BitSet wrinkles,
            BitSet pores,
            double itaDegrees) {
        this.width = width;
        this.height = height;
        this.haemoglobin = haemoglobin;
        this.redness = redness;
        this.wrinkles = wrinkles;
        this.pores = pores;
        this.itaDegrees = itaDegrees;
    }

    /// Mean haemoglobin of the whole photo, 1 = typical.
    public double meanHaemoglobin() {
        double sum = 0;
        for (float value : haemoglobin) {
            sum += value;
        }
        return sum / haemoglobin.length;
    }

    /// Mean haemoglobin of a zone, 1 = typical.
    ///
    /// @throws IllegalArgumentException when the mask is of another size, or empty
    public double meanHaemoglobin(Mask zone) {
        if (zone.width() != width || zone.height() != height || zone.count() == 0) {
            throw new IllegalArgumentException("a zone must have the size of the photo and some pixels");
        }
        double sum = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (zone.contains(x, y)) {
                    sum += haemoglobin[y * width + x];
                }
            }
        }
        return sum / zone.count();
    }

    /// Individual typology angle of the mean reflectance of the whole photo under D65, in degrees, blood
    /// included.
    public double itaDegrees() {
        return itaDegrees;
    }

    /// Where patches of redness add more than a fifth to the blood of the skin around them.
    public Mask redness() {
        return new Mask(width, height, redness);
    }

    /// Where wrinkles are deeper than half their depth.
    public Mask wrinkles() {
        return new Mask(width, height, wrinkles);
    }

    /// The openings of pores.
    public Mask pores() {
        return new Mask(width, height, pores);
    }
}
