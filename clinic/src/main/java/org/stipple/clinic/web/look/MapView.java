package org.stipple.clinic.web.look;

import java.util.List;

/// A map of the face or body: `parts/zonemap.jte`.
///
/// @param key a word that is unique on the page, for identifiers: `plan-face-front`
/// @param title what it shows, for a screen reader: `Face from the front: planned depth`
/// @param view the view: `face-front`
/// @param viewBox what is seen, as SVG writes it
/// @param scale how many times larger than a face the drawing is, for the size of words and dots
/// @param zones the zones, in order
/// @param noGo path data of what is never treated
/// @param lines the drawing around them
/// @param dots path data of the shading
/// @param leftWords what stands at the viewer's left: `patient's right`; empty in profile
/// @param rightWords what stands at the viewer's right
public record MapView(
        String key,
        String title,
        String view,
        String viewBox,
        double scale,
        List<ZoneShape> zones,
        List<String> noGo,
        List<Line> lines,
        String dots,
        String leftWords,
        String rightWords) {

    /// A line of the drawing.
    ///
    /// @param css its weight: `contour`, `feature`, `detail` or `ink`
    public record Line(String css, String path) {}

    private static final double LABEL_MM = 6.2;
    private static final double DOT_MM = 0.55;
    private static final double HATCH_MM = 2.2;

    /// Height of the numbers, in the millimetres of the drawing.
    public double labelSize() {
        return tenths(LABEL_MM * scale);
    }

    /// Size of a dot, in the millimetres of the drawing.
    public double dotSize() {
        return Math.round(DOT_MM * scale * 100) / 100.0;
    }

    /// Distance of the lines of a hatching, in the millimetres of the drawing.
    public double hatch() {
        return tenths(HATCH_MM * scale);
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    public MapView {
        zones = List.copyOf(zones);
        noGo = List.copyOf(noGo);
        lines = List.copyOf(lines);
    }
}
