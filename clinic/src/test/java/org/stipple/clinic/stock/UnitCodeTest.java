package org.stipple.clinic.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitCodeTest {

    private static final char FNC1 = 29;

    @Test
    void readsTheSameFromTheScannerAndFromPrint() {
        var printed = UnitCode.parse("(01)00850001234567(17)271130(10)LOT7(21)0042");
        var scanned = UnitCode.parse("]d2" + "0100850001234567" + "17271130" + "10LOT7" + FNC1 + "210042");
        assertThat(scanned).isEqualTo(printed);
        assertThat(printed.gtin()).contains("00850001234567");
        assertThat(printed.lot()).isEqualTo("LOT7");
        assertThat(printed.expiry()).contains(LocalDate.of(2027, 11, 30));
        assertThat(printed.serial()).contains("0042");
    }

    @Test
    void dayZeroIsTheLastOfTheMonth() {
        assertThat(UnitCode.parse("(17)280200(10)A").expiry()).contains(LocalDate.of(2028, 2, 29));
    }

    @Test
    void aLotWithoutSerialIsCountedStock() {
        assertThat(UnitCode.parse("(17)271130(10)LOT7").serial()).isEmpty();
    }

    @Test
    void aLotMayHoldWhatLooksLikeAnIdentifier() {
        assertThat(UnitCode.parse("17271130" + "10LOT17" + FNC1 + "2199").lot()).isEqualTo("LOT17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "(17)271130", "(17)279930(10)A", "(01)12(10)A", "0100", "(99)x(10)A", "(10) "})
    void refusesWhatIsNoCodeAndSaysWhatItLooksLike(String text) {
        assertThatThrownBy(() -> UnitCode.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
