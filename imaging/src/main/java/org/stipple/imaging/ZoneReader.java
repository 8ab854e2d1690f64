package org.stipple.imaging;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.stipple.imaging.colour.Correction;
import org.stipple.imaging.raster.Plane;
import org.stipple.imaging.skin.Found;
import org.stipple.imaging.skin.PoreFinder;
import org.stipple.imaging.skin.Pores;
import org.stipple.imaging.skin.Roughness;
import org.stipple.imaging.skin.Shine;
import org.stipple.imaging.skin.SkinPixels;
import org.stipple.imaging.skin.Spots;
import org.stipple.imaging.skin.StretchMarks;
import org.stipple.imaging.skin.Wrinkles;
import org.stipple.quantities.ZoneId;

/// What the metrics say of one zone of one photo. Each is looked for when it is first asked, in the pixels of the
/// photo themselves. To be asked by one thread.
final class ZoneReader {

    /// Contract of `stipple measure`: fine lines and pores.
    static final double MAX_FINE_MM_PER_PX = 0.06;

    /// `design`: three pixels to the shortest wave, 0.3 mm.
    private static final double MAX_ROUGHNESS_MM_PER_PX = 0.1;

    /// `design`: five pixels across the smallest spot and the narrowest stretch mark, 1 mm.
    private static final double MAX_COLOUR_MM_PER_PX = 0.2;

    /// `design`: below it a mean depends on which two or three lines were found.
    private static final double LEAST_WRINKLES_MM = 20;

    /// The skin beside the zone that filters look at, so that its edge is like its middle.
    private static final double MARGIN_MM = 4;

    private final String zone;
    private final Region region;
    private final Scale scale;
    private final ZoneColour colour;
    private final Correction correction;
    private final SkinPixels pixels;
    private final Lazy<Wrinkles> wrinkles;
    private final Lazy<Pores> pores;
    private final Lazy<Spots> spots;
    private final Lazy<Shine> shine;
    private final Lazy<StretchMarks> stretchMarks;
    private final Lazy<Double> roughness;

    /// @param scale of this photo
    /// @param colour of the zone
    /// @param correction of its colours
    ZoneReader(Photo photo, Region region, Scale scale, String zone, ZoneColour colour, Correction correction) {
        this.correction = correction;
        this.zone = zone;
        this.region = region;
        this.scale = scale;
        this.colour = colour;
        int[] box = region.box();
        int margin = (int) mmPerPx().map(mm -> MARGIN_MM / mm).orElse(0.0).doubleValue();
        this.pixels = new SkinPixels(
                photo.pixels(),
                photo.width(),
                photo.height(),
                Math.max(0, box[0] - margin),
                Math.max(0, box[1] - margin),
                Math.min(photo.width(), box[2] + margin),
                Math.min(photo.height(), box[3] + margin),
                region::runs);
        this.spots = new Lazy<>(() -> Spots.of(pixels, mm()));
        this.wrinkles = new Lazy<>(() -> Wrinkles.of(pixels, mm(), spots.get()));
        this.pores = new Lazy<>(() -> PoreFinder.find(pixels, mm()));
        this.shine = new Lazy<>(() -> Shine.of(pixels, mmPerPx().orElse(0.0)));
        this.stretchMarks = new Lazy<>(() -> StretchMarks.of(pixels, mm()));
        this.roughness = new Lazy<>(() -> Roughness.of(pixels, mm()));
    }

    /// Mean colour.
    ZoneColour colour() {
        return colour;
    }

    /// Whether its colours are those of the skin and not of the photo.
    boolean isAbsolute() {
        return correction.isAbsolute();
    }

    /// Looks for all at once, so that one metric's stretches on one core are another's turn. Wrinkles, pores
    /// and spots know each other and are looked for one after the other.
    void look(Set<Metric> metrics) {
        var together = EnumSet.of(
                Metric.SPOT_AREA,
                Metric.WRINKLE_DENSITY,
                Metric.WRINKLE_WIDTH,
                Metric.WRINKLE_DEPTH_PROXY,
                Metric.PORE_DENSITY,
                Metric.PORE_AREA);
        Plane.eachRow(
                2,
                part -> Arrays.stream(Metric.values())
                        .filter(metric -> metrics.contains(metric) && together.contains(metric) == (part == 0))
                        .forEach(this::of));
    }

    /// Lets go of the planes that the metrics share; what they found stays.
    void forget() {
        pixels.forget();
    }

