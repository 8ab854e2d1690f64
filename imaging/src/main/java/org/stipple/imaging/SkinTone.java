package org.stipple.imaging;

import java.util.Arrays;
import java.util.Optional;

/// How dark the skin is, in three steps: readings repeat differently on each.
///
/// Without absolute colours the step is told from log10(R/B) of linear light, which exposure does not change and
/// melanin does: `design`, the two limits lie between skin types III and IV and between IV and V of the synthetic
/// skin. By the typology angle (Chardon 1991, doi 10.1111/j.1467-2494.1991.tb00561.x) that is about 28 and 10
/// degrees.
public enum SkinTone {
    LIGHT("light"),
    MEDIUM("medium"),
    DARK("dark");

    private static final double MEDIUM_FROM = 0.46;
    private static final double DARK_FROM = 0.62;

    private final String id;

    SkinTone(String id) {
        this.id = id;
    }

    /// The identifier in files: `medium`.
    public String id() {
        return id;
    }

    /// @return empty when no tone has this identifier
    public static Optional<SkinTone> find(String id) {
        return Arrays.stream(values()).filter(tone -> tone.id.equals(id)).findFirst();
    }

    static SkinTone of(ZoneColour colour) {
        double ratio = colour.logRed() - colour.logBlue();
        return ratio < MEDIUM_FROM ? LIGHT : ratio < DARK_FROM ? MEDIUM : DARK;
    }
}
