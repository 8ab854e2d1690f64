package org.stipple.clinic.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stipple.clinic.consent.Drawing.NoDrawing;
import org.stipple.clinic.consent.Drawing.Point;

/// A drawn signature is lines in a box; what is no signature is refused, and what could choke a page too.
class DrawingTest {

    private static final String NAME = "100,200 300,120 420,260;500,90 510,310";

    private static String points(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> i % 1000 + "," + i % 300)
                .collect(Collectors.joining(" "));
    }

    @Test
    void isTheSameAfterItWasWrittenDownAndReadAgain() {
        Drawing drawing = Drawing.read(NAME);
        assertThat(drawing.strokes())
                .containsExactly(
                        List.of(new Point(100, 200), new Point(300, 120), new Point(420, 260)),
                        List.of(new Point(500, 90), new Point(510, 310)));
        assertThat(drawing.written()).isEqualTo(NAME);
        assertThat(Drawing.read(drawing.written())).isEqualTo(drawing);
        assertThat(drawing.path()).isEqualTo("M100 200L300 120L420 260M500 90L510 310");
    }

    @Test
    void aBlankBoxADotAndASlipAreNoSignature() {
        for (String little : List.of("5,5", "5,5;6,6;7,7", "5,5 6,5 5,5", "100,100 150,150", "0,0 99,0")) {
            assertThatThrownBy(() -> Drawing.read(little))
                    .as(little)
                    .isInstanceOfSatisfying(
                            NoDrawing.class,
                            none -> assertThat(none.isTooLittle()).isTrue());
        }
        assertThat(Drawing.read("0,0 100,0").strokes()).hasSize(1);
    }

    @Test
    void whatNoPageOfThisProgramSendsIsRefused() {
        for (String forged : List.of(
                "",
                ";",
                "1,2 ",
                "1,2,3",
                "a,b c,d",
                "-1,5 500,5",
                "1001,5 5,5",
                "5,401 500,5",
                "99999,5 5,5",
                "1,1\n500,5",
                "'/><script>",
                points(Drawing.MOST_POINTS + 1),
                "1,1 200,1;".repeat(100) + "1,1",
                "9".repeat(1_000_000))) {
            assertThatThrownBy(() -> Drawing.read(forged))
                    .as(forged.length() > 60 ? forged.substring(0, 60) : forged)
                    .isInstanceOfSatisfying(
                            NoDrawing.class,
                            none -> assertThat(none.isTooLittle()).isFalse());
        }
        assertThat(Drawing.read(points(Drawing.MOST_POINTS)).strokes().getFirst())
                .hasSize(Drawing.MOST_POINTS);
    }
}
