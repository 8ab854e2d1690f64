package org.stipple.imaging;

/// In which direction a metric is better.
public enum Better {
    LESS,
    /// Neither: lighter skin is not better than darker skin.
    NEITHER;

    /// A change must exceed what two photos of unchanged skin can differ by.
    Verdict verdict(double change, double sdc95) {
        if (Math.abs(change) <= sdc95) {
            return Verdict.NO_DETECTABLE_CHANGE;
        }
        return switch (this) {
            case LESS -> change < 0 ? Verdict.IMPROVED : Verdict.WORSE;
            case NEITHER -> Verdict.NEITHER_IS_BETTER;
        };
    }
}
