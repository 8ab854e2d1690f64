package org.stipple.imaging;

/// Smallest detectable changes: SDC95 = 1.96 * sqrt(2) * SEM, with SEM the standard deviation of repeated
/// photos of unchanged skin (Bland and Altman 1996, doi 10.1136/bmj.312.7047.1654).
///
/// `design`: from pairs of photos of synthetic skin of all six types, taken anew with another noise, place, turn,
/// exposure, side of light and, what counts most, a white balance that repeats within 1 % in red and blue. No
/// person was photographed twice for it. `DetectionLimitTest` makes the pairs and checks the number.
final class DetectionLimit {

    static final double ERYTHEMA_INDEX = 0.012;

    private DetectionLimit() {}
}
