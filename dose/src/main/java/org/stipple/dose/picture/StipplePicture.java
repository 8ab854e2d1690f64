package org.stipple.dose.picture;

import java.util.List;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.FineMap;
import org.stipple.dose.Outline;
import org.stipple.dose.Point;
import org.stipple.quantities.Length;

/// Where punctures fall, drawn with dots: the denser the dots, the denser the punctures. For pages, so it is
/// SVG with presentation attributes alone: no style sheet, no script, no reference to anything outside.
public final class StipplePicture {

    /// Design: as many dots as a page can show and an eye tells apart.
    private static final int MOST_DOTS = 2_500;

    /// Design: fine enough to place a dot, coarse enough for a zone of any size.
    private static final double FINEST_MM = 0.25;

    private static final int MOST_CELLS_A_SIDE = 400;

    /// Design: a square that a thumb covers; a pen leaves some thousand punctures on it.
    private static final double CLOSE_MM = 5;

    private static final double CLOSE_CELL_MM = 0.05;

    private static final String INK = "#31446b";
    private static final String HOLE = "#c3cde0";

    private StipplePicture() {}

    /// A picture and what a dot of it stands for.
    ///
    /// @param svg an `svg` element
    /// @param each punctures for which one dot stands
    public record Stippled(String svg, long each) {}

    /// The whole zone, with its outline and its no-go holes. Every dot is one puncture out of `each`, in the
    /// order of rows, so that dots are as dense as punctures are.
    ///
    /// @param name for those who do not see it
    public static Stippled zone(DoseQuestion question, String name) {
        var ring = question.outline().corners().getFirst();
        double width = extent(ring.stream().map(Point::xMm).toList());
        double height = extent(ring.stream().map(Point::yMm).toList());
        double side = Math.max(width, height);
        var map = question.map(Length.ofMillimetres(Math.max(FINEST_MM, side / MOST_CELLS_A_SIDE)));
        long each = Math.max(1, Math.ceilDiv(map.punctures(), MOST_DOTS));
        double margin = side / 50;
        double left = map.origin().xMm() - margin;
        double top = map.origin().yMm() + height + margin;
        var out = new Paths(new StringBuilder(60_000), left, top);
        begin(out.text, width + 2 * margin, height + 2 * margin, name);
        out.text
                .append("<path fill=\"none\" stroke=\"#75818c\" stroke-width=\"")
                .append(hundredths(side / 300));
        out.text.append("\" d=\"");
        question.outline().corners().forEach(out::ring);
        out.text.append("\"/>\n");
        dots(out, map, each, side / 130, INK);
        return new Stippled(out.text.append("</svg>\n").toString(), each);
    }

    /// Five millimetres a side out of the middle of the zone, true to scale: every puncture is one dot, as
    /// wide as the needle. Punctures in one place are drawn over each other.
    ///
    /// @param name for those who do not see it
    public static String closeUp(DoseQuestion question, String name) {
        var square = Length.ofMillimetres(CLOSE_MM);
        var close = new DoseQuestion(
                question.device(),
                question.technique(),
                Outline.rectangle(square, square),
                question.thickness(),
                question.penetration(),
                question.seed(),
                List.of());
        var map = close.map(Length.ofMillimetres(CLOSE_CELL_MM));
        var out = new Paths(new StringBuilder(40_000), 0, CLOSE_MM);
        begin(out.text, CLOSE_MM, CLOSE_MM, name);
        double needle = question.device().needle().diameter().millimetres();
        dots(out, map, 1, needle, HOLE);
        dots(out, map, 1, needle / 4, INK);
        return out.text.append("</svg>\n").toString();
    }

    private static void dots(Paths out, FineMap map, long each, double wideMm, String ink) {
        out.text.append("<path fill=\"none\" stroke=\"").append(ink);
        out.text
                .append("\" stroke-linecap=\"round\" stroke-width=\"")
                .append(hundredths(wideMm))
                .append("\" d=\"");
        double cell = map.cell().millimetres();
        // Begin in the middle, so that the first dot is not always late.
        long passed = each / 2;
        for (int row = 0; row < map.rows(); row++) {
            for (int column = 0; column < map.columns(); column++) {
                passed += map.punctures(column, row);
                if (passed >= each) {
                    passed %= each;
                    out.dot(
                            map.origin().xMm() + (column + within(row, column)) * cell,
                            map.origin().yMm() + (row + within(column, row + 7)) * cell);
                }
            }
        }
        out.text.append("\"/>\n");
    }

    /// Somewhere inside a cell, always the same: dots in the middle of cells would show the cells.
    private static double within(int one, int other) {
        int mixed = (one * 0x9E3779B1) ^ (other * 0x85EBCA6B);
        mixed ^= mixed >>> 15;
        mixed *= 0x2C1B3C6D;
        mixed ^= mixed >>> 12;
        return (mixed & 0xFF) / 256.0;
    }

    private static void begin(StringBuilder text, double width, double height, String name) {
        text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ")
                .append(hundredths(width))
                .append(' ')
                .append(hundredths(height))
                .append("\"><title>")
                .append(name.replace("&", "&amp;").replace("<", "&lt;"))
                .append("</title>\n");
    }

    /// Writes points in the frame of a picture: y runs down there, and up on skin.
    private record Paths(StringBuilder text, double left, double top) {

        void ring(List<Point> corners) {
            char step = 'M';
            for (Point corner : corners) {
                text.append(step);
                at(corner.xMm(), corner.yMm());
                step = 'L';
            }
            text.append('Z');
        }

        void dot(double xMm, double yMm) {
            text.append('M');
            at(xMm, yMm);
            text.append("h0");
        }

        private void at(double xMm, double yMm) {
            text.append(hundredths(xMm - left)).append(' ').append(hundredths(top - yMm));
        }
    }

    private static String hundredths(double value) {
        long rounded = Math.max(0, Math.round(value * 100));
        long rest = rounded % 100;
        return rest == 0
                ? Long.toString(rounded / 100)
                : rounded / 100 + (rest < 10 ? ".0" : ".") + (rest % 10 == 0 ? rest / 10 : rest);
    }

    private static double extent(List<Double> values) {
        var numbers = values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return numbers.getMax() - numbers.getMin();
    }
}
