package org.stipple.imaging;

/// Smallest detectable changes: SDC95 = 1.96 * sqrt(2) * SEM, with SEM the standard deviation of repeated
/// photos of unchanged skin (Bland and Altman 1996, doi 10.1136/bmj.312.7047.1654).
///
/// `design`: from photos of synthetic skin of all six types, taken anew with another noise, place, turn,
/// exposure, side of light and, what counts most, a white balance that repeats within 1 % in red and blue. No
/// person was photographed twice for it. The program `SyntheticRetests` beside the tests makes the table, each
/// number rounded up; `DetectionLimitTest` checks that of redness.
final class DetectionLimit {

    static final double ERYTHEMA_INDEX = 0.012;

    private DetectionLimit() {}

    static double of(Metric metric, SkinTone tone) {
        return switch (metric) {
            case WRINKLE_DENSITY -> by(tone, 1.8, 1.5, 1.5);
            case WRINKLE_WIDTH -> by(tone, 0.068, 0.041, 0.081);
            case WRINKLE_DEPTH_PROXY -> by(tone, 0.012, 0.017, 0.032);
            case PORE_DENSITY -> by(tone, 3.1, 1.8, 2.4);
            // 1.6 times what unchanged skin shows (0.16, 0.17, 0.21): the same pores look larger or smaller
            // where the
            // relief around them is a quarter flatter or higher, most so on dark skin (`CrossTalk` beside the
            // tests).
            case PORE_AREA -> by(tone, 0.26, 0.27, 0.34);
            case ROUGHNESS -> by(tone, 0.0043, 0.0038, 0.0016);
            case SPOT_AREA -> by(tone, 0.2, 0.38, 0.8);
            case MELANIN_INDEX -> by(tone, 8, 11, 11);
            // Of no photo yet: what a card's colours are trusted to (reference).
            case ITA -> by(tone, 3, 3, 3);
            case ERYTHEMA_INDEX -> by(tone, ERYTHEMA_INDEX, ERYTHEMA_INDEX, ERYTHEMA_INDEX);
            // On dark skin twice what was found (0.47): few of those people shine.
            case SHINE -> by(tone, 5.4, 3.5, 1);
            case STRETCH_MARK_DENSITY -> by(tone, 0.6, 1.1, 3.4);
        };
    }

    private static double by(SkinTone tone, double light, double medium, double dark) {
        return switch (tone) {
            case LIGHT -> light;
            case MEDIUM -> medium;
            case DARK -> dark;
        };
    }
}
