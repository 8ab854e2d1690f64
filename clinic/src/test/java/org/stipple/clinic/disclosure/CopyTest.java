package org.stipple.clinic.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/// A copy says beforehand how long it is, and has an end only where it is whole.
class CopyTest {

    /// With what the end of a ZIP file begins.
    private static final String END = "PK\u0005\u0006";

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        return bytes;
    }

    private static Copy.Part held(String name, int length) {
        return new Copy.Part.Held(name, () -> bytes(length));
    }

    private static Copy.Part read(String name, int length) {
        return new Copy.Part.Read(name, length, () -> bytes(length));
    }

    private static String written(Copy copy, ByteArrayOutputStream out) {
        copy.to(out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void itIsAsLongAsItSaysWhateverIsInIt() throws Exception {
        for (var parts : List.of(
                List.<Copy.Part>of(),
                List.of(held("a.txt", 0)),
                List.of(held("a.txt", 100_000), read("photos/ä.jpg", 70_001)),
                List.of(read("1", 0), read("2", 1), held("3", 7), read("4", 65_536)))) {
            var copy = new Copy(parts);
            var out = new ByteArrayOutputStream();
            assertThat(written(copy, out)).contains(END);
            assertThat(copy.bytes()).hasValue(out.size());
            var names = new ArrayList<String>();
            try (var in = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
                for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    names.add(entry.getName());
                    in.readAllBytes();
                }
            }
            assertThat(names).isEqualTo(parts.stream().map(Copy.Part::name).toList());
        }
    }

    @Test
    void whatCannotBeReadLeavesAFileWithoutAnEnd() {
        var out = new ByteArrayOutputStream();
        var copy = new Copy(List.of(held("a.txt", 10), read("b", 10), new Copy.Part.Read("c", 10, () -> {
            throw new IllegalStateException("damaged");
        })));
        assertThatThrownBy(() -> copy.to(out)).hasMessage("damaged");
        assertThat(out.toString(StandardCharsets.ISO_8859_1)).contains("a.txt").doesNotContain(END);
    }

    @Test
    void whatIsOfAnotherLengthThanWasSaidIsNotWritten() {
        var out = new ByteArrayOutputStream();
        var copy = new Copy(List.of(new Copy.Part.Read("c", 11, () -> bytes(10))));
        assertThatThrownBy(() -> copy.to(out)).hasMessageContaining("of another length");
        assertThat(out.toString(StandardCharsets.ISO_8859_1)).doesNotContain(END);
    }

    @Test
    void ofMoreThanFourGigabytesTheLengthIsNotSaid() {
        assertThat(new Copy(List.of(new Copy.Part.Read("c", 5_000_000_000L, () -> bytes(0)))).bytes())
                .isEmpty();
    }
}
