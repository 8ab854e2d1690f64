package org.stipple.imaging;

import java.util.Locale;

/// One row of the plot of changes, as SVG: a dot where the change is, with a whisker as long as the smallest
/// detectable change to each side, over the band within which a change cannot be told from none. Its unit is
/// that smallest detectable change, so that rows of different metrics stand below each other. A dot is filled
/// where the change is beyond the band, hollow within it, and an arrow where it is further than the plot
/// reaches.
///
/// It is drawn in the current colour of the text around it, without fonts, and says nothing to a screen reader:
/// the numbers stand beside it.
public final class ChangeBar {

    /// How many smallest detectable changes the plot reaches to each side.
    public static final int REACH = 5;

    private static final double WIDTH = 240;
    private static final double HEIGHT = 24;
    private static final double MARGIN = 8;
    private static final double DOT = 4.5;
    private static final double UNIT = (WIDTH / 2 - MARGIN) / REACH;

    private ChangeBar() {}

    /// @param change after less before
    /// @param sdc95 smallest detectable change, above 0, in the same unit
    public static String svg(double change, double sdc95) {
        if (!(sdc95 > 0) || !Double.isFinite(change)) {
            throw new IllegalArgumentException("a bar needs a change and a limit above 0: " + change + ", " + sdc95);
        }
        double times = change / sdc95;
        return "<svg class=\"change-bar\" viewBox=\"0 0 240 24\" aria-hidden=\"true\" focusable=\"false\">"
                + ground()
                + (Math.abs(times) > REACH ? arrow(times < 0) : dot(times))
                + "</svg>";
    }

    private static String ground() {
        return String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"0\" width=\"%.1f\" height=\"24\" fill=\"currentColor\" fill-opacity=\".13\"/>"
                        + "<path d=\"M%.1f 0V24\" stroke=\"currentColor\" stroke-opacity=\".45\"/>",
                x(-1),
                2 * UNIT,
                x(0));
    }

    private static String dot(double times) {
        double from = Math.max(times - 1, -REACH - 0.3);
        double to = Math.min(times + 1, REACH + 0.3);
        return String.format(
                Locale.ROOT,
                "<path d=\"M%.1f 12H%.1fM%.1f 12H%.1fM%.1f 8V16M%.1f 8V16\" stroke=\"currentColor\""
                        + " stroke-width=\"1.5\"/>"
                        + "<circle cx=\"%.1f\" cy=\"12\" r=\"%.1f\" fill=\"%s\" stroke=\"currentColor\""
                        + " stroke-width=\"1.5\"/>",
                x(from),
                x(times) - DOT,
                x(times) + DOT,
                x(to),
                x(from),
                x(to),
                x(times),
                DOT,
                Math.abs(times) > 1 ? "currentColor" : "none");
    }

    private static String arrow(boolean left) {
        double tip = left ? 1 : WIDTH - 1;
        double back = left ? 12 : WIDTH - 12;
        double tail = x(left ? 1 - REACH : REACH - 1);
        return String.format(
                Locale.ROOT,
                "<path d=\"M%.1f 12H%.1f\" stroke=\"currentColor\" stroke-width=\"1.5\"/>"
                        + "<path d=\"M%.1f 12L%.1f 6V18Z\" fill=\"currentColor\"/>",
                tail,
                back,
                tip,
                back);
    }

    private static double x(double times) {
        return WIDTH / 2 + UNIT * times;
    }
}
