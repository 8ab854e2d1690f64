package org.stipple.dose.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.Needle;
import org.stipple.dose.NeedleArray;
import org.stipple.dose.Outline;
import org.stipple.dose.PinLayout;
import org.stipple.dose.Point;
import org.stipple.dose.Technique;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Length;
import org.stipple.quantities.StrokeFrequency;

class StipplePictureTest {

    private static final NeedleArray.Pen PEN = new NeedleArray.Pen(
            14,
            Length.ofMillimetres(8),
            StrokeFrequency.ofHertz(116.7),
            Needle.cylinder(Length.ofMillimetres(0.25), Depth.ofMillimetres("2.5")),
            new PinLayout.Sunflower());

    private static DoseQuestion question(int passes) {
        var outline = Outline.of(
                List.of(new Point(3, 5), new Point(53, 8), new Point(40, 37), new Point(6, 30)),
                List.of(List.of(new Point(20, 15), new Point(26, 15), new Point(22, 22))));
        return DoseQuestion.of(PEN, Technique.of(PEN, Depth.ofMillimetres("1.25"), passes, 2), outline);
    }

    private static long dots(String svg) {
        return Pattern.compile("h0").matcher(svg).results().count();
    }

    @Test
    void everyDotStandsForTheSameNumberOfPunctures() {
        var question = question(4);
        var picture = StipplePicture.zone(question, "left cheek");
        long punctures = question.estimate().surface().punctures();
        assertThat(picture.each()).isGreaterThan(1);
        assertThat(dots(picture.svg()) * picture.each()).isCloseTo(punctures, within(2 * picture.each()));
        assertThat(dots(picture.svg())).isLessThanOrEqualTo(2_501);
    }

    @Test
    void noDotLiesInAHoleAndTheOutlineIsDrawn() {
        var picture = StipplePicture.zone(question(4), "left cheek");
        // A margin of a fiftieth of 50 mm: left is 2 mm, top is 38 mm.
        var dot = Pattern.compile("M([0-9.]+) ([0-9.]+)h0").matcher(picture.svg());
        var outline = question(4).outline();
        int outside = 0;
        while (dot.find()) {
            double x = Double.parseDouble(dot.group(1)) + 2;
            double y = 38 - Double.parseDouble(dot.group(2));
            // A dot stands somewhere in its cell of 0.25 mm, part of which may be skin.
            if (!near(outline, x, y)) {
                outside++;
            }
        }
        assertThat(outside).isZero();
        assertThat(picture.svg()).contains("M1 33L51 30").contains("<title>left cheek</title>");
    }

    private static boolean near(Outline outline, double x, double y) {
        for (double dx : new double[] {-0.26, -0.13, 0, 0.13, 0.26}) {
            for (double dy : new double[] {-0.26, -0.13, 0, 0.13, 0.26}) {
                if (outline.contains(new Point(x + dx, y + dy))) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void theCloseUpIsTrueToScale() {
        String one = StipplePicture.closeUp(question(1), "close");
        String four = StipplePicture.closeUp(question(4), "close");
        assertThat(one).contains("viewBox=\"0 0 5 5\"").contains("stroke-width=\"0.25\"");
        // A pen of 14 pins at 116.7 Hz, 20 mm/s and 8 mm: 1021 a pass and cm², 255 on a quarter of it.
        assertThat(dots(one) / 2.0).isCloseTo(255, within(60.0));
        assertThat(dots(four)).isGreaterThan(3 * dots(one));
    }

    @Test
    void theSameQuestionGivesTheSameBytesAndNothingFromOutside() {
        assertThat(StipplePicture.zone(question(3), "a < b").svg())
                .isEqualTo(StipplePicture.zone(question(3), "a < b").svg())
                .contains("a &lt; b")
                .doesNotContain("style")
                .doesNotContain("href");
    }
}
