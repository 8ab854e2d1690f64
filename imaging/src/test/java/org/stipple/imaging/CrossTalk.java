package org.stipple.imaging;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.stipple.phantom.Invention;
import org.stipple.phantom.Phantom;
import org.stipple.phantom.SeedRange;
import org.stipple.phantom.Skin;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// What moves when something else changes: people of all skin types with a third less or more blood, or a
/// quarter flatter or higher relief, and nothing else. `main` prints the change of every metric in its smallest
/// detectable changes; it takes minutes, so it is no test. Seeds are of [SeedRange#TUNING].
final class CrossTalk {

    private CrossTalk() {}

    /// @param arguments how many people of each skin type
    public static void main(String[] arguments) {
        int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
        for (SkinType type : SkinType.values()) {
            for (int person = 0; person < people; person++) {
                long seed = SeedRange.TUNING.seed(7000 + 100 * type.number() + person);
                Skin skin = Invention.within(SyntheticRetests.FRAME, seed).person(Skin.itaDegrees(type));
                var random = new Random(seed);
                Photo before = photo(skin, random);
                changed(skin).forEach((what, later) -> {
                    var measurement = Measurement.of(before, photo(later, random), SyntheticRetests.PATCH);
                    System.out.println(type + " " + what + ":" + inLimits(measurement));
                });
            }
        }
    }

    private static Map<String, Skin> changed(Skin skin) {
        var all = new LinkedHashMap<String, Skin>();
        all.put("nothing", skin);
        all.put("blood x 0.65", skin.withHaemoglobin(0.65 * skin.haemoglobin()));
        all.put("blood x 1.3", skin.withHaemoglobin(1.3 * skin.haemoglobin()));
        all.put("relief x 0.75", skin.withRelief(times(0.75, skin.relief())));
        all.put("relief x 1.25", skin.withRelief(times(1.25, skin.relief())));
        return all;
    }

    private static Length times(double factor, Length length) {
        return Length.ofMillimetres(factor * length.millimetres());
    }

    private static Photo photo(Skin skin, Random random) {
        return Photo.decode(Phantom.photograph(skin, SyntheticRetests.retake(random), SyntheticRetests.FRAME)
                .photo()
                .jpeg(Fraction.ofValue(0.92)));
    }

    private static String inLimits(Measurement measurement) {
        var line = new StringBuilder();
        for (Reading reading : measurement.zones().getFirst().readings()) {
            if (reading instanceof Reading.Compared compared) {
                line.append(String.format(
                        Locale.ROOT, " %s %.2f", compared.metric().id(), compared.change() / compared.sdc95()));
            }
        }
        return line.toString();
    }
}
