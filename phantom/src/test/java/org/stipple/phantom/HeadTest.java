package org.stipple.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.stipple.quantities.Length;

class HeadTest {

    private static final Frame FRAME = new Frame(600, 700, Length.ofMillimetres(0.4));

    /// Of MakeHuman, where somebody has put it beside the sources: it is never copied.
    private static final Path MAKEHUMAN = Path.of("../../shared/data/geometry/makehuman_base.obj");

    @Test
    void aMadeUpHeadHasItsPupilsWhereTheMeshSays() {
        var head = Head.of(madeUp());
        assertThat(head.pupilDistance().millimetres()).isCloseTo(60, within(1e-6));
        var photo = head.photograph(34, 0, Capture.careful(1), FRAME);
        // 30 mm to both sides of the middle are 75 px at 0.4 mm; the person's left is the right of the photo.
        assertThat(photo.at(HeadPoint.PUPIL_LEFT).orElseThrow().xPx()).isCloseTo(375, within(1e-3));
        assertThat(photo.at(HeadPoint.PUPIL_RIGHT).orElseThrow().xPx()).isCloseTo(225, within(1e-3));
        assertThat(photo.at(HeadPoint.PUPIL_LEFT).orElseThrow().yPx()).isCloseTo(350, within(1e-3));
        // The corners of the ball lie 10 mm to both sides, 10 mm farther from the camera 700 mm away; they are
        // sharp,
        // so that the last pixels whose middle lies within are a little before them.
        assertThat(photo.at(HeadPoint.EYE_OUTER_LEFT).orElseThrow().xPx())
                .isCloseTo(300 + 40 / 0.4 * 700 / 710, within(2.5));
        assertThat(photo.skin().contains(300, 500)).isTrue();
        assertThat(photo.skin().contains(375, 350)).isFalse();
    }

    @Test
    void aTurnedHeadLooksTheWayThatWasAskedFor() {
        var head = Head.of(madeUp());
        var straight = head.photograph(34, 0, Capture.careful(1), FRAME);
        var turned = head.photograph(34, 20, Capture.careful(1), FRAME);
        double left = 30 * Math.cos(Math.toRadians(20)) * 700 / (700 + 30 * Math.sin(Math.toRadians(20))) / 0.4;
        assertThat(turned.at(HeadPoint.PUPIL_LEFT).orElseThrow().xPx()).isCloseTo(300 + left, within(1e-3));
        assertThat(turned.at(HeadPoint.NOSE_TIP).orElseThrow().xPx())
                .isGreaterThan(straight.at(HeadPoint.NOSE_TIP).orElseThrow().xPx() + 5);
    }

    @Test
    void refusesAnotherMesh() {
        assertThatThrownBy(() -> Head.of("v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theHeadOfMakeHumanHasAFace() throws IOException {
        assumeTrue(Files.isReadable(MAKEHUMAN), "the mesh of MakeHuman is not beside the sources");
        var head = Head.of(Files.readString(MAKEHUMAN));
        assertThat(head.pupilDistance().millimetres()).isBetween(55.0, 70.0);
        var photo = head.photograph(20, 0, Capture.careful(1), FRAME);
        assertThat(photo.points()).containsOnlyKeys(HeadPoint.values());
        double left = photo.at(HeadPoint.EYE_OUTER_LEFT).orElseThrow().xPx();
        double right = photo.at(HeadPoint.EYE_OUTER_RIGHT).orElseThrow().xPx();
        assertThat(left - 300).isCloseTo(300 - right, within(2.0));
        // Outer corners of people's eyes are 80 to 100 mm apart.
        assertThat((left - right) * 0.4).isBetween(75.0, 100.0);
        assertThat(photo.skin().count() * 0.4 * 0.4).isBetween(12_000.0, 30_000.0);
        assertThat(photo.photo().rgb())
                .isEqualTo(head.photograph(20, 0, Capture.careful(1), FRAME)
                        .photo()
                        .rgb());
    }

    /// Two balls of eight faces, 20 mm wide, 60 mm apart, before a board with a nose; in decimetres.
    private static String madeUp() {
        var obj = new StringBuilder();
        for (double x : new double[] {0.3, -0.3}) {
            corner(obj, x + 0.1, 0, 0);
            corner(obj, x - 0.1, 0, 0);
            corner(obj, x, 0.1, 0);
            corner(obj, x, -0.1, 0);
            corner(obj, x, 0, 0.1);
            corner(obj, x, 0, -0.1);
        }
        corner(obj, -0.9, -1.2, -0.3);
        corner(obj, 0.9, -1.2, -0.3);
        corner(obj, 0.9, 1, -0.3);
        corner(obj, -0.9, 1, -0.3);
        corner(obj, -0.1, -0.5, -0.3);
        corner(obj, 0.1, -0.5, -0.3);
        corner(obj, 0, -0.4, 0.3);
        corner(obj, 0, 0.1, -0.05);
        String ball = "f %1$d %3$d %5$d\nf %3$d %2$d %5$d\nf %2$d %4$d %5$d\nf %4$d %1$d %5$d\n";
        obj.append("g body\nf 13 14 15 16\nf 17/1 18/2 19/3\nf 18 20 19\nf 20 17 19\n");
        obj.append("g helper-l-eye\n").append(String.format(Locale.ROOT, ball, 1, 2, 3, 4, 5));
        obj.append("g helper-r-eye\n").append(String.format(Locale.ROOT, ball, 7, 8, 9, 10, 11));
        return obj.toString();
    }

    private static void corner(StringBuilder obj, double x, double y, double z) {
        obj.append(String.format(Locale.ROOT, "v %.4f %.4f %.4f\n", x, y + 7, z));
    }
}
