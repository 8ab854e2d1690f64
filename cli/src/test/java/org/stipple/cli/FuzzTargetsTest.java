package org.stipple.cli;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Every target on its seeds, with whatever was ever found among them, and on changed copies of them.
class FuzzTargetsTest {

    private static final int COPIES = 60;

    @SuppressWarnings("unused") // by its name
    private static final List<FuzzTarget> TARGETS = FuzzTarget.ALL;

    @ParameterizedTest
    @FieldSource("TARGETS")
    void answersOrRefusesInItsOwnWords(FuzzTarget target) {
        var random = new Random(25);
        for (byte[] seed : target.seeds()) {
            assertThatCode(() -> target.read(seed)).as(target.name()).doesNotThrowAnyException();
            for (int copy = 0; copy < COPIES; copy++) {
                byte[] changed = changed(seed.clone(), random);
                assertThatCode(() -> target.read(changed))
                        .as(
                                "%s, copy %d: %s",
                                target.name(), copy, java.util.HexFormat.of().formatHex(changed))
                        .doesNotThrowAnyException();
            }
        }
    }

    private static byte[] changed(byte[] bytes, Random random) {
        for (int change = random.nextInt(4); change >= 0 && bytes.length > 0; change--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(5) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }
}
