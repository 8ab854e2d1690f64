package org.stipple.protocol;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stipple.quantities.Area;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Indication;
import org.stipple.quantities.Sex;
import org.stipple.quantities.ZoneId;

/// What the knowledge base holds about a zone of skin.
///
/// @param area an average adult's, to be replaced by a measurement
/// @param cap the deepest that is planned here without a signature; empty where only a clinician can say
/// @param courses caps for particular indications, which replace the general one
/// @param thickness how thick the skin is, where that was measured
/// @param noGo what inside or beside it is never needled
public record SkinZone(
        ZoneId id,
        Area area,
        Optional<Depth> cap,
        List<CourseCap> courses,
        Optional<Thickness> thickness,
        String noGo) {

    /// A cap of its own for some indications.
    ///
    /// @param clearedOnly whether it holds only with a device that is cleared for that here
    /// @param bySignOff whether depths above the general cap need a signature
    public record CourseCap(Set<Indication> indications, boolean clearedOnly, Depth cap, boolean bySignOff) {
        public CourseCap {
            indications = Set.copyOf(indications);
        }
    }

    /// Mean and standard deviation of a layer, both in millimetres. The deviation is absent where it was not
    /// read.
    public record Layer(double meanMm, Optional<Double> sdMm) {}

    /// How thick the skin is.
    ///
    /// @param site where it was measured; the zone's own site or the nearest one
    /// @param method how, because methods disagree two- to fivefold
    /// @param female epidermis and dermis of women
    /// @param male epidermis and dermis of men
    /// @param wholeMm epidermis and dermis together where they were not separated
    public record Thickness(
            String site,
            String method,
            Optional<Layers> female,
            Optional<Layers> male,
            Optional<Double> wholeMm,
            List<Citation> sources) {
        public Thickness {
            sources = List.copyOf(sources);
        }

        /// The two layers that a needle passes.
        public record Layers(Layer epidermis, Layer dermis) {
            double wholeMm() {
                return epidermis.meanMm() + dermis.meanMm();
            }
        }

        /// The layers by sex; where the sex is unknown or neither, the thinner ones.
        ///
        /// @return empty where only the sum was measured
        public Optional<Layers> of(Optional<Sex> sex) {
            if (female.isEmpty() || male.isEmpty()) {
                return female.or(() -> male);
            }
            if (sex.isPresent() && sex.get() == Sex.MALE) {
                return male;
            }
            if (sex.isPresent() && sex.get() == Sex.FEMALE) {
                return female;
            }
            return female.get().wholeMm() <= male.get().wholeMm() ? female : male;
        }

        /// Mean epidermis and dermis together, in millimetres.
        public double meanMm(Optional<Sex> sex) {
            return of(sex).map(Layers::wholeMm).or(() -> wholeMm).orElseThrow();
        }
    }

    public SkinZone {
        courses = List.copyOf(courses);
    }
}
