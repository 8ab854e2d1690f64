package org.stipple.bench.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.stipple.phantom.Camera;
import org.stipple.phantom.Capture;
import org.stipple.phantom.ColourCard;
import org.stipple.phantom.Frame;
import org.stipple.phantom.Light;
import org.stipple.phantom.Mask;
import org.stipple.phantom.Phantom;
import org.stipple.phantom.Rendering;
import org.stipple.phantom.Skin;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;

/// Takes the photos: skin in the left of the frame, a colour card in the right, 0.04 mm a pixel.
///
/// The spreads are `design`. Between people light, exposure and focus vary much; between two photos of one person
/// as by somebody careful with a fixed camera.
final class Studio {

    static final double PIXEL_MM = 0.04;
    static final Frame FRAME = new Frame(1300, 900, Length.ofMillimetres(PIXEL_MM));

    /// Width and height of the skin that is judged, in pixels and in mm.
    static final int ZONE_PX = 900;

    static final double ZONE_MM = ZONE_PX * PIXEL_MM;

    private static final ColourCard CARD = new ColourCard(26.4, 0, 90, Length.ofMillimetres(3.2));
    private static final Fraction QUALITY = Fraction.ofValue(0.95);

    private Studio() {}

    /// The first photo of a person: light from within 20 degrees of the usual, exposure from -0.7 to 0.3 stops,
    /// white balance off by some per cent, focus 0.6 to 1 pixel, a camera without a profile.
    static Capture first(long seed) {
        var random = new Random(seed);
        var light = Light.CAREFUL
                .atStops(-0.7 + random.nextDouble())
                .balanced(1 + 0.03 * random.nextGaussian(), 1 + 0.04 * random.nextGaussian())
                .from(-120 + 40 * (random.nextDouble() - 0.5), 55 + 20 * (random.nextDouble() - 0.5));
        return Capture.careful(seed)
                .in(light)
                .moved(left(0), 0, 0)
                .blurred(0.6 + 0.4 * random.nextDouble())
                .by(Camera.UNPROFILED)
                .showing(List.of(CARD));
    }

    /// The same camera again: exposure 0.1 stop, white balance 1 %, light 2 degrees, place 12 pixels, turn 0.7
    /// degrees, focus 0.2 pixel.
    static Capture again(Capture first, long seed) {
        var random = new Random(seed);
        var was = first.light();
        var light = was.atStops(was.stops() + 0.1 * random.nextGaussian())
                .balanced(
                        was.redGain() * (1 + 0.01 * random.nextGaussian()),
                        was.blueGain() * (1 + 0.01 * random.nextGaussian()))
                .from(was.azimuthDegrees() + 2 * random.nextGaussian(), was.elevationDegrees() + random.nextGaussian());
        var capture = new Capture(
                light,
                first.pose(),
                first.camera(),
                Math.max(0.5, first.blurPx() + 0.2 * random.nextGaussian()),
                1,
                first.markers(),
                seed);
        return capture.moved(left(12 * random.nextGaussian()), 12 * random.nextGaussian(), 0.7 * random.nextGaussian());
    }

    private static double left(double by) {
        return (ZONE_PX - FRAME.widthPx()) / 2.0 + by;
    }

    static Rendering photograph(Skin skin, Capture capture) {
        return Phantom.photograph(skin, capture, FRAME);
    }

    static void write(Rendering rendering, Path folder, String name) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), rendering.photo().jpeg(QUALITY));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The option that names the zone and the one that gives the scale.
    static List<String> options(Path folder) {
        return options(folder, List.of(0.0, 0.0, (double) ZONE_PX, 0.0, (double) ZONE_PX, 900.0, 0.0, 900.0));
    }

    /// @param corners x and y by turns
    static List<String> options(Path folder, List<Double> corners) {
        var polygon = new StringBuilder();
        for (int i = 0; i < corners.size(); i += 2) {
            polygon.append(polygon.isEmpty() ? "" : ", ")
                    .append(String.format(Locale.ROOT, "[%.2f, %.2f]", corners.get(i), corners.get(i + 1)));
        }
        var zones = folder.resolve("zones.json");
        try {
            Files.createDirectories(folder);
            Files.writeString(zones, "{\"zones\": [{\"id\": \"patch\", \"polygon\": [" + polygon + "]}]}");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return List.of("--view", "patch", "--zones", zones.toString(), "--scale", "mm-per-px:" + PIXEL_MM);
    }

    /// The zone as the truth knows it.
    static Mask zone() {
        return Mask.rectangle(FRAME, 0, 0, ZONE_PX, 900);
    }

    /// Pixels of a mask within the zone.
    static BitSet inZone(BitSet pixels) {
        var inside = (BitSet) pixels.clone();
        inside.and(zone().pixels());
        return inside;
    }

    /// The part of the zone that a mask covers.
    static double share(Mask mask) {
        return inZone(mask.pixels()).cardinality() / (double) (ZONE_PX * 900);
    }
}
