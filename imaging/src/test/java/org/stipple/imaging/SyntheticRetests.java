package org.stipple.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.stipple.phantom.Capture;
import org.stipple.phantom.Frame;
import org.stipple.phantom.Invention;
import org.stipple.phantom.Light;
import org.stipple.phantom.Phantom;
import org.stipple.phantom.SeedRange;
import org.stipple.phantom.Skin;
import org.stipple.phantom.StretchMark;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// Makes the numbers of [DetectionLimit]: unchanged synthetic skin of all six types, photographed three times
/// each by somebody careful. `main` prints the table; it takes minutes, so it is no test.
///
/// The spreads are design: exposure 0.1 stop, white balance 1 %, light 2 degrees, place 12 pixels, turn 0.7
/// degrees, focus 0.7 to 1.1 pixels, JPEG of quality 0.92. Seeds are of [SeedRange#TUNING].
final class SyntheticRetests {

    static final Frame FRAME = new Frame(800, 600, Length.ofMillimetres(0.04));

    static final PhotoSetting PATCH =
            new PhotoSetting(View.PATCH, List.of(), new Scale.Known(Length.ofMillimetres(0.04), "given"));

    private SyntheticRetests() {}

    /// @param arguments how many people of each skin type
    public static void main(String[] arguments) {
        int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        Retest.analysed(retests(people))
                .forEach((metric, byTone) -> byTone.forEach((tone, spread) -> System.out.printf(
                        Locale.ROOT,
                        "%-21s %-7s n %2d  SDC95 %.4g  ICC %.3f  CV %.1f %%  mean %.4g%n",
                        metric.id(),
                        tone.id(),
                        spread.subjects(),
                        spread.sdc95(),
                        spread.icc(),
                        spread.cvPercent(),
                        spread.mean())));
    }

    static List<Retest> retests(int people) {
        var all = new ArrayList<Retest>();
        for (SkinType type : SkinType.values()) {
            for (int person = 0; person < people; person++) {
                long seed = SeedRange.TUNING.seed(5000 + 100 * type.number() + person);
                all.addAll(Retest.of(photos(skin(type, person, seed), seed), PATCH));
            }
        }
        return all;
    }

    /// Every second person has stretch marks.
    private static Skin skin(SkinType type, int person, long seed) {
        var invention = Invention.within(FRAME, seed);
        Skin skin = invention.person(Skin.itaDegrees(type));
        var stage = StretchMark.Stage.values()[person / 2 % 2];
        return person % 2 == 0 ? skin : skin.with(StretchMark.class, invention.stretchMarks(2, stage));
    }

    private static List<Photo> photos(Skin skin, long seed) {
        var random = new Random(seed);
        return Stream.generate(
                        () -> Phantom.photograph(skin, retake(random), FRAME).photo())
                .limit(3)
                .map(photo -> Photo.decode(photo.jpeg(Fraction.ofValue(0.92))))
                .toList();
    }

    static Capture retake(Random random) {
        var light = Light.CAREFUL
                .atStops(0.1 * random.nextGaussian())
                .balanced(1 + 0.01 * random.nextGaussian(), 1 + 0.01 * random.nextGaussian())
                .from(-120 + 2 * random.nextGaussian(), 55 + 2 * random.nextGaussian());
        return Capture.careful(random.nextLong())
                .in(light)
                .moved(12 * random.nextGaussian(), 12 * random.nextGaussian(), 0.7 * random.nextGaussian())
                .blurred(0.7 + 0.4 * random.nextDouble());
    }
}
