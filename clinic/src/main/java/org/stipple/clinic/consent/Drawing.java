package org.stipple.clinic.consent;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A drawn signature: lines in a box of 1000 by 400, as they were drawn.
///
/// @param strokes one for each time that the finger or the pen was put down
public record Drawing(List<List<Point>> strokes) {

    /// How wide the box is.
    public static final int WIDTH = 1000;
    /// How high the box is.
    public static final int HEIGHT = 400;

    /// `design`: a long name drawn slowly has some hundred points; what has more is no signature.
    static final int MOST_POINTS = 1500;

    private static final int MOST_STROKES = 80;

    /// `design`: a tenth of the width of the box. A dot or a slip of the finger is shorter, every cross or
    /// letter longer.
    private static final double SHORTEST = 100;

    private static final Pattern WRITTEN =
            Pattern.compile("\\d{1,4},\\d{1,3}( \\d{1,4},\\d{1,3})*+(;\\d{1,4},\\d{1,3}( \\d{1,4},\\d{1,3})*+)*+");
    private static final int LONGEST = MOST_POINTS * 9;

    /// Where the pen was.
    public record Point(int x, int y) {
        public Point {
            if (x < 0 || x > WIDTH || y < 0 || y > HEIGHT) {
                throw new NoDrawing("it leaves its box", false);
            }
        }
    }

    public Drawing {
        strokes = strokes.stream().map(List::copyOf).toList();
        int points = strokes.stream().mapToInt(List::size).sum();
        if (points > MOST_POINTS || strokes.size() > MOST_STROKES) {
            throw new NoDrawing(
                    "it had " + points + " points in " + strokes.size() + " lines, expected at most " + MOST_POINTS
                            + " in " + MOST_STROKES,
                    false);
        }
        if (strokes.stream().mapToDouble(Drawing::length).sum() < SHORTEST) {
            throw new NoDrawing("it was a dot or nearly nothing, expected a signature", true);
        }
    }

    /// What was sent is no signature.
    public static final class NoDrawing extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final boolean tooLittle;

        NoDrawing(String why, boolean tooLittle) {
            super(why);
            this.tooLittle = tooLittle;
        }

        /// Whether there was hardly anything; else it was nothing that a page of this program sends.
        public boolean isTooLittle() {
            return tooLittle;
        }
    }

    /// Reads what [#written] writes: `10,20 11,25;40,41 44,40`.
    ///
    /// @throws NoDrawing when it is no signature
    public static Drawing read(String written) {
        if (written.length() > LONGEST || !WRITTEN.matcher(written).matches()) {
            throw new NoDrawing(
                    "it had " + written.length() + " characters, expected lines of points and at most " + LONGEST,
                    false);
        }
        return new Drawing(Arrays.stream(written.split(";"))
                .map(stroke ->
                        Arrays.stream(stroke.split(" ")).map(Drawing::point).toList())
                .toList());
    }

    private static Point point(String written) {
        int comma = written.indexOf(',');
        return new Point(Integer.parseInt(written.substring(0, comma)), Integer.parseInt(written.substring(comma + 1)));
    }

    /// As it is kept.
    String written() {
        return strokes.stream()
                .map(stroke -> stroke.stream()
                        .map(point -> point.x() + "," + point.y())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(";"));
    }

    private static double length(List<Point> stroke) {
        double length = 0;
        for (int i = 1; i < stroke.size(); i++) {
            length += Math.hypot(
                    stroke.get(i).x() - stroke.get(i - 1).x(),
                    stroke.get(i).y() - stroke.get(i - 1).y());
        }
        return length;
    }

    /// The path of an SVG in which the box is `0 0 1000 400`. A line of one point is drawn as a dot.
    public String path() {
        return strokes.stream()
                .map(stroke ->
                        "M" + stroke.getFirst().x() + " " + stroke.getFirst().y()
                                + (stroke.size() == 1
                                        ? "h1"
                                        : stroke.stream()
                                                .skip(1)
                                                .map(point -> "L" + point.x() + " " + point.y())
                                                .collect(Collectors.joining())))
                .collect(Collectors.joining());
    }
}
