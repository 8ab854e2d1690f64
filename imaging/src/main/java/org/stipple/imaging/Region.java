package org.stipple.imaging;

import java.util.Arrays;
import java.util.BitSet;

/// The pixels of a photo whose middles lie inside an outline. Immutable.
final class Region {

    private final int width;
    private final int height;
    private final BitSet inside;

    private Region(int width, int height, BitSet inside) {
        this.width = width;
        this.height = height;
        this.inside = inside;
    }

    /// Parts of the outline outside the photo are left out.
    static Region of(Outline outline, int width, int height) {
        var inside = new BitSet(width * height);
        for (int y = 0; y < height; y++) {
            double[] crossings = crossings(outline, y + 0.5);
            for (int i = 0; i + 1 < crossings.length; i += 2) {
                int from = (int) Math.clamp(Math.ceil(crossings[i] - 0.5), 0, width);
                int to = (int) Math.clamp(Math.ceil(crossings[i + 1] - 0.5), 0, width);
                if (from < to) {
                    inside.set(y * width + from, y * width + to);
                }
            }
        }
        return new Region(width, height, inside);
    }

    /// Where the outline crosses a horizontal line, from left to right: always an even number of times.
    private static double[] crossings(Outline outline, double y) {
        var corners = outline.corners();
        var found = new double[corners.size()];
        int n = 0;
        for (int i = 0; i < corners.size(); i++) {
            var a = corners.get(i);
            var b = corners.get((i + 1) % corners.size());
            if (a.y() <= y != b.y() <= y) {
                found[n] = a.x() + (y - a.y()) / (b.y() - a.y()) * (b.x() - a.x());
                n++;
            }
        }
        double[] sorted = Arrays.copyOf(found, n);
        Arrays.sort(sorted);
        return sorted;
    }

    /// Those of these pixels whose middles, carried over by `onto`, lie inside the other photo.
    Region seenBy(Registration.Carry onto, Photo other) {
        var common = (BitSet) inside.clone();
        for (int i = inside.nextSetBit(0); i >= 0; i = inside.nextSetBit(i + 1)) {
            Place there = onto.of(new Place(i % width + 0.5, i / width + 0.5));
            if (!(there.x() >= 0 && there.x() < other.width() && there.y() >= 0 && there.y() < other.height())) {
                common.clear(i);
            }
        }
        return new Region(width, height, common);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int count() {
        return inside.cardinality();
    }

    boolean contains(int x, int y) {
        return inside.get(y * width + x);
    }

    /// The first column from `x` on that is inside in this row, or the width when there is none.
    int nextInside(int x, int y) {
        int next = inside.nextSetBit(y * width + x);
        return next < 0 ? width : Math.min(width, next - y * width);
    }

    /// The first column from `x` on that is outside in this row, or the width.
    int nextOutside(int x, int y) {
        return Math.min(width, inside.nextClearBit(y * width + x) - y * width);
    }

    /// Columns from the first to the last that has a pixel inside.
    int columns() {
        int[] box = box();
        return box[2] - box[0];
    }

    /// The smallest rectangle with all pixels: its left column and top row, and the column and row after its
    /// last.
    /// Empty where no pixel is inside.
    int[] box() {
        int left = width;
        int right = 0;
        int top = height;
        int bottom = 0;
        for (int y = 0; y < height; y++) {
            int first = nextInside(0, y);
            if (first < width) {
                left = Math.min(left, first);
                right = Math.max(right, inside.previousSetBit((y + 1) * width - 1) - y * width + 1);
                top = Math.min(top, y);
                bottom = y + 1;
            }
        }
        return right == 0 ? new int[] {0, 0, 0, 0} : new int[] {left, top, right, bottom};
    }
}
