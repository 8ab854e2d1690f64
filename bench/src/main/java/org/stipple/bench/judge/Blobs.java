package org.stipple.bench.judge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The connected pieces of a mask (by edge or corner).
final class Blobs {

    /// @param x middle, in pixels from the left edge of the photo
    /// @param y from the top edge
    /// @param pixels how many
    record Blob(double x, double y, int pixels) {}

    private Blobs() {}

    static List<Blob> of(BitSet mask, int width) {
        var left = (BitSet) mask.clone();
        var all = new ArrayList<Blob>();
        for (int start = left.nextSetBit(0); start >= 0; start = left.nextSetBit(start)) {
            var queue = new ArrayDeque<Integer>();
            queue.add(start);
            left.clear(start);
            double x = 0;
            double y = 0;
            int n = 0;
            while (!queue.isEmpty()) {
                int i = queue.remove();
                x += i % width + 0.5;
                y += i / width + 0.5;
                n++;
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        int column = i % width + dx;
                        int next = i + dy * width + dx;
                        if (column >= 0 && column < width && next >= 0 && left.get(next)) {
                            left.clear(next);
                            queue.add(next);
                        }
                    }
                }
            }
            all.add(new Blob(x / n, y / n, n));
        }
        return all;
    }
}
