package org.stipple.quantities;

/// Fitzpatrick skin phototype, I to VI. Source: Fitzpatrick, Arch Dermatol 1988;124:869-71.
public enum SkinType {
    I,
    II,
    III,
    IV,
    V,
    VI;

    /// @throws IllegalArgumentException outside 1..6
    public static SkinType ofNumber(int number) {
        if (number < 1 || number > 6) {
            throw new IllegalArgumentException("Fitzpatrick skin type must be 1..6, was " + number);
        }
        return values()[number - 1];
    }

    /// 1 for I to 6 for VI.
    public int number() {
        return ordinal() + 1;
    }
}
