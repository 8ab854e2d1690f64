package org.stipple.imaging.skin;

import java.util.BitSet;
import java.util.function.IntPredicate;

/// Carries what was found on the grid of a [SkinField] to the pixels of the photo.
final class Marks {

    private Marks() {}

    /// A line of one pixel's width (Bresenham), where it lies in the photo.
    static void line(Line line, SkinField field, BitSet photo) {
        for (int i = 1; i < line.points(); i++) {
            segment(
                    x(field, line.x()[i - 1]),
                    y(field, line.y()[i - 1]),
                    x(field, line.x()[i]),
                    y(field, line.y()[i]),
                    field.pixels(),
                    photo);
        }
    }

    private static int x(SkinField field, float x) {
        return field.pixels().left() + (int) Math.floor((x + 0.5f) * field.factor());
    }

    private static int y(SkinField field, float y) {
        return field.pixels().top() + (int) Math.floor((y + 0.5f) * field.factor());
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
    static void disc(double x, double y, double radius, SkinField field, BitSet photo) {
        SkinPixels pixels = field.pixels();
        double middleX = pixels.left() + (x + 0.5) * field.factor();
        double middleY = pixels.top() + (y + 0.5) * field.factor();
        double reach = Math.max(0.5, radius * field.factor());
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
    static void area(IntPredicate marked, SkinField field, BitSet photo) {
        SkinPixels pixels = field.pixels();
        for (int y = pixels.top(); y < pixels.bottom(); y++) {
            int row = Math.min((y - pixels.top()) / field.factor(), field.height() - 1) * field.width();
            for (int x = pixels.left(); x < pixels.right(); x++) {
                int at = row + Math.min((x - pixels.left()) / field.factor(), field.width() - 1);
                if (marked.test(at) && pixels.inside().contains(x, y)) {
                    photo.set(y * pixels.photoWidth() + x);
                }
            }
        }
    }
}
