package org.stipple.darkroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stipple.imaging.Photo;
import org.stipple.imaging.UnusablePhoto;

/// `bench/results/hostile-files.md` has the times and the memory of each; here a machine that does other things
/// too is given five times as long.
class HostileFilesTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private static Darkroom darkroom = Darkroom.open();

    @BeforeAll
    static void opens() {
        darkroom = Darkroom.standing();
    }

    @AfterAll
    static void closes() {
        darkroom.close();
    }

    static List<HostileFiles> files() throws IOException {
        return HostileFiles.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedSoonWithItsReasonOrLeavesNothingButPixels(HostileFiles hostile) {
        long began = System.nanoTime();
        if (hostile.isShown()) {
            byte[] stored = darkroom.develop(hostile.file()).stripped();
            assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                    .doesNotContain("Zzqxv")
                    .doesNotContain("Exif")
                    .doesNotContain("PK\3\4")
                    .doesNotContain("iCCP")
                    .doesNotContain("TXt");
        } else {
            assertThatThrownBy(() -> darkroom.develop(hostile.file()))
                    .isInstanceOf(UnusablePhoto.class)
                    .hasMessageContaining(hostile.says());
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
    }

    /// In place, without the other process, which would take an hour for as many.
    @Test
    void isRefusedWhereverItIsCutOff() throws IOException {
        for (byte[] whole :
                List.of(HostileFiles.png(30, 20), HostileFiles.jpeg(30, 20, false), HostileFiles.jpeg(30, 20, true))) {
            for (int length = 0; length < whole.length; length++) {
                byte[] part = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> Photo.decode(part))
                        .as("%d of %d bytes", length, whole.length)
                        .isInstanceOf(UnusablePhoto.class);
            }
        }
    }
}
