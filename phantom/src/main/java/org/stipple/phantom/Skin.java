package org.stipple.phantom;

import java.util.ArrayList;
import java.util.List;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// A piece of skin, endless in all directions, as it is and not as a camera sees it.
///
/// @param itaDegrees how light: the individual typology angle of the skin between its marks with typical blood,
///   -60 to 75
/// @param haemoglobin blood in the upper dermis, 1 = typical of a cheek (design), 0 to 10
/// @param relief root mean square height of the micro-relief
/// @param pores all over it
/// @param shine strength of the mirror-like part of the reflected light, 0 = none, 1 = oily
/// @param marks what has a place on it
/// @param seed the individual: another seed is another person
public record Skin(
        double itaDegrees, double haemoglobin, Length relief, Pores pores, double shine, List<Mark> marks, long seed) {

    /// @throws IllegalArgumentException outside these ranges
    public Skin {
        if (!(itaDegrees >= -60 && itaDegrees <= 75)) {
            throw new IllegalArgumentException("the typology angle must be -60..75 degrees, was " + itaDegrees);
        }
        if (!(haemoglobin >= 0 && haemoglobin <= 10)) {
            throw new IllegalArgumentException("haemoglobin must be 0..10 (1 = typical), was " + haemoglobin);
        }
        if (!(shine >= 0 && shine <= 1)) {
            throw new IllegalArgumentException("shine must be 0..1, was " + shine);
        }
        marks = List.copyOf(marks);
    }

    /// Plain skin: typical blood, a micro-relief of 0.02 mm, a little shine, no marks or pores.
    public static Skin plain(SkinType type, long seed) {
        return ofTone(itaDegrees(type), seed);
    }

    /// The same of any tone.
    ///
    /// @param itaDegrees -60 (very dark) to 75
    public static Skin ofTone(double itaDegrees, long seed) {
        return new Skin(itaDegrees, 1, Length.ofMillimetres(0.02), Pores.NONE, 0.1, List.of(), seed);
    }

    /// The same skin with another amount of blood; the patches of redness keep their ratio to the skin around
    /// them, so the mean haemoglobin of every zone changes by the same factor.
    public Skin withHaemoglobin(double haemoglobin) {
        return new Skin(itaDegrees, haemoglobin, relief, pores, shine, marks, seed);
    }

    /// The same skin with these patches of redness instead of its own.
    public Skin withRedness(List<RednessBlob> redness) {
        return with(RednessBlob.class, redness);
    }

    /// The same skin with its micro-relief higher or lower.
    public Skin withRelief(Length relief) {
        return new Skin(itaDegrees, haemoglobin, relief, pores, shine, marks, seed);
    }

    /// The same skin with these wrinkles instead of its own.
    public Skin withWrinkles(List<Wrinkle> wrinkles) {
        return with(Wrinkle.class, wrinkles);
    }

    /// The same skin with marks of one kind instead of those that it has of that kind.
    public <M extends Mark> Skin with(Class<M> kind, List<M> ofThatKind) {
        var all = new ArrayList<Mark>();
        for (Mark mark : marks) {
            if (!kind.isInstance(mark)) {
                all.add(mark);
            }
        }
        all.addAll(ofThatKind);
        return new Skin(itaDegrees, haemoglobin, relief, pores, shine, all, seed);
    }

    /// The same skin with so many pores, all alike.
    public Skin withPores(double poresPerCm2) {
        return withPores(Pores.alike(poresPerCm2));
    }

    /// The same skin with other pores.
    public Skin withPores(Pores pores) {
        return new Skin(itaDegrees, haemoglobin, relief, pores, shine, marks, seed);
    }

    /// The same skin, drier or oilier.
    public Skin withShine(double shine) {
        return new Skin(itaDegrees, haemoglobin, relief, pores, shine, marks, seed);
    }

    /// The marks of one kind, in order.
    public <M extends Mark> List<M> all(Class<M> kind) {
        return marks.stream().filter(kind::isInstance).map(kind::cast).toList();
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
