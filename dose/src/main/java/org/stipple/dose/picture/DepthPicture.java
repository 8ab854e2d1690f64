package org.stipple.dose.picture;

import java.util.Locale;
import org.stipple.dose.DepthDensity;
import org.stipple.dose.DoseEstimate;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.SkinLayers;
import org.stipple.dose.SkinThickness;
import org.stipple.quantities.PunctureDensity;

/// How deep the channels of a treatment go: a histogram for each penetration scenario, under each other on the
/// same axes, with the borders of the dermis.
public final class DepthPicture {

    private static final int LEFT = 70;
    private static final int PLOT = 560;
    private static final int PANEL = 110;
    private static final int GAP = 34;
    private static final int FOOT = 36;

    private final StringBuilder out = new StringBuilder();
    private final double widestMm;
    private final double full;

    private DepthPicture(double widestMm, double full) {
        this.widestMm = widestMm;
        this.full = full;
    }

    /// The picture, with words for those who do not see it. It has no style sheet, script or reference to
    /// anything outside, so that it can stand in any page.
    ///
    /// @param estimate the question's answer
    /// @return an `svg` element
    public static String svg(DoseQuestion question, DoseEstimate estimate) {
        var histograms = estimate.depthDensity();
        double widestMm = histograms.stream()
                .mapToDouble(each -> each.perBin().size() * each.bin().millimetres())
                .max()
                .orElse(1);
        double most = histograms.stream()
                .flatMap(each -> each.perBin().stream())
                .mapToDouble(PunctureDensity::perSquareCentimetre)
                .max()
                .orElse(0);
        var picture = new DepthPicture(widestMm, most > 0 ? RoundNumber.scaleFor(most) : 1);
        picture.begin(histograms.size());
        for (int i = 0; i < histograms.size(); i++) {
            int top = 24 + i * (PANEL + GAP);
            double percent = 100 * estimate.depth().get(i).penetration().value();
            picture.text(LEFT, top - 6, "start", number(percent) + " % of the set depth reached");
            picture.panel(histograms.get(i), top);
            picture.layers(question.thickness(), top);
        }
        picture.axis(24 + histograms.size() * (PANEL + GAP) - GAP);
        return picture.out.append("</svg>\n").toString();
    }

    private void begin(int panels) {
        int width = LEFT + PLOT + 20;
        int height = 24 + panels * (PANEL + GAP) - GAP + FOOT;
        out.append(String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %1$d %2$d\""
                                + " width=\"%1$d\" height=\"%2$d\" font-family=\"sans-serif\" font-size=\"13\">",
                        width,
                        height))
                .append("<title>Channels per cm² by depth, one histogram a penetration scenario</title>\n");
    }

    private void panel(DepthDensity histogram, int top) {
        double bin = histogram.bin().millimetres();
        for (int k = 0; k < histogram.perBin().size(); k++) {
            double high = PANEL * histogram.perBin().get(k).perSquareCentimetre() / full;
            if (high > 0) {
                out.append(String.format(
                        Locale.ROOT,
                        "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"#31446b\"/>\n",
                        x(k * bin),
                        top + PANEL - high,
                        x((k + 1) * bin) - x(k * bin) - 0.5,
                        high));
            }
        }
        line(LEFT, top + PANEL, LEFT + PLOT, top + PANEL, "");
        line(LEFT, top, LEFT, top + PANEL, "");
        text(LEFT - 6, top + 10, "end", RoundNumber.text(full));
        text(LEFT - 6, top + PANEL, "end", "0");
        text(LEFT - 6, top + PANEL / 2, "end", "per cm²");
    }

    /// Dashed lines where the dermis begins and ends at its mean thickness.
    private void layers(SkinThickness thickness, int top) {
        switch (thickness) {
            case SkinLayers layers -> {
                double from = layers.epidermis().millimetres();
                double to = from + layers.dermis().millimetres();
                border(from, top, "dermis");
                border(to, top, "beyond");
            }
            case SkinThickness.Unsourced _ -> {}
        }
    }

    private void border(double mm, int top, String deeper) {
        if (mm < widestMm) {
            line(x(mm), top, x(mm), top + PANEL, " stroke-dasharray=\"5 3\"");
            text(x(mm) + 4, top + 10, "start", deeper);
        }
    }

    private void axis(int top) {
        double step = RoundNumber.above(widestMm / 8);
        for (int i = 0; i * step <= widestMm + 1e-9; i++) {
            line(x(i * step), top, x(i * step), top + 5, "");
            text(x(i * step), top + 19, "middle", number(i * step));
        }
        text(LEFT + PLOT / 2.0, top + 34, "middle", "depth, mm");
    }

    private double x(double mm) {
        return LEFT + PLOT * mm / widestMm;
    }

    private void line(double fromX, double fromY, double toX, double toY, String more) {
        out.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.2f\" y1=\"%.2f\" x2=\"%.2f\" y2=\"%.2f\" stroke=\"#1a1a1a\"%s/>\n",
                fromX,
                fromY,
                toX,
                toY,
                more));
    }

    private void text(double x, double y, String anchor, String words) {
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"%s\" fill=\"#1a1a1a\">%s</text>\n",
                x,
                y,
                anchor,
                words));
    }

    /// At most three digits after the point, and no zeros there that say nothing.
    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
    }
}
