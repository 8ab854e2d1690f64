package org.stipple.imaging.skin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeansTest {

    @Test
    void areOfThosePointsThatAreThere() {
        assertThat(Means.along(new float[] {1, 2, 6, 7}, 1)).containsExactly(1.5, 3, 5, 6.5);
        assertThat(Means.along(new float[] {1, 2, 6, 7}, 0)).containsExactly(1, 2, 6, 7);
        assertThat(Means.along(new float[] {1, 2, 6, 7}, 9)).containsExactly(4, 4, 4, 4);
    }
}
