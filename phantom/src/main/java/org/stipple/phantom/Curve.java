package org.stipple.phantom;

import java.util.ArrayList;
import java.util.List;
import org.stipple.quantities.Length;

/// A line on the skin, through straight pieces from point to point.
///
/// @param points two or more
public record Curve(List<SkinPoint> points) {

    private static final double STEP_MM = 0.25;

    /// @throws IllegalArgumentException with fewer than two points
    public Curve {
        points = List.copyOf(points);
        if (points.size() < 2) {
            throw new IllegalArgumentException("a curve needs 2 points, had " + points.size());
        }
    }

    /// From one place to another.
    public static Curve straight(double x1Mm, double y1Mm, double x2Mm, double y2Mm) {
        return new Curve(List.of(new SkinPoint(x1Mm, y1Mm), new SkinPoint(x2Mm, y2Mm)));
    }

    /// A line that wanders as creases of skin do.
    ///
    /// @param from where it begins
    /// @param degrees in which direction it sets out, 0 = right, 90 = down
    /// @param length along the line
    /// @param bendDegrees how far the direction strays from the first, at most; it does so over centimetres
    public static Curve wandering(SkinPoint from, double degrees, Length length, double bendDegrees, long seed) {
        int steps = Math.max(2, (int) Math.round(length.millimetres() / STEP_MM));
        double step = length.millimetres() / steps;
        var points = new ArrayList<SkinPoint>(steps + 1);
        points.add(from);
        double x = from.xMm();
        double y = from.yMm();
        for (int i = 0; i < steps; i++) {
            double at = (i + 0.5) * step;
            double strayed = 0.75 * Grain.smooth(seed, at / 11, 0.5) + 0.25 * Grain.smooth(seed + 1, at / 3.5, 0.5);
            double heading = Math.toRadians(degrees + bendDegrees * strayed);
            x += step * Math.cos(heading);
            y += step * Math.sin(heading);
            points.add(new SkinPoint(x, y));
        }
        return new Curve(points);
    }

    /// Along the line.
    public Length length() {
        double sum = 0;
        for (int i = 1; i < points.size(); i++) {
            sum += distance(points.get(i - 1), points.get(i));
        }
        return Length.ofMillimetres(sum);
    }

    /// The part of this between two lengths along it.
    Curve between(double fromMm, double toMm) {
        var part = new ArrayList<SkinPoint>();
        double at = 0;
        part.add(along(fromMm));
        for (int i = 1; i < points.size(); i++) {
            at += distance(points.get(i - 1), points.get(i));
            if (at > fromMm && at < toMm) {
                part.add(points.get(i));
            }
        }
        part.add(along(toMm));
        return new Curve(part);
    }

    private SkinPoint along(double mm) {
        double at = 0;
        for (int i = 1; i < points.size(); i++) {
            var a = points.get(i - 1);
            var b = points.get(i);
            double piece = distance(a, b);
            if (at + piece >= mm && piece > 0) {
                double t = (mm - at) / piece;
                return new SkinPoint(a.xMm() + t * (b.xMm() - a.xMm()), a.yMm() + t * (b.yMm() - a.yMm()));
            }
            at += piece;
        }
        return points.getLast();
    }

    private static double distance(SkinPoint a, SkinPoint b) {
        return Math.hypot(b.xMm() - a.xMm(), b.yMm() - a.yMm());
    }
}
