package org.stipple.bench.judge;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How two rows of numbers go together.
final class Correlation {

    private Correlation() {}

    /// Pearson's r.
    static double pearson(List<Double> a, List<Double> b) {
        return pearson(array(a), array(b));
    }

    /// Spearman's rho: Pearson's r of the ranks, equal values sharing theirs.
    static double spearman(List<Double> a, List<Double> b) {
        return pearson(ranks(array(a)), ranks(array(b)));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double pearson(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
    }

    private static double[] ranks(double[] values) {
        var order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .toList();
        var ranks = new double[values.length];
        for (int i = 0; i < order.size(); ) {
            int j = i;
            while (j < order.size() && values[order.get(j)] == values[order.get(i)]) {
                j++;
            }
            for (int same = i; same < j; same++) {
                ranks[order.get(same)] = (i + j - 1) / 2.0;
            }
            i = j;
        }
        return ranks;
    }
}
