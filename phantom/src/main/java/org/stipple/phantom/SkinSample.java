package org.stipple.phantom;

/// What skin is at one place; filled anew for every pixel. One thread only.
final class SkinSample {

    static final int RED = 1;
    static final int WRINKLE = 2;
    static final int PORE = 4;
    static final int SPOT = 8;
    static final int STRETCH_MARK = 16;
    static final int HAIR = 32;
    static final int SCAR = 64;
    static final int MARKER = 128;

    /// mm.
    double height;

    /// Part of the light from all sides that reaches the place.
    double open;

    double bloodAdded;
    double bloodFactor;
    double melaninAdded;
    double melaninFactor;
    double shine;

    /// Part of the pixel that a hair covers, and its darkness.
    double hair;

    double hairDarkness;
    int features;

    void reset(double shineOfAll) {
        height = 0;
        open = 1;
        bloodAdded = 0;
        bloodFactor = 1;
        melaninAdded = 0;
        melaninFactor = 1;
        shine = shineOfAll;
        hair = 0;
        hairDarkness = 0;
        features = 0;
    }
}
