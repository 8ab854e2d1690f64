package org.stipple.imaging;

/// What can be read from skin, each with its unit.
public enum Metric {
    WRINKLE_DENSITY("wrinkle-density", "mm/cm2", Better.LESS),
    WRINKLE_WIDTH("wrinkle-width", "mm", Better.LESS),
    WRINKLE_DEPTH_PROXY("wrinkle-depth-proxy", "1", Better.LESS),
    PORE_DENSITY("pore-density", "1/cm2", Better.LESS),
    PORE_AREA("pore-area", "%", Better.LESS),
    /// Band-pass contrast, 0.3 to 3 mm.
    ROUGHNESS("roughness", "1", Better.LESS),
    SPOT_AREA("spot-area", "%", Better.LESS),
    MELANIN_INDEX("melanin-index", "1", Better.NEITHER),
    /// Individual typology angle, D65, 2 degrees.
    ITA("ita", "deg", Better.NEITHER),
    /// Mean of log10(R/G) of linear RGB over the zone: less is less red. It follows blood within one person;
    /// between people melanin moves it more than blood does.
    ERYTHEMA_INDEX("erythema-index", "1", Better.LESS),
    SHINE("shine", "%", Better.LESS),
    STRETCH_MARK_DENSITY("stretch-mark-density", "mm/cm2", Better.LESS);

    private final String id;
    private final String unit;
    private final Better better;

    Metric(String id, String unit, Better better) {
        this.id = id;
        this.unit = unit;
        this.better = better;
    }

    /// The identifier in files: `erythema-index`.
    public String id() {
        return id;
    }

    /// Its unit as files write it; `1` for a pure number.
    public String unit() {
        return unit;
    }

    /// In which direction it is better.
    public Better better() {
        return better;
    }

    /// Whether it reads pigment, which redness hides or feigns.
    boolean isPigment() {
        return switch (this) {
            case SPOT_AREA, MELANIN_INDEX, ITA -> true;
            case WRINKLE_DENSITY,
                    WRINKLE_WIDTH,
                    WRINKLE_DEPTH_PROXY,
                    PORE_DENSITY,
                    PORE_AREA,
                    ROUGHNESS,
                    ERYTHEMA_INDEX,
                    SHINE,
                    STRETCH_MARK_DENSITY -> false;
        };
    }
}
