package org.stipple.imaging.skin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// Pixels that hang together, straight or diagonally.
final class Pieces {

    private Pieces() {}

    /// @return indices of the pixels of each piece, in the order of their first pixels
    static List<int[]> of(IntPredicate set, int width, int height) {
        var seen = new boolean[width * height];
        var open = new int[width * height];
        var pieces = new ArrayList<int[]>();
        for (int start = 0; start < seen.length; start++) {
            if (seen[start] || !set.test(start)) {
                continue;
            }
            int n = 1;
            open[0] = start;
            seen[start] = true;
            for (int i = 0; i < n; i++) {
                int x = open[i] % width;
                int y = open[i] / width;
                for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
                    for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
                        int next = v * width + u;
                        if (!seen[next] && set.test(next)) {
                            seen[next] = true;
                            open[n] = next;
                            n++;
                        }
                    }
                }
            }
            pieces.add(java.util.Arrays.copyOf(open, n));
        }
        return pieces;
    }
}
