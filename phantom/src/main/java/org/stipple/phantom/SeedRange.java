package org.stipple.phantom;

/// Seeds of invented people: what a method is tuned on must not be what it is judged by.
public enum SeedRange {
    /// For choosing limits and looking at pictures.
    TUNING(10_000),
    /// For the published results alone.
    HELD_OUT(20_000);

    /// How many seeds there are of each.
    public static final int SIZE = 10_000;

    private final long first;

    SeedRange(long first) {
        this.first = first;
    }

    /// @param number 0 to 9999
    /// @throws IllegalArgumentException for another number
    public long seed(int number) {
        if (number < 0 || number >= SIZE) {
            throw new IllegalArgumentException("a range has seeds 0.." + (SIZE - 1) + ", asked for " + number);
        }
        return first + number;
    }
}
