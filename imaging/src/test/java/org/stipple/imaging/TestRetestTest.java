package org.stipple.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TestRetestTest {

    /// Six targets, four judges: Shrout and Fleiss 1979, table 2. Their ICC(2,1) is 0.29.
    private static final double[][] PUBLISHED = {
        {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
    };

    @Test
    void agreesWithThePublishedExample() {
        var found = TestRetest.of(PUBLISHED);
        assertThat(found.icc()).isCloseTo(0.29, within(0.005));
        // As the package psych of R prints them for these numbers: 0.019 and 0.761.
        assertThat(found.iccLow()).isCloseTo(0.019, within(0.002));
        assertThat(found.iccHigh()).isCloseTo(0.761, within(0.002));
    }

    @Test
    void takesTheSpreadWithinEachPieceOfSkin() {
        double[][] pairs = {{1, 3}, {10, 12}, {5, 7}, {20, 22}, {31, 33}};
        // Each pair differs by 2, so its variance is 2.
        assertThat(TestRetest.of(pairs).sem()).isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(TestRetest.of(pairs).sdc95()).isCloseTo(1.96 * 2, within(1e-12));
        assertThat(TestRetest.of(pairs).cvPercent()).isCloseTo(100 * Math.sqrt(2) / 14.4, within(1e-9));
    }

    /// Tables of the F distribution: 0.975 quantiles.
    @Test
    void knowsTheTablesOfF() {
        assertThat(FDistribution.quantile(0.975, 5, 10)).isCloseTo(4.236, within(0.001));
        assertThat(FDistribution.quantile(0.975, 1, 4)).isCloseTo(12.218, within(0.001));
        assertThat(FDistribution.quantile(0.95, 10, 3)).isCloseTo(8.786, within(0.001));
    }

    @Test
    void refusesTooFew() {
        assertThatThrownBy(() -> TestRetest.of(new double[][] {{1, 2}, {2, 3}}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
