package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Words of the program, where they begin a sentence.
class SentenceTest {

    @Test
    void onlyTheFirstLetterBecomesACapital() {
        assertThat(Sentence.beginning("photos, and GPS")).isEqualTo("Photos, and GPS");
        assertThat(Sentence.beginning("é")).isEqualTo("É");
        assertThat(Sentence.beginning("2 rows")).isEqualTo("2 rows");
    }
}
