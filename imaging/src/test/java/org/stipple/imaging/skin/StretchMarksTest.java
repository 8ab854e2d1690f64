package org.stipple.imaging.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stipple.phantom.Capture;
import org.stipple.phantom.Curve;
import org.stipple.phantom.DemoScene;
import org.stipple.phantom.Frame;
import org.stipple.phantom.Phantom;
import org.stipple.phantom.Rendering;
import org.stipple.phantom.Skin;
import org.stipple.phantom.StretchMark;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// Bands in colour against their truth.
class StretchMarksTest {

    private static final Frame BELLY = new Frame(700, 500, Length.ofMillimetres(0.08));

    @ParameterizedTest
    @EnumSource(StretchMark.Stage.class)
    void areFoundAtTheirLength(StretchMark.Stage stage) throws IOException {
        var marks = List.of(
                new StretchMark(Curve.straight(-12, -14, -9, 15), mm(3), stage, 1, mm(0.05)),
                new StretchMark(Curve.straight(8, -15, 12, 12), mm(4.5), stage, 1, mm(0.05)));
        var skin = Skin.plain(SkinType.III, 11).with(StretchMark.class, marks);
        double truth = Math.hypot(3, 29) + Math.hypot(4, 27);
        assertThat(found(Phantom.photograph(skin, Capture.careful(3), BELLY), BELLY))
                .isCloseTo(truth, Percentage.withPercentage(15));
    }

    /// A line can be laid through a row of red patches; it is about as broad as it is long.
    @ParameterizedTest
    @EnumSource(
            value = SkinType.class,
            names = {"III", "IV"})
    void arePatchesOfRednessNever(SkinType type) throws IOException {
        var scene = new DemoScene(type, DemoScene.Visit.BASELINE);
        assertThat(found(scene.render(), Frame.CHEEK)).isZero();
    }

    @Test
    void areNoneOnPlainSkin() throws IOException {
        var plain = Phantom.photograph(Skin.plain(SkinType.II, 4), Capture.careful(5), BELLY);
        assertThat(found(plain, BELLY)).isCloseTo(0, within(1e-9));
    }

    private static double found(Rendering rendering, Frame frame) throws IOException {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(rendering.photo().jpeg(Fraction.ofValue(0.95))));
        int width = frame.widthPx();
        int height = frame.heightPx();
        int[] row = {0, width};
        var pixels = new SkinPixels(
                image.getRGB(0, 0, width, height, null, 0, width), width, height, 0, 0, width, height, _ -> row);
        return StretchMarks.of(pixels, frame.pixel().millimetres()).lengthMm();
    }

    private static Length mm(double millimetres) {
        return Length.ofMillimetres(millimetres);
    }
}
