package org.stipple.clinic.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitCodeTest {

    private static final char FNC1 = 29;

    @Test
    void readsTheSameFromTheScannerAndFromPrint() {
        var printed = UnitCode.parse("(01)00850001234566(17)271130(10)LOT7(21)0042");
        var scanned = UnitCode.parse("]d2" + "0100850001234566" + "17271130" + "10LOT7" + FNC1 + "210042");
        assertThat(scanned).isEqualTo(printed);
        assertThat(printed.gtin()).contains("00850001234566");
        assertThat(printed.lot()).contains("LOT7");
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
        assertThat(UnitCode.parse("17271130" + "10LOT17" + FNC1 + "2199").lot()).contains("LOT17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "(17)271130", "(17)279930(10)A", "(01)12(10)A", "0100", "(99)x(10)A", "(10) "})
    void refusesWhatIsNoCodeAndSaysWhatItLooksLike(String text) {
        assertThatThrownBy(() -> UnitCode.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    /// Scanners that type cannot all type ASCII 29; what they are set up to write for it stands in no GS1 value.
    @ParameterizedTest
    @ValueSource(strings = {"\u001d", "␝", "{GS}", "^]"})
    void readsEverySeparatorThatScannersWrite(String separator) {
        var code = UnitCode.parse("]d2" + "17271130" + "10LOT7" + separator + "210042");
        assertThat(code.lot()).contains("LOT7");
        assertThat(code.serial()).contains("0042");
    }

    @Test
    void aHandpieceMayNameItsSerialAlone() {
        var code = UnitCode.parse("(01)00850001234566(21)H-0007");
        assertThat(code.lot()).isEmpty();
        assertThat(code.serial()).contains("H-0007");
    }

    @Test
    void stepsOverWhatMakersAddAndRefusesWhatItDoesNotKnow() {
        assertThat(UnitCode.parse("(01)00850001234566(11)260101(17)271130(10)LOT7(240)REF-9(30)12")
                        .lot())
                .contains("LOT7");
        assertThatThrownBy(() -> UnitCode.parse("17271130" + "10LOT7" + FNC1 + "8020X"))
                .hasMessageContaining("“80” at character 16 is no identifier that is known here");
    }

    /// GS1 General Specifications 7.9: 3 and 1 in turn; 629104150021 has 3.
    @Test
    void aMistypedDigitOfTheArticleIsNoticed() {
        assertThat(UnitCode.parse("(01)06291041500213(10)A").gtin()).contains("06291041500213");
        assertThatThrownBy(() -> UnitCode.parse("(01)06291041500231(10)A"))
                .hasMessageContaining("the last digit of (01) does not fit the others");
    }

    @Test
    void saysWhyItRefuses() {
        assertThatThrownBy(() -> UnitCode.parse("]E05012345678900")).hasMessageContaining("bar code of a shop");
        assertThatThrownBy(() -> UnitCode.parse("(01)00850001234566(17)271130"))
                .hasMessageContaining("names neither lot (10) nor serial (21)");
        assertThatThrownBy(() -> UnitCode.parse("0100850001234566" + "1727")).hasMessageContaining("ends within (17)");
        assertThatThrownBy(() -> UnitCode.parse("(10)A(10)B")).hasMessageContaining("twice, and not the same");
        assertThatThrownBy(() -> UnitCode.parse("(17)271130(10)" + "A".repeat(21)))
                .hasMessageContaining("(10) has 1 to 20");
        assertThatThrownBy(() -> UnitCode.parse("  ")).hasMessageContaining("nothing was scanned");
    }

    /// The example of the HIBC supplier labelling standard: lot 10X3 of article A99912345, until 30 January 2020.
    @Test
    void readsHibc() {
        var code = UnitCode.parse(withCheck("+A99912345/$$52003010X3/16D20111212/S77DEFG45"));
        assertThat(code.gtin()).contains("+A99912345");
        assertThat(code.lot()).contains("10X3");
        assertThat(code.expiry()).contains(LocalDate.of(2020, 1, 30));
        assertThat(code.made()).contains(LocalDate.of(2011, 12, 12));
        assertThat(code.serial()).contains("77DEFG45");
        assertThat(UnitCode.parse(withCheck("+A99912345/$$3271130LOT7")).expiry())
                .contains(LocalDate.of(2027, 11, 30));
        assertThat(UnitCode.parse(withCheck("+A99912345/$$0227LOT7")).expiry()).contains(LocalDate.of(2027, 2, 28));
        assertThatThrownBy(() -> UnitCode.parse("+A99912345/$$3271130LOT7A"))
                .hasMessageContaining("its last character does not fit the others");
    }

    /// Slow and plain: the sum of the characters' places, modulo 43.
    private static String withCheck(String code) {
        String characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";
        int sum = code.chars().map(characters::indexOf).sum();
        return code + characters.charAt(sum % 43);
    }

    /// Whatever is typed, it is read or refused with a sentence, and what is read is what was written.
    @Test
    void noTextBreaksIt() {
        var random = new Random(20261121);
        String signs = "0123456789ABZaz()]d2+$/%.-^{GS}␝" + FNC1 + " é漢\uD83D\uDE00";
        for (int i = 0; i < 200_000; i++) {
            var text = new StringBuilder(random.nextInt(4) == 0 ? "(17)271130(10)" : "");
            if (random.nextInt(4) == 0) {
                text.append("]d20100850001234566");
            }
            int length = random.nextInt(40);
            for (int n = 0; n < length; n++) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            try {
                var code = UnitCode.parse(text.toString());
                assertThat(code.lot().isPresent()
                                || code.serial().isPresent()
                                || code.label().isPresent())
                        .isTrue();
            } catch (IllegalArgumentException refused) {
                assertThat(refused).as(text.toString()).hasMessageMatching("(?s).{10,}");
            }
        }
    }

    @Test
    void whatIsWrittenInAnyOrderAndSpellingIsReadBack() {
        var random = new Random(42);
        String signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcxyz0123456789-/.+_";
        for (int i = 0; i < 20_000; i++) {
            String lot = word(random, signs);
            String serial = word(random, signs);
            var parts = new java.util.ArrayList<>(java.util.List.of("01", "17", "10", "21"));
            java.util.Collections.shuffle(parts, random);
            var values = java.util.Map.of("01", "00850001234566", "17", "271130", "10", lot, "21", serial);
            var printed = new StringBuilder();
            var typed = new StringBuilder(random.nextBoolean() ? "]d2" : "");
            for (String id : parts) {
                printed.append('(').append(id).append(')').append(values.get(id));
                typed.append(id).append(values.get(id));
                if (id.equals("10") || id.equals("21")) {
                    typed.append(FNC1);
                }
            }
            for (String text : java.util.List.of(printed.toString(), typed.toString())) {
                var code = UnitCode.parse(text);
                assertThat(code.lot()).as(text).contains(lot);
                assertThat(code.serial()).as(text).contains(serial);
                assertThat(code.expiry()).as(text).contains(LocalDate.of(2027, 11, 30));
            }
        }
    }

    private static String word(Random random, String signs) {
        var word = new StringBuilder();
        int length = 1 + random.nextInt(20);
        for (int i = 0; i < length; i++) {
            word.append(signs.charAt(random.nextInt(signs.length())));
        }
        return word.toString();
    }
}
