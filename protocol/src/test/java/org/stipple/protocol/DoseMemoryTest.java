package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stipple.protocol.document.Documents;

/// A dose that is remembered is the dose that would be simulated.
class DoseMemoryTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    private static final List<String> QUESTIONS = List.of(
            "{zones: [cheek-left, cheek-right]}",
            "{zones: [cheek-left], areaCm2: {cheek-left: 22}}",
            "{zones: [forehead, chin, cheek-right]}",
            "{zones: [cheek-left, cheek-right], sex: male}");

    /// One answer alone is kept, few, or all.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_000})
    void plansWithAMemoryAreThePlansWithoutOne(int most) {
        var memory = new DoseMemory(most);
        for (int again = 0; again < 2; again++) {
            for (String question : QUESTIONS) {
                var facts = Cases.changed(question);
                assertThat(Documents.json(
                                KNOWLEDGE.plan(facts, Cases.ON, memory).toDocument()))
                        .as(question)
                        .isEqualTo(
                                Documents.json(KNOWLEDGE.plan(facts, Cases.ON).toDocument()));
            }
        }
    }

    @Test
    void keepsAtLeastOneAnswer() {
        assertThatThrownBy(() -> new DoseMemory(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
