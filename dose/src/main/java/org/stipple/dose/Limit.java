package org.stipple.dose;

/// The range of every number in a [DoseQuestion], under the name that it has in files, and of what else is
/// asked. Both ends are allowed.
///
/// Source: the input contract, except where `design` stands.
public enum Limit {
    PINS("device.pins", 1, 2_000, ""),
    NEEDLES("device.needles", 1, 2_000, ""),
    ROWS("device.rows", 1, 200, ""),
    SWATH("device.swathMm", 0.1, 200, " mm"),
    DRUM_DIAMETER("device.drumDiameterMm", 0.1, 200, " mm"),
    DRUM_WIDTH("device.drumWidthMm", 0.1, 200, " mm"),
    STAMP_WIDTH("device.widthMm", 0.1, 200, " mm"),
    /// Design: from one stamp on a palm to a stamp every 0.3 mm.
    STAMPS("device.stampsPerCm2", 0.01, 1_000, " /cm²"),
    STROKE("device.strokeHz", 0.1, 1_000, " Hz"),
    NEEDLE_DIAMETER("device.needleDiameterMm", 0.01, 2, " mm"),
    NEEDLE_LENGTH("device.needleLengthMm", 0.05, 5, " mm"),
    /// Design: 0 is a cylinder; a cone is no longer than its needle.
    TAPER("device.taperMm", 0, 5, " mm"),
    /// Design: half of the widest head.
    PIN_POSITION("device.pinsMm", -100, 100, " mm"),
    DEPTH("technique.depthMm", 0.05, 5, " mm"),
    PASSES("technique.passes", 1, 100, ""),
    DIRECTIONS("technique.directions", 1, 16, ""),
    GLIDE("technique.glideMmPerS", 0.1, 500, " mm/s"),
    CONTACT_DUTY("technique.contactDuty", 0.01, 1, ""),
    EFFICIENCY("technique.efficiency", 0.01, 1, ""),
    GLIDE_VARIATION("technique.glideVariation", 0, 1, ""),
    JITTER("technique.jitterMm", 0, 5, " mm"),
    ZONE_WIDTH("zone.widthMm", 1, 1_000, " mm"),
    ZONE_HEIGHT("zone.heightMm", 1, 1_000, " mm"),
    /// Design: no zone lies 100 m from its origin.
    COORDINATE("zone.outlineMm", -100_000, 100_000, " mm"),
    /// Design: all corners of an outline and its holes together.
    CORNERS("zone.outlineMm", 3, 2_000, " corners"),
    PENETRATION("penetration", 0.01, 1, ""),
    /// Design: finer than coverage needs, as coarse as the cells of the figures.
    MAP_CELL("map.cellMm", 0.05, 2, " mm"),
    /// Design: as many as anybody looks at.
    SCENARIOS("scenarios", 1, 2_000, ""),
    /// Design: pairs of speed and duty beside the first, each of which is simulated anew.
    SCENARIO_MOTIONS("scenarios.others", 0, 100, ""),
    /// Design: standard deviations.
    SCENARIO_THICKNESS("scenarios.thicknessDeviations", -3, 3, " SD"),
    /// Design: of the speed that was told.
    SCENARIO_SPEED("scenarios.speed", 0.2, 5, ""),
    /// Design: simulations at a time.
    WORKERS("workers", 1, 64, "");

    private final String field;
    private final double min;
    private final double max;
    private final String unit;

    Limit(String field, double min, double max, String unit) {
        this.field = field;
        this.min = min;
        this.max = max;
        this.unit = unit;
    }

    /// Path of the field in files: `device.swathMm`.
    public String field() {
        return field;
    }

    /// The smallest value that is allowed, in the unit that the field's name says.
    public double min() {
        return min;
    }

    /// The largest value that is allowed, in the unit that the field's name says.
    public double max() {
        return max;
    }

    /// The range with its unit, in words: `0.05 to 5 mm`.
    public String range() {
        return plain(min) + " to " + plain(max) + unit;
    }

    /// @return the value
    /// @throws UnusableQuestion when it lies outside, or is not a number
    double check(double value) {
        if (!(value >= min && value <= max)) {
            throw new UnusableQuestion(field, plain(value) + unit, range());
        }
        return value;
    }

    /// Whole numbers without `.0`.
    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
