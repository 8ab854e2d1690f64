package org.stipple.imaging;

import java.util.Optional;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;

/// How well the follow-up was laid onto the baseline.
public sealed interface Registration {

    /// The follow-up fits.
    ///
    /// One affine map carries the baseline's places to the follow-up where that is enough, a dense and smooth
    /// field where skin gave. The error of a small window is what it still sees of shift between the photos
    /// after that, or the gap of who goes there and back if that is larger: half of the windows see less than
    /// `medianPx`, 95 % less than `p95Px`.
    ///
    /// @param onto from the baseline to the follow-up
    /// @param medianPx in pixels of the baseline
    /// @param p95Px in pixels of the baseline
    /// @param maskedFraction windows that say nothing: nothing to see in them, or there and back does not meet
    record Registered(Carry onto, double medianPx, double p95Px, Fraction maskedFraction) implements Registration {

        /// The median error on the skin; nothing without a scale.
        public Optional<Length> median(Scale scale) {
            return scale.length(medianPx);
        }

        /// The error that 95 % of the windows stay below; nothing without a scale.
        public Optional<Length> p95(Scale scale) {
            return scale.length(p95Px);
        }
    }

    /// There is no registration, and why.
    record NotRegistered(String why) implements Registration {}

    /// Carries outlines from one photo to another. Pixels are never carried: metrics are computed on each photo
    /// as it is.
    sealed interface Carry permits Affine, DenseCarry {

        /// The same place of skin in the other photo.
        Place of(Place place);

        /// The same piece of skin in the other photo, in its pixels, corner by corner.
        Outline of(Outline outline);

        /// From the other photo to this.
        Carry inverse();

        /// How many pixels of the other photo lie in a row of one pixel of this one, on average over a zone.
        double zoom(Outline outline);
    }
}
