package org.stipple.dose.picture;

import java.util.List;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.FineMap;
import org.stipple.dose.Point;
import org.stipple.quantities.Length;

/// Where the punctures of a treatment lie: density in colours (cividis), outline and no-go holes, scale bar and
/// legend.
public final class DensityPicture {

    /// Design: a cell is as fine as an eye tells apart on a page, and the picture as large as a page shows.
    private static final double FINEST_MM = 0.25;

    private static final int MOST_CELLS_A_SIDE = 800;
    private static final int MAP_PIXELS = 640;

    private static final int MARGIN = 16;
    private static final int LEGEND_BAR = 18;
    private static final int LEGEND = 180;
    private static final int LEAST_MAP_HEIGHT = 120;
    private static final int FOOT = 44;

    private final DoseQuestion question;
    private final FineMap map;
    private final int zoom;
    private final Canvas canvas;
    private final int mapHeight;

    private DensityPicture(DoseQuestion question) {
        this.question = question;
        map = question.map(Length.ofMillimetres(cellMm(question)));
        zoom = Math.max(1, MAP_PIXELS / Math.max(map.columns(), map.rows()));
        mapHeight = map.rows() * zoom;
        canvas = new Canvas(
                Math.max(map.columns() * zoom, LEAST_MAP_HEIGHT) + 3 * MARGIN + LEGEND,
                Math.max(mapHeight, LEAST_MAP_HEIGHT) + 2 * MARGIN + FOOT);
    }

    /// The picture of the treatment that the question's seed draws: the punctures of its estimate. Each spot has
    /// the colour of the mean density in the square of 2 mm around it, on skin alone; what is not treated is
    /// white. At most some 1000 pixels wide and high.
    ///
    /// @return a PNG file
    public static byte[] png(DoseQuestion question) {
        var picture = new DensityPicture(question);
        picture.draw();
        return picture.canvas.png();
    }

    private static double cellMm(DoseQuestion question) {
        var ring = question.outline().corners().getFirst();
        double side = Math.max(
                extent(ring.stream().map(Point::xMm).toList()),
                extent(ring.stream().map(Point::yMm).toList()));
        return Math.max(FINEST_MM, side / MOST_CELLS_A_SIDE);
    }

    private static double extent(List<Double> values) {
        var numbers = values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return numbers.getMax() - numbers.getMin();
    }

    private void draw() {
        var density = new LocalDensity(map);
        double most = density.most();
        double full = most > 0 ? RoundNumber.scaleFor(most) : 1;
        for (int row = 0; row < map.rows(); row++) {
            for (int column = 0; column < map.columns(); column++) {
                if (map.isSkin(column, row)) {
                    // The frame's y points up, rows of a picture go down.
                    canvas.fill(
                            MARGIN + column * zoom,
                            MARGIN + mapHeight - (row + 1) * zoom,
                            zoom,
                            zoom,
                            Cividis.colour(density.around(column, row) / full));
                }
            }
        }
        question.outline().corners().forEach(this::ring);
        legend(full);
        scaleBar();
    }

    private void ring(List<Point> corners) {
        for (int i = 0; i < corners.size(); i++) {
            var from = corners.get(i);
            var to = corners.get((i + 1) % corners.size());
            canvas.line(x(from), y(from), x(to), y(to), Canvas.INK);
        }
    }

    private double x(Point point) {
        return MARGIN + (point.xMm() - map.origin().xMm()) * zoom / map.cell().millimetres();
    }

    private double y(Point point) {
        return MARGIN
                + mapHeight
                - (point.yMm() - map.origin().yMm()) * zoom / map.cell().millimetres();
    }

    private void legend(double full) {
        int left = canvas.width() - MARGIN - LEGEND;
        int high = Math.max(mapHeight, LEAST_MAP_HEIGHT);
        for (int y = 0; y < high; y++) {
            canvas.fill(left, MARGIN + y, LEGEND_BAR, 1, Cividis.colour(1 - (y + 0.5) / high));
        }
        int beside = left + LEGEND_BAR + 6;
        canvas.text(beside, MARGIN, RoundNumber.text(full) + " /cm²");
        canvas.text(beside, MARGIN + high / 2 - Glyphs.HEIGHT / 2, RoundNumber.text(full / 2));
        canvas.text(beside, MARGIN + high - Glyphs.HEIGHT, "0");
    }

    private void scaleBar() {
        double mmPerPixel = map.cell().millimetres() / zoom;
        double mm = RoundNumber.below(map.columns() * zoom * mmPerPixel / 2);
        int top = canvas.height() - MARGIN - Glyphs.HEIGHT - 12;
        canvas.fill(MARGIN, top, (int) Math.round(mm / mmPerPixel), 4, Canvas.INK);
        canvas.text(MARGIN, top + 10, RoundNumber.text(mm) + " mm");
    }
}
