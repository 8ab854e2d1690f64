package org.stipple.phantom;

import java.util.ArrayList;
import java.util.List;
import org.stipple.quantities.Length;

/// Invents marks of skin within a rectangle around the middle of a patch: the same seed, the same marks.
///
/// Numbers, sizes and depths are `design`: they span what imaging should stand. Depth of wrinkles: 0.02 to 0.3
/// mm is what the reference of this project names; the shallowest of them are no higher than the micro-relief
/// around them.
///
/// @param widthMm of the rectangle
/// @param heightMm of the rectangle
public record Invention(double widthMm, double heightMm, long seed) {

    private static final double MARGIN_MM = 1.5;

    /// @throws IllegalArgumentException for a rectangle of less than 8 mm
    public Invention {
        if (!(widthMm >= 8 && heightMm >= 8)) {
            throw new IllegalArgumentException("marks need 8 mm by 8 mm, were " + widthMm + ", " + heightMm);
        }
    }

    /// What a frame sees at zoom 1.
    public static Invention within(Frame frame, long seed) {
        double mm = frame.pixel().millimetres();
        return new Invention(frame.widthPx() * mm, frame.heightPx() * mm, seed);
    }

    /// A person with something of everything but stretch marks and scars.
    ///
    /// @param itaDegrees the tone
    public Skin person(double itaDegrees) {
        return Skin.ofTone(itaDegrees, seed)
                .withHaemoglobin(0.8 + 0.5 * uniform(0, 1))
                .withRelief(Length.ofMillimetres(0.012 + 0.01 * uniform(0, 2)))
                .withPores(Pores.varied(30 + 60 * uniform(0, 3)))
                .withWrinkles(wrinkles(5, 0.06, 0.3))
                .with(Spot.class, spots(6))
                .withShine(0.1 + 0.15 * uniform(0, 4));
    }

    /// Creases of one direction, more or less, one above the other.
    ///
    /// @param count how many
    /// @param fromMm depth of the shallowest
    /// @param toMm depth of the deepest
    public List<Wrinkle> wrinkles(int count, double fromMm, double toMm) {
        double tilt = 60 * (uniform(100, 0) - 0.5);
        var all = new ArrayList<Wrinkle>();
        for (int i = 0; i < count; i++) {
            double length = Math.min(0.75 * widthMm, 7 + 20 * uniform(101, i));
            double degrees = tilt + 16 * (uniform(102, i) - 0.5);
            double across = (i + 0.5 + 0.3 * (uniform(103, i) - 0.5)) / count - 0.5;
            double free = Math.max(0, widthMm - 2 * MARGIN_MM - length);
            double x = free * (uniform(104, i) - 0.5) - length / 2 * Math.cos(Math.toRadians(degrees));
            double y = across * (heightMm - 2 * MARGIN_MM) - length / 2 * Math.sin(Math.toRadians(degrees));
            double depth = fromMm * Math.pow(toMm / fromMm, uniform(105, i));
            double width = 0.25 + 0.35 * uniform(106, i) + depth;
            all.add(new Wrinkle(
                    Curve.wandering(
                            new SkinPoint(x, y), degrees, Length.ofMillimetres(length), 35, Grain.bits(seed, 107, i)),
                    Length.ofMillimetres(depth),
                    Length.ofMillimetres(width),
                    uniform(108, i) < 0.5 ? Wrinkle.Profile.V : Wrinkle.Profile.U));
        }
        return List.copyOf(all);
    }

    /// Spots that do not touch, of 0.5 to 2.5 mm radius.
    public List<Spot> spots(int count) {
        var all = new ArrayList<Spot>();
        for (int i = 0; all.size() < count && i < 40 * count; i++) {
            double radius = 0.5 + 2 * Math.pow(uniform(200, i), 2);
            double x = (widthMm - 2 * radius - 2 * MARGIN_MM) * (uniform(201, i) - 0.5);
            double y = (heightMm - 2 * radius - 2 * MARGIN_MM) * (uniform(202, i) - 0.5);
            boolean free = all.stream()
                    .allMatch(other -> Math.hypot(x - other.xMm(), y - other.yMm())
                            > 1.5 * (radius + other.radius().millimetres()));
            if (free) {
                double melanin = 0.06 + 0.14 * uniform(203, i);
                all.add(new Spot(x, y, Length.ofMillimetres(radius), melanin, Grain.bits(seed, 204, i)));
            }
        }
        return List.copyOf(all);
    }

