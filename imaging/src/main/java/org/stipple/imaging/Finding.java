package org.stipple.imaging;

/// What can be pointed at in a photo, pixel by pixel.
public enum Finding {
    /// Centre lines, one pixel wide.
    WRINKLES("wrinkles"),
    PORES("pores"),
    SPOTS("spots"),
    /// Bands, as wide as they are.
    STRETCH_MARKS("stretch-marks"),
    /// Where the skin mirrors the light.
    SHINE("shine");

    private final String id;

    Finding(String id) {
        this.id = id;
    }

    /// The identifier in names of files: `stretch-marks`.
    public String id() {
        return id;
    }
}
