package org.stipple.bench.judge;

/// What is asked of imaging on synthetic skin, and where that is written: `design` limits of this project's
/// reference on imaging, section 7, and of the issue that asks for them.
enum Target {
    WRINKLE_F1("wrinkles: F1 of centre lines at 0.3 mm", 0.85, true),
    WRINKLE_LENGTH("wrinkles: error of length, %", 10, false),
    WRINKLE_DEPTH("wrinkles: Spearman of depth proxy and depth", 0.9, true),
    PORE_F1("pores of 0.15 mm and more: F1", 0.8, true),
    PORE_COUNT("pores of 0.15 mm and more: error of count, %", 10, false),
    PORE_AREA("pores: error of area, %", 15, false),
    ROUGHNESS("roughness: Spearman of reading and relief in 0.3-3 mm", 0.9, true),
    SPOT_AREA("spots: error of area, %", 10, false),
    ITA("ITA: error with a card, degrees", 3, false),
    ERYTHEMA("erythema: Pearson's r of index and blood", 0.95, true),
    SHINE("shine: error of share, points", 2, false),
    STRETCH_MARK_F1("stretch marks: F1 of bands at 0.5 mm", 0.8, true),
    FALSE_CHANGE("unchanged skin said to have changed, % of verdicts", 5, false),
    FOUND_CHANGE("true changes of 20 % found, % of verdicts", 80, true),
    REGISTRATION_MEDIAN("registration of stretched skin: median error, mm", 0.1, false),
    REGISTRATION_P95("registration of stretched skin: 95th percentile, mm", 0.3, false),
    TAGS("tags found, %", 100, true),
    TAG_SCALE("scale from a tag: error, %", 0.5, false);

    private final String words;
    private final double limit;
    private final boolean atLeast;

    Target(String words, double limit, boolean atLeast) {
        this.words = words;
        this.limit = limit;
        this.atLeast = atLeast;
    }

    String words() {
        return words;
    }

    String limit() {
        return (atLeast ? "≥ " : "≤ ") + Figures.text(limit);
    }

    boolean isReached(double value) {
        return atLeast ? value >= limit : value <= limit;
    }
}
