package org.stipple.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    /// The worked example of Shrout and Fleiss 1979: four judges rate six targets, ICC(2,1) = 0.29; its 95 %
    /// interval as published by others for the same data: 0.02 to 0.76.
    @Test
    void agreementIsThatOfThePublishedExample() {
        var agreement = Agreement.of(
                new double[][] {{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}});
        assertThat(agreement.icc()).isCloseTo(0.29, within(0.005));
        assertThat(agreement.low()).isCloseTo(0.02, within(0.005));
        assertThat(agreement.high()).isCloseTo(0.76, within(0.005));
    }

    @Test
    void readingsThatRepeatAgreeFully() {
        var agreement = Agreement.of(new double[][] {{1, 1, 1}, {2, 2, 2}, {5, 5, 5}});
        assertThat(agreement.icc()).isEqualTo(1);
        assertThat(agreement.variationPercent()).isZero();
    }

    /// Means 10 and 20; each pair differs by 2, so its standard deviation is the root of 2, 9.43 % of 15.
    @Test
    void variationIsWithinSubjectsAndInPerCentOfTheMean() {
        var agreement = Agreement.of(new double[][] {{9, 11}, {21, 19}});
        assertThat(agreement.withinSubject()).isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(agreement.variationPercent()).isCloseTo(9.428, within(0.001));
    }

    /// Tables of the F distribution; with one degree of freedom it is the square of Student's t.
    @Test
    void quantilesAreThoseOfTheTables() {
        assertThat(FDistribution.quantile(0.95, 5, 10)).isCloseTo(3.326, within(0.001));
        assertThat(FDistribution.quantile(0.975, 5, 15)).isCloseTo(3.576, within(0.001));
        assertThat(FDistribution.quantile(0.95, 1, 10)).isCloseTo(2.2281 * 2.2281, within(0.001));
        assertThat(FDistribution.below(1, 7, 7)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void ranksGoTogetherWhereValuesDoNotLieOnALine() {
        var a = List.of(1.0, 2.0, 3.0, 4.0);
        assertThat(Correlation.spearman(a, List.of(1.0, 10.0, 100.0, 1000.0))).isCloseTo(1, within(1e-12));
        assertThat(Correlation.pearson(a, List.of(1.0, 10.0, 100.0, 1000.0))).isLessThan(0.9);
        assertThat(Correlation.pearson(a, List.of(-2.0, -4.0, -6.0, -8.0))).isCloseTo(-1, within(1e-12));
        // Differences of ranks 1, 1, 0, 0: 1 - 6 * 2 / (4 * 15).
        assertThat(Correlation.spearman(a, List.of(2.0, 1.0, 3.0, 4.0))).isCloseTo(0.8, within(1e-12));
        assertThat(Correlation.spearman(a, List.of(5.0, 5.0, 5.0, 5.0))).isZero();
    }

    @Test
    void aLineWithinTheToleranceIsFound() {
        var truth = new BitSet();
        var found = new BitSet();
        truth.set(5 * 100 + 10, 5 * 100 + 50);
        found.set(8 * 100 + 10, 8 * 100 + 30);
        found.set(20 * 100 + 10, 20 * 100 + 30);
        var matching = Matching.of(found, truth, 100, 3);
        assertThat(matching.precision()).isEqualTo(0.5);
        // 20 of 40 lie opposite; beyond its end the line is more than 3 away.
        assertThat(matching.recall()).isEqualTo(0.5);
        assertThat(matching.f1()).isEqualTo(0.5);
        assertThat(Matching.of(found, truth, 100, 2.9).f1()).isZero();
        assertThat(Matching.of(new BitSet(), new BitSet(), 100, 3).f1()).isEqualTo(1);
    }

    @Test
    void aLineDoesNotReachAroundTheEdge() {
        var truth = new BitSet();
        var found = new BitSet();
        truth.set(5 * 100 + 99);
        found.set(6 * 100);
        assertThat(Matching.of(found, truth, 100, 3).f1()).isZero();
    }

    @Test
    void blobsTouchAtCornersAndNotAroundTheEdge() {
        var mask = new BitSet();
        mask.set(3 * 10 + 4);
        mask.set(4 * 10 + 5);
        mask.set(3 * 10 + 9);
        mask.set(4 * 10);
        assertThat(Blobs.of(mask, 10))
                .containsExactlyInAnyOrder(
                        new Blobs.Blob(5, 4, 2), new Blobs.Blob(9.5, 3.5, 1), new Blobs.Blob(0.5, 4.5, 1));
    }
}
