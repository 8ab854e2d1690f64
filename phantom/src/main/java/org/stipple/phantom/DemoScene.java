package org.stipple.phantom;

import java.util.ArrayList;
import java.util.List;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// A photo of the demo clinic: one invented person of each skin type II to V, before a course and twice after it.
///
/// Blood and micro-relief change from visit to visit by factors that are known, so that what is measured can be
/// compared with what is true. They are `design`: a story for a demonstration, no result of any treatment.
///
/// @param type of the person
/// @param visit when the photo was taken
public record DemoScene(SkinType type, Visit visit) {

    /// When the photo was taken.
    public enum Visit {
        BASELINE("baseline", 1, 1, 0.3, -0.02),
        MONTH_1("month-1", 0.82, 0.9, -0.7, 0.05),
        MONTH_3("month-3", 0.62, 0.75, 0.9, -0.06);

        private final String id;
        private final double blood;
        private final double relief;
        private final double turn;
        private final double stops;

        Visit(String id, double blood, double relief, double turn, double stops) {
            this.id = id;
            this.blood = blood;
            this.relief = relief;
            this.turn = turn;
            this.stops = stops;
        }

        /// The identifier in names: `month-1`.
        public String id() {
            return id;
        }

        /// What is left of the haemoglobin of the baseline, 1 = all.
        public Fraction haemoglobinLeft() {
            return Fraction.ofValue(blood);
        }

        /// What is left of the height of the micro-relief, 1 = all.
        public Fraction reliefLeft() {
            return Fraction.ofValue(relief);
        }
    }

    /// All twelve, person by person.
    public static List<DemoScene> all() {
        var scenes = new ArrayList<DemoScene>();
        for (SkinType type : List.of(SkinType.II, SkinType.III, SkinType.IV, SkinType.V)) {
            for (Visit visit : Visit.values()) {
                scenes.add(new DemoScene(type, visit));
            }
        }
        return List.copyOf(scenes);
    }

    /// Such as `skin-type-3-month-1`.
    public String name() {
        return "skin-type-" + type.number() + "-" + visit.id();
    }

    /// 1600 x 1200 pixels of 0.05 mm.
    public Rendering render() {
        return Phantom.photograph(skin(), capture(), Frame.CHEEK);
    }

    Skin skin() {
        long seed = 1000 + type.number();
        var blobs = new ArrayList<RednessBlob>();
        for (int i = 0; i < 9; i++) {
            double x = 64 * (Grain.uniform(seed, i, 1) - 0.5);
            double y = 46 * (Grain.uniform(seed, i, 2) - 0.5);
            double radius = 1.2 + 4.5 * Grain.uniform(seed, i, 3);
            blobs.add(new RednessBlob(x, y, Length.ofMillimetres(radius), 0.3 + 0.7 * Grain.uniform(seed, i, 4)));
        }
        return Skin.plain(type, seed)
                .withHaemoglobin(1.3 * visit.blood)
                .withRedness(blobs)
                .withRelief(Length.ofMillimetres(0.018 * visit.relief))
                .withPores(60)
                .withWrinkles(List.of(
                        new Wrinkle(-30, -22, -8, -26, Length.ofMillimetres(0.05), Length.ofMillimetres(0.5)),
                        new Wrinkle(-28, -17, -3, -20, Length.ofMillimetres(0.04), Length.ofMillimetres(0.4))));
    }

    private Capture capture() {
        return Capture.careful(100 + visit.ordinal())
                .in(Light.CAREFUL.atStops(visit.stops))
                .moved(14 * visit.turn, -9 * visit.turn, visit.turn);
    }
}
