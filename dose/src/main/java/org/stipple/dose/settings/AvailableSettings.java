package org.stipple.dose.settings;

import java.util.List;
import java.util.TreeSet;
import org.stipple.quantities.Depth;
import org.stipple.quantities.GlideSpeed;

/// What can be set and done: every combination is looked at.
///
/// @param depths steps of the device, 1 to 100 of them
/// @param passes 1 to 100; 1 to 8 by [#usual(List, List)]
/// @param directions in which passes may run, each 1 to 16; a treatment has no more directions than passes
/// @param glides for pens; rollers and stamps take the first, which changes nothing
public record AvailableSettings(
        List<Depth> depths, List<Integer> passes, List<Integer> directions, List<GlideSpeed> glides) {

    private static final int MOST_DEPTHS = 100;
    private static final int MOST_PASSES = 100;
    private static final int MOST_DIRECTIONS = 16;
    private static final int MOST_GLIDES = 50;

    /// Sorts them and takes each once.
    ///
    /// @throws IllegalArgumentException when one of the lists is empty, too long or out of range
    public AvailableSettings {
        depths = List.copyOf(new TreeSet<>(depths));
        passes = List.copyOf(new TreeSet<>(passes));
        directions = List.copyOf(new TreeSet<>(directions));
        glides = List.copyOf(new TreeSet<>(glides));
        checkCount("depths", depths.size(), MOST_DEPTHS);
        checkCount("glides", glides.size(), MOST_GLIDES);
        checkRange("passes", passes, MOST_PASSES);
        checkRange("directions", directions, MOST_DIRECTIONS);
    }

    /// One to eight passes in one, two or four directions (dose reference, optimiser; the directions are design).
    public static AvailableSettings usual(List<Depth> depths, List<GlideSpeed> glides) {
        return new AvailableSettings(depths, List.of(1, 2, 3, 4, 5, 6, 7, 8), List.of(1, 2, 4), glides);
    }

    private static void checkCount(String what, int count, int most) {
        if (count < 1 || count > most) {
            throw new IllegalArgumentException(what + " must be 1 to " + most + ", were " + count);
        }
    }

    private static void checkRange(String what, List<Integer> values, int most) {
        checkCount(what, values.size(), most);
        if (values.getFirst() < 1 || values.getLast() > most) {
            throw new IllegalArgumentException(what + " must each be 1 to " + most + ", were " + values);
        }
    }
}