    /// Bands of one direction and age, side by side, 1 to 6 mm wide.
    public List<StretchMark> stretchMarks(int count, StretchMark.Stage stage) {
        double tilt = 70 + 40 * (uniform(300, 0) - 0.5);
        var all = new ArrayList<StretchMark>();
        for (int i = 0; i < count; i++) {
            double room = (widthMm - 2 * MARGIN_MM) / count;
            double length = Math.min(0.8 * heightMm, 25 + 30 * uniform(301, i));
            double degrees = tilt + 10 * (uniform(302, i) - 0.5);
            double x = (i + 0.5) * room - widthMm / 2 + MARGIN_MM - length / 2 * Math.cos(Math.toRadians(degrees));
            double y = Math.max(0, heightMm - 2 * MARGIN_MM - length) * (uniform(303, i) - 0.5)
                    - length / 2 * Math.sin(Math.toRadians(degrees));
            double width = Math.min(0.45 * room, 1 + 5 * uniform(304, i));
            all.add(new StretchMark(
                    Curve.wandering(
                            new SkinPoint(x, y), degrees, Length.ofMillimetres(length), 20, Grain.bits(seed, 305, i)),
                    Length.ofMillimetres(Math.max(1, width)),
                    stage,
                    0.6 + 0.6 * uniform(306, i),
                    Length.ofMillimetres(0.03 + 0.05 * uniform(307, i))));
        }
        return List.copyOf(all);
    }

    /// Scars of all forms that do not touch.
    ///
    /// @param depthMm of an average one
    public List<Scar> scars(int count, double depthMm) {
        var all = new ArrayList<Scar>();
        for (int i = 0; all.size() < count && i < 40 * count; i++) {
            var form = Scar.Form.values()[(int) (3 * uniform(400, i))];
            double diameter = switch (form) {
                case BOXCAR -> 1.5 + 2.5 * uniform(401, i);
                case ROLLING -> 4 + 3 * uniform(401, i);
                case ICE_PICK -> 0.6 + 1.0 * uniform(401, i);
            };
            double x = (widthMm - diameter - 2 * MARGIN_MM) * (uniform(402, i) - 0.5);
            double y = (heightMm - diameter - 2 * MARGIN_MM) * (uniform(403, i) - 0.5);
            boolean free = all.stream()
                    .allMatch(other -> Math.hypot(x - other.xMm(), y - other.yMm())
                            > 0.6 * (diameter + other.diameter().millimetres()));
            if (free) {
                double depth = depthMm * (0.6 + 0.8 * uniform(404, i));
                all.add(new Scar(x, y, Length.ofMillimetres(diameter), Length.ofMillimetres(depth), form));
            }
        }
        return List.copyOf(all);
    }

    /// Patches of oil of 3 to 8 mm radius.
    public List<OilyPatch> oil(int count) {
        var all = new ArrayList<OilyPatch>();
        for (int i = 0; i < count; i++) {
            all.add(new OilyPatch(
                    0.8 * widthMm * (uniform(500, i) - 0.5),
                    0.8 * heightMm * (uniform(501, i) - 0.5),
                    Length.ofMillimetres(3 + 5 * uniform(502, i)),
                    0.5 + 0.5 * uniform(503, i)));
        }
        return List.copyOf(all);
    }

    /// Short hairs, most of one direction.
    public List<Hair> hairs(int count) {
        double way = 360 * uniform(600, 0);
        var all = new ArrayList<Hair>();
        for (int i = 0; i < count; i++) {
            var root = new SkinPoint(widthMm * (uniform(601, i) - 0.5), heightMm * (uniform(602, i) - 0.5));
            all.add(new Hair(
                    Curve.wandering(
                            root,
                            way + 50 * (uniform(603, i) - 0.5),
                            Length.ofMillimetres(3 + 7 * uniform(604, i)),
                            60,
                            Grain.bits(seed, 605, i)),
                    Length.ofMillimetres(0.03 + 0.05 * uniform(606, i)),
                    0.6 + 0.4 * uniform(607, i)));
        }
        return List.copyOf(all);
    }

    private double uniform(long what, long which) {
        return Grain.uniform(seed * 31 + what, which, what);
    }
}
