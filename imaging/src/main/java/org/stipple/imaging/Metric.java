package org.stipple.imaging;

/// What can be read from skin, each with its unit.
public enum Metric {
    WRINKLE_DENSITY("wrinkle-density", "mm/cm2"),
    WRINKLE_WIDTH("wrinkle-width", "mm"),
    WRINKLE_DEPTH_PROXY("wrinkle-depth-proxy", "1"),
    PORE_DENSITY("pore-density", "1/cm2"),
    PORE_AREA("pore-area", "%"),
    /// Band-pass contrast, 0.3 to 3 mm.
    ROUGHNESS("roughness", "1"),
    SPOT_AREA("spot-area", "%"),
    MELANIN_INDEX("melanin-index", "1"),
    /// Individual typology angle, D65, 2 degrees.
    ITA("ita", "deg"),
    /// Mean of log10(R/G) of linear RGB over the zone: less is less red. It follows blood within one person;
    /// between people melanin moves it more than blood does.
    ERYTHEMA_INDEX("erythema-index", "1"),
    SHINE("shine", "%"),
    STRETCH_MARK_DENSITY("stretch-mark-density", "mm/cm2");

    private final String id;
    private final String unit;

    Metric(String id, String unit) {
        this.id = id;
        this.unit = unit;
    }

    /// The identifier in files: `erythema-index`.
    public String id() {
        return id;
    }

    /// Its unit as files write it; `1` for a pure number.
    public String unit() {
        return unit;
    }
}
