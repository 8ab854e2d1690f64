package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysInTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Needled on 2026-11-10; wait. | Needled on 10 Nov 2026; wait.",
                "From 2026-02-01 to 2026-11-30. | From 1 Feb 2026 to 30 Nov 2026.",
                "(2026-11-10), “2026-11-10” | (10 Nov 2026), “10 Nov 2026”",
                "Set aside by Dr. Noor on 2026-11-20: seen. | Set aside by Dr. Noor on 20 Nov 2026: seen.",
                "No day stands here. | No day stands here."
            })
    void aDayInASentenceLooksAsOnEveryPage(String sentence, String shown) {
        assertThat(DaysInText.of(sentence)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30",
        "2026-13-01",
        "LOT-2026-11-10",
        "12026-11-10",
        "2026-11-10-2",
        "2026-11-101",
        "https://example.org/2026-11-10/a",
        "10.1002/2026-11-10"
    })
    void whatIsNoDayStays(String sentence) {
        assertThat(DaysInText.of(sentence)).isEqualTo(sentence);
    }
}
