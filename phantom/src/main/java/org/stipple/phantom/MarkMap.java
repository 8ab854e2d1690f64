package org.stipple.phantom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the marks at a place of the skin: a grid of cells of a millimetre, each with what reaches into it.
final class MarkMap {

    private static final double CELL_MM = 1;

    private static final Piece[] NOTHING = new Piece[0];

    private final double left;
    private final double top;
    private final int columns;
    private final int rows;
    private final Piece[][] cells;
    private final double pixelMm;

    private sealed interface Piece {
        record Round(Mark mark) implements Piece {}

        /// The pieces of a line from one corner to another.
        record Line(Mark mark, Track track, int from, int to) implements Piece {}
    }

    MarkMap(List<Mark> marks, Ground ground, double pixelMm) {
        this.left = ground.left();
        this.top = ground.top();
        this.columns = (int) ((ground.right() - left) / CELL_MM) + 1;
        this.rows = (int) ((ground.bottom() - top) / CELL_MM) + 1;
        this.pixelMm = pixelMm;
        Map<Integer, List<Piece>> found = new HashMap<>();
        for (Mark mark : marks) {
            switch (mark) {
                case RednessBlob blob -> round(found, blob, blob.xMm(), blob.yMm(), blob.reach());
                case Scar scar -> round(found, scar, scar.xMm(), scar.yMm(), scar.reach());
                case Spot spot -> round(found, spot, spot.xMm(), spot.yMm(), spot.reach());
                case OilyPatch oil -> round(found, oil, oil.xMm(), oil.yMm(), oil.reach());
                case Wrinkle wrinkle -> line(found, wrinkle, wrinkle.path(), wrinkle.reach());
                case StretchMark stria -> line(found, stria, stria.path(), stria.reach());
                case Hair hair -> line(found, hair, hair.path(), hair.reach() + pixelMm);
            }
        }
        this.cells = new Piece[columns * rows][];
        Arrays.fill(cells, NOTHING);
        found.forEach((cell, pieces) -> cells[cell] = pieces.toArray(new Piece[0]));
    }

    private void round(Map<Integer, List<Piece>> found, Mark mark, double x, double y, double reach) {
        var piece = new Piece.Round(mark);
        for (int cell : cellsOf(x - reach, y - reach, x + reach, y + reach)) {
            found.computeIfAbsent(cell, _ -> new ArrayList<>()).add(piece);
        }
    }

    private void line(Map<Integer, List<Piece>> found, Mark mark, Curve path, double reach) {
        var track = new Track(path);
        Map<Integer, int[]> ranges = new HashMap<>();
        for (int i = 0; i < track.pieces(); i++) {
            int[] touched = cellsOf(
                    Math.min(track.x(i), track.x(i + 1)) - reach,
                    Math.min(track.y(i), track.y(i + 1)) - reach,
                    Math.max(track.x(i), track.x(i + 1)) + reach,
                    Math.max(track.y(i), track.y(i + 1)) + reach);
            for (int cell : touched) {
                int[] range = ranges.computeIfAbsent(cell, _ -> new int[] {Integer.MAX_VALUE, 0});
                range[0] = Math.min(range[0], i);
                range[1] = i + 1;
            }
        }
        ranges.forEach((cell, range) -> found.computeIfAbsent(cell, _ -> new ArrayList<>())
                .add(new Piece.Line(mark, track, range[0], range[1])));
    }

    private int[] cellsOf(double x1, double y1, double x2, double y2) {
        int fromX = Math.max(0, (int) Math.floor((x1 - left) / CELL_MM));
        int fromY = Math.max(0, (int) Math.floor((y1 - top) / CELL_MM));
        int toX = Math.min(columns - 1, (int) Math.floor((x2 - left) / CELL_MM));
        int toY = Math.min(rows - 1, (int) Math.floor((y2 - top) / CELL_MM));
        if (fromX > toX || fromY > toY) {
            return new int[0];
        }
        var all = new int[(toX - fromX + 1) * (toY - fromY + 1)];
        int n = 0;
        for (int y = fromY; y <= toY; y++) {
            for (int x = fromX; x <= toX; x++) {
                all[n++] = y * columns + x;
            }
        }
        return all;
    }

    /// Adds what the marks at a place do to it.
    void at(double x, double y, SkinSample sample, Track.Nearest nearest) {
        int column = (int) ((x - left) / CELL_MM);
        int row = (int) ((y - top) / CELL_MM);
        if (column < 0 || column >= columns || row < 0 || row >= rows) {
            return;
        }
        for (Piece piece : cells[row * columns + column]) {
            switch (piece) {
                case Piece.Round(Mark mark) -> round(mark, x, y, sample);
                case Piece.Line(Mark mark, Track track, int from, int to) -> {
                    track.nearest(x, y, from, to, nearest);
                    line(mark, nearest.distance(), nearest.along(), track.length(), sample);
                }
            }
        }
    }

    private static void round(Mark mark, double x, double y, SkinSample sample) {
        switch (mark) {
            case RednessBlob blob -> {
                sample.redden(blob.at(x, y));
                if (sample.bloodAdded() > 0.2) {
                    sample.mark(SkinSample.RED);
                }
            }
            case Scar scar -> {
                double share = scar.share(Math.hypot(x - scar.xMm(), y - scar.yMm()));
                double depth = scar.depth().millimetres();
                sample.sink(depth, PoreField.openness(scar.diameter().millimetres() / 2, depth), share);
                mark(sample, SkinSample.SCAR, share);
            }
            case Spot spot -> {
                double share = spot.share(x, y);
                sample.darken(spot.melanin() * share);
                mark(sample, SkinSample.SPOT, share);
            }
            case OilyPatch oil -> sample.oil(oil.at(x, y));
            case Wrinkle _, StretchMark _, Hair _ -> {}
        }
    }

    private void line(Mark mark, double distance, double along, double length, SkinSample sample) {
        switch (mark) {
            case Wrinkle wrinkle -> {
                if (distance < wrinkle.reach()) {
                    groove(wrinkle, wrinkle.share(distance) * Taper.at(along, length), sample);
                }
            }
            case StretchMark stria -> {
                if (distance < stria.reach()) {
                    double share = stria.share(distance) * Taper.at(along, length);
                    sample.tint(stria.bloodFactor(share), stria.melaninFactor(share));
                    sample.raise(stria.height(share, along));
                    mark(sample, SkinSample.STRETCH_MARK, share);
                }
            }
            case Hair hair -> {
                // The part of the pixel that lies within the thickness.
                double half = hair.thickness().millimetres() / 2;
                double from = Math.max(-half, distance - pixelMm / 2);
                double to = Math.min(half, distance + pixelMm / 2);
                double covered = Math.clamp((to - from) / pixelMm, 0, 1);
                sample.cover(covered, hair.darkness());
                mark(sample, SkinSample.HAIR, covered);
            }
            case RednessBlob _, Scar _, Spot _, OilyPatch _ -> {}
        }
    }

    /// At the floor of a groove that runs on for ever, the part of the light from all sides that arrives is the
    /// sine of half the angle of its opening.
    private static void groove(Wrinkle wrinkle, double share, SkinSample sample) {
        double depth = wrinkle.depth().millimetres();
        double half = wrinkle.width().millimetres() / 2;
        sample.sink(depth, half / Math.hypot(half, depth), share);
        mark(sample, SkinSample.WRINKLE, share);
    }

    private static void mark(SkinSample sample, int feature, double share) {
        if (share >= 0.5) {
            sample.mark(feature);
        }
    }
}
