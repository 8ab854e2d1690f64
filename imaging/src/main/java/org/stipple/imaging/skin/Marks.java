package org.stipple.imaging.skin;

import java.util.BitSet;
import java.util.function.IntPredicate;

/// Carries what was found on the grid of a [SkinField] to the pixels of the photo.
final class Marks {

    private Marks() {}

    /// A line of one pixel's width (Bresenham), where it lies in the photo.
    static void line(Line line, SkinField field, BitSet photo) {
        Grid grid = field.grid();
        for (int i = 1; i < line.points(); i++) {
            segment(
                    x(grid, line.x()[i - 1]),
                    y(grid, line.y()[i - 1]),
                    x(grid, line.x()[i]),
                    y(grid, line.y()[i]),
                    grid.pixels(),
                    photo);
        }
    }

    private static int x(Grid grid, float x) {
        return grid.pixels().left() + (int) Math.floor((x + 0.5f) * grid.factor());
    }

    private static int y(Grid grid, float y) {
        return grid.pixels().top() + (int) Math.floor((y + 0.5f) * grid.factor());
    }

    private static void segment(int fromX, int fromY, int toX, int toY, SkinPixels pixels, BitSet photo) {
        int steps = Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY));
        for (int i = 0; i <= steps; i++) {
            int x = fromX + Math.round((toX - fromX) * (steps == 0 ? 0 : i / (float) steps));
            int y = fromY + Math.round((toY - fromY) * (steps == 0 ? 0 : i / (float) steps));
            if (x >= 0 && y >= 0 && x < pixels.photoWidth() && y < pixels.photoHeight()) {
                photo.set(y * pixels.photoWidth() + x);
            }
        }
    }

    /// What lies within a radius of a place of the grid.
    static void disc(double x, double y, double radius, Grid grid, BitSet photo) {
        SkinPixels pixels = grid.pixels();
        double middleX = pixels.left() + (x + 0.5) * grid.factor();
        double middleY = pixels.top() + (y + 0.5) * grid.factor();
        double reach = Math.max(0.5, radius * grid.factor());
        for (int v = Math.max(0, (int) (middleY - reach)); v < Math.min(pixels.photoHeight(), middleY + reach); v++) {
            for (int u = Math.max(0, (int) (middleX - reach));
                    u < Math.min(pixels.photoWidth(), middleX + reach);
                    u++) {
                if (Math.hypot(u + 0.5 - middleX, v + 0.5 - middleY) <= reach) {
                    photo.set(v * pixels.photoWidth() + u);
                }
            }
        }
    }

    /// All pixels of the zone under the marked pixels of the grid.
    static void area(IntPredicate marked, Grid grid, BitSet photo) {
        SkinPixels pixels = grid.pixels();
        for (int y = pixels.top(); y < pixels.bottom(); y++) {
            int row = Math.min((y - pixels.top()) / grid.factor(), grid.height() - 1) * grid.width();
            int[] runs = pixels.inside().runs(y);
            for (int i = 0; i < runs.length; i += 2) {
                int to = Math.min(runs[i + 1], pixels.right());
                for (int x = Math.max(runs[i], pixels.left()); x < to; x++) {
                    if (marked.test(row + Math.min((x - pixels.left()) / grid.factor(), grid.width() - 1))) {
                        photo.set(y * pixels.photoWidth() + x);
                    }
                }
            }
        }
    }
}
