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

    private double height;
    private double open;
    private double bloodAdded;
    private double bloodFactor;
    private double melaninAdded;
    private double melaninFactor;
    private double shine;
    private double hair;
    private double hairDarkness;
    private int features;

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

    /// A cavity.
    ///
    /// @param deep in mm
    /// @param openness part of the light from all sides that reaches its floor
    /// @param share how much of it is at this place
    void sink(double deep, double openness, double share) {
        height -= deep * share;
        open *= 1 - share * (1 - openness);
    }

    void raise(double mm) {
        height += mm;
    }

    void redden(double part) {
        bloodAdded += part;
    }

    void darken(double melanin) {
        melaninAdded += melanin;
    }

    void tint(double ofBlood, double ofMelanin) {
        bloodFactor *= ofBlood;
        melaninFactor *= ofMelanin;
    }

    void oil(double more) {
        shine = Math.min(1, shine + more);
    }

    /// The hair that covers most is the one that is seen.
    void cover(double part, double darkness) {
        if (part > hair) {
            hair = part;
            hairDarkness = darkness;
        }
    }

    void mark(int feature) {
        features |= feature;
    }

    /// mm.
    double height() {
        return height;
    }

    /// Part of the light from all sides that reaches the place.
    double open() {
        return open;
    }

    double bloodAdded() {
        return bloodAdded;
    }

    double bloodFactor() {
        return bloodFactor;
    }

    double melaninAdded() {
        return melaninAdded;
    }

    double melaninFactor() {
        return melaninFactor;
    }

    double shine() {
        return shine;
    }

    /// Part of the pixel that a hair covers.
    double hair() {
        return hair;
    }

    double hairDarkness() {
        return hairDarkness;
    }

    int features() {
        return features;
    }
}
