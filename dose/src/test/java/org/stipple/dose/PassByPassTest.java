package org.stipple.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PassByPassTest {

    static Stream<NeedleArray> devices() {
        return Stream.of(Examples.fourteenPinPen(), Examples.dermarollerMf8(), Examples.stamp(36, 10, 4));
    }

    /// An L with a hole: no two sides alike.
    private static DoseQuestion question(NeedleArray device, int passes) {
        var outline = Outline.of(
                Examples.ring(0, 0, 40, 0, 40, 8, 20, 8, 20, 21, 0, 20),
                List.of(Examples.ring(3, 3, 9, 3, 8, 7, 3, 7)));
        return DoseQuestion.of(device, Examples.technique(device, passes, 4), outline);
    }

    @ParameterizedTest
    @MethodSource("devices")
    void afterEachPassTheFiguresAreThoseOfATreatmentThatEndsThere(NeedleArray device) {
        var surfaces = PassByPass.surfaces(question(device, 7), List.of(7, 1, 4, 5));
        assertThat(surfaces.keySet()).containsExactly(1, 4, 5, 7);
        surfaces.forEach((passes, surface) -> assertThat(surface)
                .as(passes + " passes")
                .isEqualTo(question(device, passes).estimate().surface()));
    }

    /// 46 cm² with 130,000 punctures a pass: after one pass every cell is asked for duplicates, after three
    /// one in two, after five one in four.
    @Test
    void alsoWhereDuplicatesAreSoughtInASample() {
        var pen = Examples.fourteenPinPen();
        var zone = Examples.rectangle(91, 51);
        var whole = DoseQuestion.of(pen, Examples.technique(pen, 5, 4, 7.3), zone);
        var surfaces = PassByPass.surfaces(whole, List.of(1, 3, 5));
        assertThat(surfaces.lastEntry().getValue().punctures()).isGreaterThan(500_000);
        surfaces.forEach((passes, surface) -> assertThat(surface)
                .isEqualTo(DoseQuestion.of(pen, Examples.technique(pen, passes, 4, 7.3), zone)
                        .estimate()
                        .surface()));
    }

    @ParameterizedTest
    @MethodSource("devices")
    void refusesPassesThatTheTreatmentDoesNotHave(NeedleArray device) {
        for (int passes : List.of(0, -1, 8)) {
            assertThatThrownBy(() -> PassByPass.surfaces(question(device, 7), List.of(1, passes)))
                    .isInstanceOf(UnusableQuestion.class)
                    .hasMessage("technique.passes: was " + passes + ", expected 1 to 7");
        }
    }
}
