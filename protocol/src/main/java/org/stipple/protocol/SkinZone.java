package org.stipple.protocol;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stipple.dose.Outline;
import org.stipple.dose.SkinLayers;
import org.stipple.dose.SkinThickness;
import org.stipple.quantities.Area;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Indication;
import org.stipple.quantities.Length;
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

        private String words(Layers layers) {
            boolean areOfWomen = female.isPresent() && (layers == female.get() || layers.equals(female.get()));
            String whose = areOfWomen ? "women" : "men";
            return method + " at the site " + site + " of " + whose + " ("
                    + (sources.isEmpty()
                            ? "this clinic's own value"
                            : sources.stream().map(Citation::id).collect(Collectors.joining(", ")))
                    + ")";
        }

        /// Mean epidermis and dermis together, in millimetres.
        public double meanMm(Optional<Sex> sex) {
            return of(sex).map(Layers::wholeMm).or(() -> wholeMm).orElseThrow();
        }
    }

    /// The skin as `dose` takes it.
    ///
    /// @param sex where it is unknown or neither, the thinner skin
    public SkinThickness skin(Optional<Sex> sex) {
        if (thickness.isEmpty()) {
            return new SkinThickness.Unsourced("there is no source for the thickness of " + id);
        }
        var measured = thickness.get();
        return measured.of(sex)
                .<SkinThickness>map(layers -> new SkinLayers(
                        mean(layers.epidermis()),
                        deviation(layers.epidermis()),
                        mean(layers.dermis()),
                        deviation(layers.dermis()),
                        measured.words(layers)))
                .orElseGet(() -> new SkinThickness.Unsourced("epidermis and dermis of " + id
                        + " were only measured together: " + measured.meanMm(sex) + " mm"));
    }

    /// The same of another zone, such as that on the other side.
    SkinZone as(ZoneId other) {
        return new SkinZone(other, area, cap, courses, thickness, noGo);
    }

    private static Length mean(Layer layer) {
        return Length.ofMillimetres(layer.meanMm());
    }

    private static Length deviation(Layer layer) {
        return Length.ofMillimetres(layer.sdMm().orElse(0.0));
    }

    /// Its outline in a standard adult, schematic, brought to this area. Areas are those of the knowledge
    /// base unless they were measured.
    ///
    /// @return empty where it is not drawn
    public Optional<Outline> outline(Area of) {
        return TypicalOutline.of(id, of);
    }

    public SkinZone {
        courses = List.copyOf(courses);
    }
}
