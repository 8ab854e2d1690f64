package org.stipple.dose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The obvious, slow way to find out what a treatment leaves: every puncture is kept in a list, every question
/// asks all of them. Against it the fast maps are tested.
final class SlowSkin implements PunctureSink {

    record Hole(double x, double y, boolean onSkin) {}

    private final Outline outline;
    final List<Hole> holes = new ArrayList<>();

    SlowSkin(Outline outline) {
        this.outline = outline;
    }

    @Override
    public void punctures(double[] xs, double[] ys, int count) {
        for (int i = 0; i < count; i++) {
            holes.add(new Hole(xs[i], ys[i], outline.contains(new Point(xs[i], ys[i]))));
        }
    }

    /// All punctures of the treatment that the question's seed draws.
    static SlowSkin after(DoseQuestion question) {
        var skin = new SlowSkin(question.outline());
        Motion.of(question).run(new SplitMix(question.seed()), skin);
        return skin;
    }

    long count(Predicate<Hole> which) {
        return holes.stream().filter(which).count();
    }

    /// Punctures on the skin of the 2 mm cell (column, row).
    long inCell(int column, int row) {
        double x = outline.minX() + 2 * column;
        double y = outline.minY() + 2 * row;
        return count(hole -> hole.onSkin() && hole.x() >= x && hole.x() < x + 2 && hole.y() >= y && hole.y() < y + 2);
    }

    /// Part of the skin within `radius` of a puncture, on a square lattice of points `step` apart.
    double covered(double radius, double step) {
        long skin = 0;
        long covered = 0;
        for (double x = outline.minX() + step / 2; x < outline.maxX(); x += step) {
            for (double y = outline.minY() + step / 2; y < outline.maxY(); y += step) {
                if (outline.contains(new Point(x, y))) {
                    skin++;
                    if (isCovered(x, y, radius)) {
                        covered++;
                    }
                }
            }
        }
        return (double) covered / skin;
    }

    boolean isCovered(double x, double y, double radius) {
        for (Hole hole : holes) {
            if ((hole.x() - x) * (hole.x() - x) + (hole.y() - y) * (hole.y() - y) <= radius * radius) {
                return true;
            }
        }
        return false;
    }

    /// Part of the punctures on the skin that lie within this distance of an earlier one, wherever that lies.
    double duplicates(double within) {
        long repeated = 0;
        for (int i = 0; i < holes.size(); i++) {
            var hole = holes.get(i);
            boolean found = false;
            for (int j = 0; j < i && hole.onSkin() && !found; j++) {
                double dx = hole.x() - holes.get(j).x();
                double dy = hole.y() - holes.get(j).y();
                found = dx * dx + dy * dy <= within * within;
            }
            repeated += found ? 1 : 0;
        }
        return (double) repeated / count(Hole::onSkin);
    }
}