    Found of(Metric metric) {
        if (colour.used() == 0) {
            return new Found.None("no pixel of the zone shows the colour of skin");
        }
        return switch (metric) {
            case WRINKLE_DENSITY -> fine(cm2 -> wrinkles.get().lengthMm() / cm2);
            case WRINKLE_WIDTH -> ofWrinkles(Wrinkles::widthMm);
            case WRINKLE_DEPTH_PROXY -> ofWrinkles(Wrinkles::contrastArea);
            case PORE_DENSITY -> fine(cm2 -> pores.get().count() / cm2);
            case PORE_AREA -> fine(cm2 -> pores.get().areaMm2() / cm2);
            case ROUGHNESS -> within(MAX_ROUGHNESS_MM_PER_PX, "relief", _ -> roughness.get());
            case SPOT_AREA ->
                within(MAX_COLOUR_MM_PER_PX, "spots", _ -> spots.get().percent());
            case MELANIN_INDEX -> new Found.Value(colour.melaninIndex(correction));
            case ITA ->
                correction.isAbsolute()
                        ? new Found.Value(colour.itaDegrees(correction))
                        : new Found.None("no colour card: the angle needs absolute colours (D65, 2 degrees)");
            case ERYTHEMA_INDEX -> new Found.Value(colour.erythemaIndex());
            case SHINE -> new Found.Value(shine.get().percent());
            case STRETCH_MARK_DENSITY ->
                isBody(zone)
                        ? within(
                                MAX_COLOUR_MM_PER_PX,
                                "stretch marks",
                                cm2 -> stretchMarks.get().lengthMm() / cm2)
                        : new Found.None("stretch marks are read on the body, not on " + zone);
        };
    }

    /// The reading that a finding is behind.
    static Metric metric(Finding finding) {
        return switch (finding) {
            case WRINKLES -> Metric.WRINKLE_DENSITY;
            case PORES -> Metric.PORE_DENSITY;
            case SPOTS -> Metric.SPOT_AREA;
            case STRETCH_MARKS -> Metric.STRETCH_MARK_DENSITY;
            case SHINE -> Metric.SHINE;
        };
    }

    /// Marks what was found in the frame of the photo.
    ///
    /// @return whether it could be looked for
    boolean mark(Finding finding, BitSet marks) {
        if (of(metric(finding)) instanceof Found.None) {
            return false;
        }
        switch (finding) {
            case WRINKLES -> wrinkles.get().mark(marks);
            case PORES -> pores.get().mark(marks);
            case SPOTS -> spots.get().mark(marks);
            case STRETCH_MARKS -> stretchMarks.get().mark(marks);
            case SHINE -> shine.get().mark(marks);
        }
        return true;
    }

    private Found ofWrinkles(Function<Wrinkles, Double> what) {
        return switch (fine(cm2 -> cm2)) {
            case Found.None none -> none;
            case Found.Value _ ->
                wrinkles.get().lengthMm() < LEAST_WRINKLES_MM
                        ? new Found.None(String.format(
                                Locale.ROOT,
                                "too few wrinkles were found in the zone: %.0f mm, and a mean over their length needs %.0f",
                                wrinkles.get().lengthMm(),
                                LEAST_WRINKLES_MM))
                        : new Found.Value(what.apply(wrinkles.get()));
        };
    }

    private Found fine(Function<Double, Double> perCm2) {
        return within(MAX_FINE_MM_PER_PX, "fine lines and pores", perCm2);
    }

    /// @param value from the area of the zone in cm2
    private Found within(double most, String what, Function<Double, Double> value) {
        return switch (scale) {
            case Scale.Unknown(var why) -> new Found.None(why);
            case Scale.Known known
            when known.pixel().millimetres() > most + 1e-9 ->
                new Found.None(String.format(
                        Locale.ROOT,
                        "too coarse for %s: a pixel sees %.3f mm of skin, at most %.2f mm is needed",
                        what,
                        known.pixel().millimetres(),
                        most));
            case Scale.Known _ ->
                new Found.Value(
                        value.apply(scale.area(region.count()).orElseThrow().squareCentimetres()));
        };
    }

    private Optional<Double> mmPerPx() {
        return scale.length(1).map(org.stipple.quantities.Length::millimetres);
    }

    private double mm() {
        return mmPerPx().orElseThrow();
    }

    /// Plain skin without a name may be of the body.
    private static boolean isBody(String zone) {
        return ZoneId.find(zone).map(ZoneReader::isBody).orElse(zone.equals(Zone.PATCH));
    }

    private static boolean isBody(ZoneId zone) {
        return switch (zone) {
            case FOREHEAD,
                    GLABELLA,
                    TEMPLE_LEFT,
                    TEMPLE_RIGHT,
                    PERIORBITAL_LEFT,
                    PERIORBITAL_RIGHT,
                    NOSE,
                    CHEEK_LEFT,
                    CHEEK_RIGHT,
                    UPPER_LIP,
                    CHIN,
                    JAWLINE_LEFT,
                    JAWLINE_RIGHT,
                    NECK,
                    SCALP -> false;
            case DECOLLETAGE,
                    CHEST,
                    BACK,
                    ABDOMEN,
                    FLANK_LEFT,
                    FLANK_RIGHT,
                    THIGH_LEFT,
                    THIGH_RIGHT,
                    CALF_LEFT,
                    CALF_RIGHT,
                    BUTTOCK_LEFT,
                    BUTTOCK_RIGHT,
                    ARM_LEFT,
                    ARM_RIGHT,
                    HAND_LEFT,
                    HAND_RIGHT -> true;
        };
    }

    private static final class Lazy<T> {

        private final Supplier<T> maker;
        private Optional<T> made = Optional.empty();

        Lazy(Supplier<T> maker) {
            this.maker = maker;
        }

        T get() {
            T value = made.orElseGet(maker);
            made = Optional.of(value);
            return value;
        }
    }
}
