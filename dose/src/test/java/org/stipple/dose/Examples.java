package org.stipple.dose;

import java.util.List;
import org.stipple.quantities.Depth;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.Length;
import org.stipple.quantities.StrokeFrequency;

/// Devices, techniques and zones that several tests use. None is symmetric.
final class Examples {

    private Examples() {}

    /// The roller of Schwarz, Laaff, Plast Reconstr Surg 2011;127:146e.
    static NeedleArray.Roller dermarollerMf8() {
        return new NeedleArray.Roller(192, 8, mm(20), mm(20), needle(0.25, "1.5"));
    }

    /// Fourteen pins at 7,000 strokes a minute.
    static NeedleArray.Pen fourteenPinPen() {
        return pen(14, 8, 7000 / 60.0);
    }

    static NeedleArray.Pen pen(int pins, double swathMm, double hertz) {
        return new NeedleArray.Pen(
                pins, mm(swathMm), StrokeFrequency.ofHertz(hertz), needle(0.25, "2.5"), new PinLayout.Sunflower());
    }

    static NeedleArray.Stamp stamp(int pins, double widthMm, double stampsPerCm2) {
        return new NeedleArray.Stamp(pins, mm(widthMm), stampsPerCm2, needle(0.2, "1.0"), new PinLayout.Sunflower());
    }

    static Needle needle(double diameterMm, String lengthMm) {
        return Needle.cylinder(mm(diameterMm), Depth.ofMillimetres(lengthMm));
    }

    static Technique technique(NeedleArray device, int passes, int directions) {
        return Technique.of(device, Depth.ofMillimetres("1"), passes, directions);
    }

    static Technique technique(NeedleArray device, int passes, int directions, double glide) {
        return technique(device, passes, directions).withGlide(GlideSpeed.ofMillimetresPerSecond(glide));
    }

    static Outline rectangle(double widthMm, double heightMm) {
        return Outline.rectangle(mm(widthMm), mm(heightMm));
    }

    /// An L leaning to one side, with a triangular hole off its middle and an origin far from zero.
    static Outline leaningShapeWithHole() {
        return Outline.of(
                ring(-31.5, 4.2, -8.1, 1.3, -6.4, 9.9, -17.3, 11.2, -15.8, 26.7, -29.2, 24.1),
                List.of(ring(-27.1, 7.7, -20.3, 6.6, -22.9, 13.4)));
    }

    /// @param xy x and y of each corner in turn, in mm
    static List<Point> ring(double... xy) {
        var points = new java.util.ArrayList<Point>();
        for (int i = 0; i < xy.length; i += 2) {
            points.add(new Point(xy[i], xy[i + 1]));
        }
        return points;
    }

    static Length mm(double millimetres) {
        return Length.ofMillimetres(millimetres);
    }
}
