package org.stipple.phantom;

import java.util.List;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// A piece of skin, endless in all directions, as it is and not as a camera sees it.
///
/// @param type how much melanin: see [#itaDegrees(SkinType)]
/// @param haemoglobin blood in the upper dermis, 1 = typical of a cheek (design), 0 to 10
/// @param redness patches with more blood
/// @param relief root mean square height of the micro-relief
/// @param wrinkles grooves
/// @param poresPerCm2 openings of 0.2 mm radius and 0.06 mm depth, jittered on a grid
/// @param shine strength of the mirror-like part of the reflected light, 0 = none, 1 = oily
/// @param seed the individual: another seed is another person
public record Skin(
        SkinType type,
        double haemoglobin,
        List<RednessBlob> redness,
        Length relief,
        List<Wrinkle> wrinkles,
        double poresPerCm2,
        double shine,
        long seed) {

    /// @throws IllegalArgumentException outside these ranges
    public Skin {
        if (!(haemoglobin >= 0 && haemoglobin <= 10)) {
            throw new IllegalArgumentException("haemoglobin must be 0..10 (1 = typical), was " + haemoglobin);
        }
        if (!(poresPerCm2 >= 0 && poresPerCm2 <= 400)) {
            throw new IllegalArgumentException("pores must be 0..400 per cm2, was " + poresPerCm2);
        }
        if (!(shine >= 0 && shine <= 1)) {
            throw new IllegalArgumentException("shine must be 0..1, was " + shine);
        }
        redness = List.copyOf(redness);
        wrinkles = List.copyOf(wrinkles);
    }

    /// Plain skin: typical blood, a micro-relief of 0.02 mm, a little shine, no blobs, wrinkles or pores.
    public static Skin plain(SkinType type, long seed) {
        return new Skin(type, 1, List.of(), Length.ofMillimetres(0.02), List.of(), 0, 0.1, seed);
    }

    /// The same skin with another amount of blood; the patches of redness keep their ratio to the skin around
    /// them, so the mean haemoglobin of every zone changes by the same factor.
    public Skin withHaemoglobin(double haemoglobin) {
        return new Skin(type, haemoglobin, redness, relief, wrinkles, poresPerCm2, shine, seed);
    }

    /// The same skin with these patches of redness.
    public Skin withRedness(List<RednessBlob> redness) {
        return new Skin(type, haemoglobin, redness, relief, wrinkles, poresPerCm2, shine, seed);
    }

    /// The same skin with its micro-relief higher or lower.
    public Skin withRelief(Length relief) {
        return new Skin(type, haemoglobin, redness, relief, wrinkles, poresPerCm2, shine, seed);
    }

    /// The same skin with these wrinkles.
    public Skin withWrinkles(List<Wrinkle> wrinkles) {
        return new Skin(type, haemoglobin, redness, relief, wrinkles, poresPerCm2, shine, seed);
    }

    /// The same skin with so many pores.
    public Skin withPores(double poresPerCm2) {
        return new Skin(type, haemoglobin, redness, relief, wrinkles, poresPerCm2, shine, seed);
    }

    /// The same skin, drier or oilier.
    public Skin withShine(double shine) {
        return new Skin(type, haemoglobin, redness, relief, wrinkles, poresPerCm2, shine, seed);
    }

    /// Individual typology angle that stands for a skin type here: `design`, six values from very light to
    /// dark. In people the angle spreads widely within a type.
    public static double itaDegrees(SkinType type) {
        return switch (type) {
            case I -> 58;
            case II -> 48;
            case III -> 34;
            case IV -> 19;
            case V -> -8;
            case VI -> -42;
        };
    }
}
