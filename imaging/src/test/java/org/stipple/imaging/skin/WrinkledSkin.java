package org.stipple.imaging.skin;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import javax.imageio.ImageIO;
import org.stipple.phantom.Capture;
import org.stipple.phantom.Frame;
import org.stipple.phantom.Invention;
import org.stipple.phantom.Phantom;
import org.stipple.phantom.Rendering;
import org.stipple.phantom.SeedRange;
import org.stipple.phantom.Skin;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// A photo of an invented person's wrinkles as a camera's file, and what is true about it.
final class WrinkledSkin {

    static final double MM = 0.04;

    /// Not square: 26 x 20 mm.
    static final Frame FRAME = new Frame(650, 500, Length.ofMillimetres(MM));

    private static final double NEAR_MM = 0.3;

    private static final int[] WHOLE_ROW = {0, FRAME.widthPx()};

    private final Rendering rendering;
    private final SkinPixels pixels;
    private final Wrinkles found;

    private WrinkledSkin(Rendering rendering) {
        this.rendering = rendering;
        BufferedImage image;
        try {
            image = ImageIO.read(new ByteArrayInputStream(rendering.photo().jpeg(Fraction.ofValue(0.95))));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        int[] rgb = image.getRGB(0, 0, FRAME.widthPx(), FRAME.heightPx(), null, 0, FRAME.widthPx());
        this.pixels = new SkinPixels(
                rgb, FRAME.widthPx(), FRAME.heightPx(), 0, 0, FRAME.widthPx(), FRAME.heightPx(), _ -> WHOLE_ROW);
        this.found = Wrinkles.of(pixels, MM, Spots.of(pixels, MM));
    }

    static Skin person(SkinType type, int number) {
        return Invention.within(FRAME, SeedRange.TUNING.seed(number)).person(Skin.itaDegrees(type));
    }

    static WrinkledSkin photographed(Skin skin, Capture capture) {
        return new WrinkledSkin(Phantom.photograph(skin, capture, FRAME));
    }

    /// mm/cm2.
    double density() {
        return found.lengthMm() / (FRAME.widthPx() * MM * FRAME.heightPx() * MM / 100);
    }

    /// Of centre lines, within 0.3 mm: precision and recall.
    double[] matching() {
        var lines = new BitSet();
        found.mark(lines);
        BitSet truth = rendering.truth().wrinkleLines().pixels();
        return new double[] {near(lines, truth), near(truth, lines)};
    }

    double f1() {
        double[] matching = matching();
        return 2 * matching[0] * matching[1] / Math.max(1e-9, matching[0] + matching[1]);
    }

    private static double near(BitSet these, BitSet those) {
        int near = 0;
        int reach = (int) (NEAR_MM / MM);
        for (int at = these.nextSetBit(0); at >= 0; at = these.nextSetBit(at + 1)) {
            near += isNear(those, at % FRAME.widthPx(), at / FRAME.widthPx(), reach) ? 1 : 0;
        }
        return these.isEmpty() ? 0 : near / (double) these.cardinality();
    }

    private static boolean isNear(BitSet those, int x, int y, int reach) {
        for (int v = Math.max(0, y - reach); v <= Math.min(FRAME.heightPx() - 1, y + reach); v++) {
            for (int u = Math.max(0, x - reach); u <= Math.min(FRAME.widthPx() - 1, x + reach); u++) {
                if (Math.hypot(u - x, v - y) <= NEAR_MM / MM && those.get(v * FRAME.widthPx() + u)) {
                    return true;
                }
            }
        }
        return false;
    }
}
