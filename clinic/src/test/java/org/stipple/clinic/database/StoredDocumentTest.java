package org.stipple.clinic.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stipple.clinic.Someone;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.UnusableInput;

/// What was written into a column is read back as the reader of files reads it.
class StoredDocumentTest {

    private static void assertReadAlike(String text) {
        assertThat(StoredDocument.read(text)).as(text).isEqualTo(Documents.read(text));
    }

    @Test
    void anIntakeIsReadAlike() {
        assertReadAlike(Documents.json(Someone.withAcneScarsOnTheCheeks()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-7",
                "1.5",
                "1.50",
                "0.1",
                "1E+30",
                "1e400",
                "120.00000000000000000001",
                "9223372036854775807",
                "9223372036854775808",
                "0.30000000000000004",
                "5e-324",
                "\"yes\"",
                "\"~\"",
                "\"\\u2028 \\\" \\\\ é\"",
                "null",
                "true",
                "[]",
                "{}",
                "[[],{},null]",
                "{\"a\": {\"b\": [1, 2.0]}, \"2\": \"x\"}",
                "  [1]  "
            })
    void everyKindOfValueIsReadAlike(String text) {
        assertReadAlike(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"age: 34", "- a\n- b", "[1,]", "# nothing\n5", "'single'"})
    void whatIsYamlAloneIsLeftToTheReaderOfFiles(String text) {
        assertReadAlike(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"a\": 1, \"a\": 2}", "[1", "{\"a\" 1}", "[1] [2]", "NaN: {"})
    void whatNobodyCanReadIsRefusedByBoth(String text) {
        assertThatThrownBy(() -> Documents.read(text)).isInstanceOf(UnusableInput.class);
        assertThatThrownBy(() -> StoredDocument.read(text)).isInstanceOf(UnusableInput.class);
    }

    @Test
    void anythingThatIsWrittenIsReadAlike() {
        var random = new SplittableRandom(20_261_122);
        for (int i = 0; i < 300; i++) {
            String text = Documents.json(anything(random, 4));
            assertReadAlike(text);
            assertThat(Documents.json(StoredDocument.read(text))).isEqualTo(Documents.json(Documents.read(text)));
        }
    }

    private static Document anything(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 8)) {
            case 0 -> Document.UNKNOWN;
            case 1 -> Document.of(random.nextBoolean());
            case 2 -> Document.of(random.nextLong());
            case 3 -> Document.of(Double.longBitsToDouble(random.nextLong() & 0x7FEF_FFFF_FFFF_FFFFL));
            case 4 -> Document.of(new BigDecimal(random.nextInt(100_000)).movePointLeft(random.nextInt(6)));
            case 5 -> Document.of(text(random));
            case 6 -> {
                var items = new ArrayList<Document>();
                for (int n = random.nextInt(4); n > 0; n--) {
                    items.add(anything(random, depth - 1));
                }
                yield new Document.Listing(List.copyOf(items));
            }
            default -> {
                var mapping = Document.mapping();
                for (int n = random.nextInt(4); n > 0; n--) {
                    mapping = mapping.with(text(random), anything(random, depth - 1));
                }
                yield mapping;
            }
        };
    }

    private static String text(SplittableRandom random) {
        var text = new StringBuilder();
        for (int n = random.nextInt(6); n > 0; n--) {
            text.appendCodePoint("ab \"\\\n\té€𝄞:#-'yn0".codePointAt(random.nextInt(10)));
        }
        return text.toString();
    }
}
