package org.stipple.imaging;

import java.util.Optional;
import org.stipple.quantities.ZoneId;

/// How large zones are, to notice a scale that cannot be.
final class ZoneSize {

    /// Contract of `stipple measure`.
    private static final double TWICE = 2;

    private ZoneSize() {}

    /// No adult's zone is larger than this, in cm²; nothing for skin without a name.
    static Optional<Double> most(String zone) {
        return ZoneId.find(zone).map(id -> TWICE * typical(id));
    }

    /// `design`: the planning defaults of the knowledge base; those of the face add up to the 200 cm² that the
    /// British label of LMX4 takes it as. No source gives areas by zone.
    private static double typical(ZoneId zone) {
        return switch (zone) {
            case FOREHEAD, CHEEK_LEFT, CHEEK_RIGHT -> 35;
            case GLABELLA -> 4;
            case TEMPLE_LEFT, TEMPLE_RIGHT -> 10;
            case PERIORBITAL_LEFT, PERIORBITAL_RIGHT -> 6;
            case NOSE -> 12;
            case UPPER_LIP -> 8;
            case CHIN -> 11;
            case JAWLINE_LEFT, JAWLINE_RIGHT -> 14;
            case NECK -> 120;
            case DECOLLETAGE, FLANK_LEFT, FLANK_RIGHT -> 200;
            case SCALP, ARM_LEFT, ARM_RIGHT -> 500;
            case CHEST -> 400;
            case BACK -> 1500;
            case ABDOMEN -> 600;
            case THIGH_LEFT, THIGH_RIGHT -> 700;
            case CALF_LEFT, CALF_RIGHT, BUTTOCK_LEFT, BUTTOCK_RIGHT -> 350;
            case HAND_LEFT, HAND_RIGHT -> 100;
        };
    }
}
