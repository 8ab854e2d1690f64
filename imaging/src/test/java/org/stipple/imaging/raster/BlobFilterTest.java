package org.stipple.imaging.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BlobFilterTest {

    /// Whole planes of derivatives for each scale, then every pixel asked: one after the other, as one would
    /// write it down first. The plane has two tiles in each direction.
    @Test
    void findsWhatTheSlowReferenceFinds() {
        Plane plane = Textures.noise(Tile.COLUMNS + 60, Tile.STRIP + 50, 7);
        double[] sigmas = {0.8, 1.3, 2.2};
        BlobFilter.Found quick = BlobFilter.at(sigmas).of(plane, 0.4f, 0.45f);
        SlowBlobs slow = SlowBlobs.of(plane, sigmas, 0.4f, 0.45f);
        assertThat(quick.blobs().size()).isGreaterThan(100);
        assertThat(quick.blobs())
                .extracting(BlobFilter.Blob::x, BlobFilter.Blob::y, BlobFilter.Blob::scale)
                .isEqualTo(slow.blobs().stream()
                        .map(blob -> org.assertj.core.groups.Tuple.tuple(blob.x(), blob.y(), blob.scale()))
                        .toList());
        for (int i = 0; i < quick.blobs().size(); i++) {
            assertThat(quick.blobs().get(i).strength())
                    .isCloseTo(slow.blobs().get(i).strength(), within(1e-5f));
            assertThat(quick.blobs().get(i).roundness())
                    .isCloseTo(slow.blobs().get(i).roundness(), within(1e-3f));
        }
        assertThat(quick.grain()).isCloseTo(slow.grain(), within(1e-5f));
    }

    /// A Gaussian hole of depth A and standard deviation s has, at its own scale, a sum of curvatures of half
    /// of A.
    @Test
    void aGaussianHoleHasItsDepthAndItsScale() {
        var plane = new Plane(80, 70);
        for (int i = 0; i < plane.values().length; i++) {
            double square = Math.pow(i % 80 - 40, 2) + Math.pow(i / 80 - 30, 2);
            plane.values()[i] = (float) (-0.3 * Math.exp(-square / (2 * 3 * 3)));
        }
        var found = BlobFilter.at(1.5, 3, 6).of(plane, 0.1f, 0.5f).blobs();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().x()).isEqualTo(40);
        assertThat(found.getFirst().y()).isEqualTo(30);
        assertThat(found.getFirst().scale()).isEqualTo(1);
        assertThat(found.getFirst().strength()).isCloseTo(0.15f, within(0.01f));
        assertThat(found.getFirst().roundness()).isCloseTo(1, within(0.01f));
    }

    @Test
    void aMedianIsWhatSortingFinds() {
        for (int n : new int[] {1, 2, 7, 1000}) {
            float[] values = Textures.noise(n, 1, n).values();
            float[] sorted = values.clone();
            Arrays.sort(sorted);
            assertThat(Median.of(values)).isEqualTo(sorted[n / 2]);
        }
    }

    @Test
    void aLogarithmIsThatOfTheMathematicians() {
        for (double x = 1e-4; x < 4; x *= 1.0007) {
            assertThat((double) Logarithm.of((float) x)).isCloseTo(Math.log((float) x), within(2e-6));
        }
    }
}
