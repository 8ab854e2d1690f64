package org.stipple.imaging.raster;

import java.util.Arrays;

/// Some columns of a plane with as many around them as a filter reaches, row after row from the top down: few
/// enough to stay in the cache. Beyond the edges of the plane the last number goes on. One thread only.
final class Tile {

    /// Columns of a tile without those around it.
    static final int COLUMNS = 1024;

    /// Rows of the strips in which planes are walked through.
    static final int STRIP = 64;

    private final Plane plane;
    private final int first;
    private final int margin;
    private final float[][] ring;
    private int next;

    /// What is done to a tile.
    @FunctionalInterface
    interface Work {
        /// @param left first column
        /// @param right the column after the last
        /// @param top first row
        /// @param bottom the row after the last
        void of(int left, int right, int top, int bottom);
    }

    /// All of a plane in tiles and strips, in parallel; what is done to one must not depend on another.
    static void each(Plane plane, Work work) {
        int columns = Math.ceilDiv(plane.width(), COLUMNS);
        int strips = Math.ceilDiv(plane.height(), STRIP);
        Plane.eachRow(columns * strips, i -> {
            int left = i % columns * COLUMNS;
            int top = i / columns * STRIP;
            work.of(left, Math.min(plane.width(), left + COLUMNS), top, Math.min(plane.height(), top + STRIP));
        });
    }

    /// @param from first column
    /// @param to the column after the last
    /// @param margin rows and columns around each that are asked for
    /// @param top the first row that will be asked for
    Tile(Plane plane, int from, int to, int margin, int top) {
        this.plane = plane;
        this.first = from - margin;
        this.margin = margin;
        this.ring = new float[2 * margin + 1][to - from + 2 * margin];
        this.next = top - margin;
    }

    /// Numbers in a row, margins included.
    int length() {
        return ring[0].length;
    }

    int margin() {
        return margin;
    }

    /// From now on the rows around this one can be had; never to be called with a smaller one than before.
    void moveTo(int y) {
        for (; next <= y + margin; next++) {
            load(next);
        }
    }

    /// At most the margin away from the row that was moved to; valid until the next move.
    float[] row(int y) {
        return ring[Math.floorMod(y, ring.length)];
    }

    private void load(int y) {
        load(plane, y, first, row(y));
    }

    /// Fills a row with what a plane has from a column on; row and columns may lie outside.
    static void load(Plane plane, int y, int first, float[] row) {
        float[] values = plane.values();
        int at = Math.clamp(y, 0, plane.height() - 1) * plane.width();
        int from = Math.clamp(-first, 0, row.length);
        int to = Math.clamp(plane.width() - first, from, row.length);
        System.arraycopy(values, at + first + from, row, from, to - from);
        Arrays.fill(row, 0, from, values[at]);
        Arrays.fill(row, to, row.length, values[at + plane.width() - 1]);
    }
}
