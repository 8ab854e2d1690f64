package org.stipple.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stipple.quantities.Depth;

class SharedSimulationsTest {

    private static final SkinLayers EYELID = new SkinLayers(
            Examples.mm(0.17), Examples.mm(0.02), Examples.mm(0.58), Examples.mm(0.11), "ultrasound, Meng 2022");

    /// Every pair of questions differs in something, and most share something.
    @Test
    void everyAnswerIsThatOfItsQuestionAlone() {
        var shared = new SharedSimulations();
        for (var question : questions()) {
            var alone = question.estimate();
            assertAlike(shared.estimate(question), alone);
            assertAlike(shared.estimate(question), alone);
        }
    }

    private static List<DoseQuestion> questions() {
        var devices = List.of(
                Examples.fourteenPinPen(), Examples.pen(9, 6, 90), Examples.dermarollerMf8(), Examples.stamp(30, 9, 4));
        var outlines = List.of(Examples.leaningShapeWithHole(), Examples.rectangle(13, 11));
        var questions = new ArrayList<DoseQuestion>();
        for (var device : devices) {
            for (var outline : outlines) {
                for (String depth : List.of("0.5", "0.75")) {
                    for (int passes : List.of(2, 3)) {
                        var technique = Technique.of(device, Depth.ofMillimetres(depth), passes, 2);
                        var question = DoseQuestion.of(device, technique, outline);
                        questions.add(question);
                        questions.add(question.withThickness(EYELID));
                        questions.add(question.withSeed(2));
                    }
                }
            }
        }
        return questions;
    }

    private static void assertAlike(DoseEstimate shared, DoseEstimate alone) {
        assertThat(shared).usingRecursiveComparison().ignoringFields("map").isEqualTo(alone);
        for (int row = 0; row < alone.map().rows(); row++) {
            for (int column = 0; column < alone.map().columns(); column++) {
                assertThat(shared.map().punctures(column, row))
                        .isEqualTo(alone.map().punctures(column, row));
            }
        }
    }
}
