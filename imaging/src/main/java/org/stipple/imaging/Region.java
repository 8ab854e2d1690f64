package org.stipple.imaging;

import java.util.Arrays;
import org.stipple.imaging.raster.Plane;

/// The pixels of a photo whose middles lie inside an outline, kept as runs within rows: a zone costs what it has,
/// not what the photo has. Immutable.
final class Region {

    private static final int[] EMPTY = new int[0];

    /// Of squares in which an affine map is asked for their corners only.
    private static final int AFFINE_SIDE = 64;

    /// Of a pixel: corners of a square lie inside the other photo by more than what rounding could take.
    private static final double ROUNDING = 1e-6;

    private final int width;
    private final int height;
    private final int[][] runs;
    private final int count;
    private final int[] box;

    private Region(int width, int height, int[][] runs) {
        this.width = width;
        this.height = height;
        this.runs = runs;
        int n = 0;
        int[] around = {width, height, 0, 0};
        for (int y = 0; y < height; y++) {
            int[] row = runs[y];
            for (int i = 0; i < row.length; i += 2) {
                n += row[i + 1] - row[i];
            }
            if (row.length > 0) {
                around[0] = Math.min(around[0], row[0]);
                around[1] = Math.min(around[1], y);
                around[2] = Math.max(around[2], row[row.length - 1]);
                around[3] = y + 1;
            }
        }
        this.count = n;
        this.box = n == 0 ? new int[4] : around;
    }

    /// Parts of the outline outside the photo are left out.
    static Region of(Outline outline, int width, int height) {
        var runs = new int[height][];
        for (int y = 0; y < height; y++) {
            double[] crossings = crossings(outline, y + 0.5);
            var row = new Runs(crossings.length);
            for (int i = 0; i + 1 < crossings.length; i += 2) {
                row.add((int) Math.clamp(Math.ceil(crossings[i] - 0.5), 0, width), (int)
                        Math.clamp(Math.ceil(crossings[i + 1] - 0.5), 0, width));
            }
            runs[y] = row.all();
        }
        return new Region(width, height, runs);
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

    /// Those of these pixels that do not lie in another region of the same photo.
    Region without(Region other) {
        var left = new int[height][];
        for (int y = 0; y < height; y++) {
            left[y] = other.runs[y].length == 0 ? runs[y] : without(runs[y], other.runs[y]);
        }
        return new Region(width, height, left);
    }

    private static int[] without(int[] own, int[] others) {
        var row = new Runs(own.length + others.length);
        for (int i = 0; i < own.length; i += 2) {
            int from = own[i];
            for (int k = 0; k < others.length; k += 2) {
                row.add(from, Math.min(own[i + 1], others[k]));
                from = Math.max(from, others[k + 1]);
            }
            row.add(from, own[i + 1]);
        }
        return row.all();
    }

    /// Those of these pixels whose middles, carried over by `onto`, lie inside the other photo.
    ///
    /// Within a square in which a map is bilinear what lies between its corners stays between them: where all
    /// four are seen no pixel need be asked.
    Region seenBy(Registration.Carry onto, Photo other) {
        int side = switch (onto) {
            case Affine _ -> AFFINE_SIDE;
            case DenseCarry dense -> dense.cell();
        };
        int across = Math.ceilDiv(width, side);
        var sure = new boolean[across * Math.ceilDiv(height, side)];
        Plane.eachRow(sure.length / Math.max(1, across), row -> {
            for (int column = 0; column < across; column++) {
                boolean all = true;
                for (int corner = 0; corner < 4 && all; corner++) {
                    var place = new Place((column + corner % 2) * side, (row + corner / 2) * side);
                    all = isSeen(onto.of(place), other, ROUNDING);
                }
                sure[row * across + column] = all;
            }
        });
        var seen = new int[height][];
        Plane.eachRow(height, y -> seen[y] = seen(y, onto, other, side, sure, y / side * across));
        return new Region(width, height, seen);
    }

    private int[] seen(int y, Registration.Carry onto, Photo other, int side, boolean[] sure, int squares) {
        var row = new Runs(runs[y].length);
        for (int i = 0; i < runs[y].length; i += 2) {
            int x = runs[y][i];
            while (x < runs[y][i + 1]) {
                int end = Math.min(runs[y][i + 1], (x / side + 1) * side);
                if (sure[squares + x / side]) {
                    row.add(x, end);
                } else {
                    for (int at = x; at < end; at++) {
                        if (isSeen(onto.of(new Place(at + 0.5, y + 0.5)), other, 0)) {
                            row.add(at, at + 1);
                        }
                    }
                }
                x = end;
            }
        }
        return row.all();
    }

    private static boolean isSeen(Place there, Photo other, double margin) {
        return there.x() >= margin
                && there.x() < other.width() - margin
                && there.y() >= margin
                && there.y() < other.height() - margin;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int count() {
        return count;
    }

    boolean contains(int x, int y) {
        int[] row = runs[y];
        for (int i = 0; i < row.length && row[i] <= x; i += 2) {
            if (x < row[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /// The pieces of a row that are inside: the first column and the column after the last of each, in pairs from
    /// left to right. Not to be written to.
    int[] runs(int y) {
        return runs[y];
    }

    /// Columns from the first to the last that has a pixel inside.
    int columns() {
        return box[2] - box[0];
    }

    /// The smallest rectangle with all pixels: its left column and top row, and the column and row after its
    /// last. Empty where no pixel is inside.
    int[] box() {
        return box.clone();
    }

    /// Runs from left to right; those that touch become one.
    private static final class Runs {

        private int[] ends;
        private int n;

        Runs(int expected) {
            ends = expected == 0 ? EMPTY : new int[expected];
        }

        void add(int from, int to) {
            if (from >= to) {
                return;
            }
            if (n > 0 && ends[n - 1] >= from) {
                ends[n - 1] = Math.max(ends[n - 1], to);
                return;
            }
            if (n + 2 > ends.length) {
                ends = Arrays.copyOf(ends, Math.max(4, 2 * n));
            }
            ends[n] = from;
            ends[n + 1] = to;
            n += 2;
        }

        int[] all() {
            return n == ends.length ? ends : Arrays.copyOf(ends, n);
        }
    }
}
