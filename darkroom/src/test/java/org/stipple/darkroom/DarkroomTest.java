package org.stipple.darkroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stipple.imaging.Photo;
import org.stipple.imaging.UnusablePhoto;

class DarkroomTest {

    /// Two seconds are the target; a test machine that does other things too is given more.
    private static final Duration SOON = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aPhotoComesBackAsItIsDecodedHere(String format) throws IOException {
        byte[] file = file(format, 300, 200);
        Photo here = Photo.decode(file);
        try (var darkroom = Darkroom.open()) {
            assertSame(darkroom.develop(file), here);
        }
    }

    @Test
    void aPhotoOfTheMostPixelsFitsIntoTheMemory() throws IOException {
        try (var darkroom = Darkroom.open()) {
            Photo photo = darkroom.develop(HostileFiles.grainyPng(8000, 6250));
            assertThat(photo.width() * photo.height()).isEqualTo(Photo.MAX_PIXELS);
        }
    }

    @Test
    void whatIsNoPhotoIsRefusedWithTheSameReason() throws IOException {
        try (var darkroom = Darkroom.open()) {
            assertRefused(darkroom, "GIF89a and more".getBytes(StandardCharsets.US_ASCII), "a GIF file");
            assertRefused(darkroom, "<svg/>".getBytes(StandardCharsets.US_ASCII), "XML, SVG or HTML");
            assertRefused(darkroom, new byte[0], "an empty file");
            assertRefused(darkroom, Arrays.copyOf(file("jpeg", 300, 200), 2000), "cut off");
            assertRefused(darkroom, new byte[Photo.MAX_BYTES + 1], "above the limit");
        }
    }

    @Test
    void hostileFilesAreRefusedSoon() throws IOException {
        try (var darkroom = Darkroom.standing()) {
            assertRefused(darkroom, hugeHeader(65_500), "65500 x 65500");
            assertRefused(darkroom, claiming(7_000), "damaged");
            assertRefused(darkroom, scans(10_000), "more than 100 scans");
        }
    }

    /// A file that is a photo and a page at once shows its photo; the page is gone from what is kept.
    @Test
    void ofAPolyglotNothingButThePhotoIsLeft() throws IOException {
        byte[] jpeg = file("jpeg", 300, 200);
        byte[] page = "<script>alert(1)</script>PK\3\4".getBytes(StandardCharsets.US_ASCII);
        byte[] both = ByteBuffer.allocate(jpeg.length + page.length)
                .put(jpeg)
                .put(page)
                .array();
        try (var darkroom = Darkroom.open()) {
            Photo photo = darkroom.develop(both);
            assertSame(photo, Photo.decode(jpeg));
            assertThat(new String(photo.stripped(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("script")
                    .doesNotContain("PK\3\4");
        }
    }

    @Test
    void aDecoderThatNeverEndsIsEnded() {
        var sleeps = new Program(List.of("sleep", "600"), 1);
        try (var darkroom = new Darkroom(sleeps, Duration.ofMillis(300), false)) {
            assertRefused(darkroom, new byte[] {1}, "within");
        }
    }

    @Test
    void aDecoderThatDiesHarmsNobody() {
        for (var dies : List.of(List.of("false"), List.of("sh", "-c", "kill -9 $$"))) {
            try (var darkroom = new Darkroom(new Program(dies, 1), Darkroom.PATIENCE, true)) {
                assertRefused(darkroom, new byte[1_000_000], "the decoder fails");
                assertRefused(darkroom, new byte[1], "the decoder fails");
            }
        }
    }

    @Test
    void aDecoderThatAnswersNonsenseIsNotBelieved() {
        for (String answer : List.of(
                "\\011",
                "\\001\\000\\003png\\177\\377\\377\\377\\177\\377\\377\\377",
                "\\001\\000\\003gif\\0\\0\\0\\1\\0\\0\\0\\1\\0\\0\\0\\0\\0",
                "\\001\\000\\004jpeg\\0\\0\\0\\1\\0\\0\\0\\1\\003abc\\0\\0\\0\\0")) {
            var liar = new Program(List.of("sh", "-c", "printf '" + answer + "'; cat > /dev/null"), 1);
            try (var darkroom = new Darkroom(liar, Darkroom.PATIENCE, false)) {
                assertRefused(darkroom, new byte[1], "the decoder fails");
            }
        }
    }

    @Test
    void aPhotoThatNeedsMoreMemoryThanIsGivenIsRefused() throws IOException {
        try (var darkroom = new Darkroom(Program.developing(24), Darkroom.PATIENCE, false)) {
            assertRefused(darkroom, HostileFiles.grainyPng(4000, 3000), "24 MB of memory are not enough");
        }
    }

    @Test
    void theOneThatWaitsMayHaveDied() throws IOException {
        byte[] file = file("png", 300, 200);
        try (var darkroom = Darkroom.standing()) {
            darkroom.develop(file);
            Process waiting = darkroom.waiting().orElseThrow();
            waiting.destroyForcibly();
            assertThat(waiting.onExit()).succeedsWithin(SOON);
            assertSame(darkroom.develop(file), Photo.decode(file));
        }
    }

    @Test
    void closingEndsTheOneThatWaits() throws IOException {
        var darkroom = Darkroom.standing();
        darkroom.develop(file("png", 300, 200));
        Process waiting = darkroom.waiting().orElseThrow();
        darkroom.close();
        assertThat(waiting.onExit()).succeedsWithin(SOON);
        assertThat(darkroom.waiting()).isEmpty();
    }

    private static void assertSame(Photo photo, Photo expected) {
        assertThat(photo.width()).isEqualTo(expected.width());
        assertThat(photo.height()).isEqualTo(expected.height());
        assertThat(photo.format()).isEqualTo(expected.format());
        assertThat(photo.stripped()).isEqualTo(expected.stripped());
    }

    private static void assertRefused(Darkroom darkroom, byte[] file, String says) {
        long began = System.nanoTime();
        assertThatThrownBy(() -> darkroom.develop(file))
                .isInstanceOf(UnusablePhoto.class)
                .hasMessageContaining(says);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
    }

    private static byte[] file(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(3);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static byte[] hugeHeader(int side) throws IOException {
        byte[] png = file("png", 40, 30);
        ByteBuffer.wrap(png).putInt(16, side).putInt(20, side);
        var sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        return png;
    }

    /// A small JPEG that says it is large.
    private static byte[] claiming(int side) throws IOException {
        byte[] jpeg = file("jpeg", 40, 30);
        ByteBuffer.wrap(jpeg).putShort(frame(jpeg) + 5, (short) side).putShort(frame(jpeg) + 7, (short) side);
        return jpeg;
    }

    private static int frame(byte[] jpeg) {
        for (int at = 2; ; at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF)) {
            if ((jpeg[at + 1] & 0xFF) == 0xC0) {
                return at;
            }
        }
    }

    /// The coded data of a JPEG again and again, each with its header.
    private static byte[] scans(int number) throws IOException {
        byte[] jpeg = file("jpeg", 40, 30);
        int scan = 2;
        while ((jpeg[scan + 1] & 0xFF) != 0xDA) {
            scan += 2 + ((jpeg[scan + 2] & 0xFF) << 8 | jpeg[scan + 3] & 0xFF);
        }
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, scan);
        for (int i = 0; i < number; i++) {
            out.write(jpeg, scan, Math.min(jpeg.length - 2 - scan, 400));
        }
        out.write(jpeg, jpeg.length - 2, 2);
        return out.toByteArray();
    }
}
