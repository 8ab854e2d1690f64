package org.stipple.quantities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DepthTest {

    @Test
    void keepsMillimetresExactlyThroughEveryWholeMicrometre() {
        for (int micrometres = 0; micrometres <= 5_000; micrometres++) {
            Depth depth = Depth.ofMicrometres(micrometres);
            assertThat(Depth.ofMillimetres(depth.millimetres())).isEqualTo(depth);
        }
    }

    @Test
    void isReadInMillimetresWithoutTrailingZeros() {
        assertThat(Depth.ofMillimetres("1.500")).hasToString("1.5 mm");
        assertThat(Depth.ofMillimetres("2")).hasToString("2 mm");
        assertThat(Depth.ZERO).hasToString("0 mm");
    }

    @Test
    void isWrittenAsItsDecimalNumber() {
        for (int um = 0; um <= 5_000; um++) {
            var depth = Depth.ofMicrometres(um);
            assertThat(depth.toString()).isEqualTo(depth.millimetres().toPlainString() + " mm");
        }
    }

    @Test
    void refusesAMicrometreValueGivenAsMillimetres() {
        assertThatThrownBy(() -> Depth.ofMillimetres(new BigDecimal("500")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0..5000 um");
    }

    @Test
    void refusesPartsOfAMicrometre() {
        assertThatThrownBy(() -> Depth.ofMillimetres("0.0005")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesNegativeDepth() {
        assertThatThrownBy(() -> Depth.ofMicrometres(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
