package org.stipple.clinic.recall.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecallCsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49", "-1", "@x", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"})
    void noCellBeginsAFormula(String text) {
        assertThat(RecallCsv.cell(text)).isEqualTo("\"'" + text + "\"");
    }

    @Test
    void quotesAreDoubledAndRowsEndAsTheStandardSays() {
        assertThat(RecallCsv.of(List.of(List.of("a", "b \"c\""), List.of("d", ""))))
                .isEqualTo("\"a\",\"b \"\"c\"\"\"\r\n\"d\",\"\"\r\n");
    }
}
