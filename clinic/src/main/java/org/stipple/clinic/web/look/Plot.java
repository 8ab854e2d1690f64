package org.stipple.clinic.web.look;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// A metric over time, each value with its error: `parts/plot.jte`.
///
/// @param title what it shows, for a screen reader too
/// @param points in the order of time, one at least
/// @param bandLow low edge of what cannot be told from the first value; equal to `bandHigh` for none
/// @param bandHigh high edge of it
public record Plot(String title, String unit, List<PlotPoint> points, double bandLow, double bandHigh) {

    private static final double WIDTH = 320;
    private static final double HEIGHT = 120;
    private static final double MARGIN = 14;

    /// Room for the values at the left.
    private static final double LEFT = 74;

    private static final double NUMBER_HEIGHT = 11;

    /// A value at a time.
    ///
    /// @param day days since the first
    /// @param words the date: `12 Dec`
    /// @param value in the unit of the plot
    /// @param error half of its 95 % interval
    /// @param shown the value as it is written
    public record PlotPoint(double day, String words, double value, double error, String shown) {}

    /// A point where it is drawn.
    public record Placed(double x, double y, double low, double high, String words, String shown) {}

    /// @throws IllegalArgumentException without a point
    public Plot {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a plot must have a point at least");
        }
    }

    /// What it shows, for whoever does not see it: each value with its date.
    public String words() {
        return title + ". "
                + points.stream()
                        .map(point -> point.words() + ": " + point.shown())
                        .collect(Collectors.joining("; "))
                + ".";
    }

    /// What is seen, as SVG writes it.
    public String viewBox() {
        return "0 0 320 144";
    }

    /// The points on the paper.
    public List<Placed> placed() {
        return points.stream()
                .map(p -> new Placed(
                        x(p.day()),
                        y(p.value()),
                        y(p.value() - p.error()),
                        y(p.value() + p.error()),
                        p.words(),
                        p.shown()))
                .toList();
    }

    /// A date below the plot.
    ///
    /// @param anchor which end of the words stands at `x`
    public record Tick(double x, String words, String anchor) {}

    /// The first and the last date.
    public List<Tick> ticks() {
        var placed = placed();
        return placed.size() == 1
                ? List.of(new Tick(placed.getFirst().x(), placed.getFirst().words(), "middle"))
                : List.of(
                        new Tick(LEFT - MARGIN, placed.getFirst().words(), "start"),
                        new Tick(WIDTH, placed.getLast().words(), "end"));
    }

    /// A value at the left of the plot.
    public record Level(double y, String words) {}

    /// The lowest and the highest value, so that a height can be read; one where they lie so near that their
    /// numbers would stand on each other.
    public List<Level> levels() {
        double lowest = points.stream().mapToDouble(PlotPoint::value).min().orElseThrow();
        double highest = points.stream().mapToDouble(PlotPoint::value).max().orElseThrow();
        return DoubleStream.of(highest, lowest)
                .limit(y(lowest) - y(highest) < NUMBER_HEIGHT ? 1 : 2)
                .mapToObj(value -> new Level(y(value), level(value)))
                .toList();
    }

    /// Three digits that count, as beside the points.
    private static String level(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString()
                .replace('-', '−');
    }

    /// The line through the points.
    public String line() {
        var placed = placed();
        return IntStream.range(0, placed.size())
                .mapToObj(i -> (i == 0 ? "M" : "L") + number(placed.get(i).x()) + " "
                        + number(placed.get(i).y()))
                .collect(Collectors.joining());
    }

    /// Upper edge of the band on the paper.
    public double bandTop() {
        return y(bandHigh);
    }

    /// Height of the band on the paper.
    public double bandHeight() {
        return y(bandLow) - y(bandHigh);
    }

    private double x(double day) {
        double first = points.getFirst().day();
        double last = points.getLast().day();
        return last > first ? round(LEFT + (WIDTH - LEFT - MARGIN) * (day - first) / (last - first)) : WIDTH / 2;
    }

    private double y(double value) {
        double low = Math.min(
                bandLow,
                points.stream().mapToDouble(p -> p.value() - p.error()).min().orElseThrow());
        double high = Math.max(
                bandHigh,
                points.stream().mapToDouble(p -> p.value() + p.error()).max().orElseThrow());
        double span = high > low ? high - low : 1;
        return round(MARGIN + (HEIGHT - 2 * MARGIN) * (high - value) / span);
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
