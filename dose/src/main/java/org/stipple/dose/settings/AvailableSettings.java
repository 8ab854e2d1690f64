package org.stipple.dose.settings;

import java.util.List;
import java.util.TreeSet;
import org.stipple.dose.UnusableQuestion;
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

    /// Design: a device has some thousands, each of which is judged at once.
    private static final long MOST_COMBINATIONS = 20_000;

    private static final int MOST_DEPTHS = 100;
    private static final int MOST_PASSES = 100;
    private static final int MOST_DIRECTIONS = 16;
    private static final int MOST_GLIDES = 50;

    /// Sorts them and takes each once.
    ///
    /// @throws UnusableQuestion when one of the lists is empty, too long or out of range, or all together are
    ///   too many
    public AvailableSettings {
        depths = List.copyOf(new TreeSet<>(depths));
        passes = List.copyOf(new TreeSet<>(passes));
        directions = List.copyOf(new TreeSet<>(directions));
        glides = List.copyOf(new TreeSet<>(glides));
        checkCount("available.depthsMm", depths.size(), MOST_DEPTHS);
        checkCount("available.glidesMmPerS", glides.size(), MOST_GLIDES);
        checkRange("available.passes", passes, MOST_PASSES);
        checkRange("available.directions", directions, MOST_DIRECTIONS);
        long all = (long) depths.size() * glides.size() * passes.size() * directions.size();
        if (all > MOST_COMBINATIONS) {
            throw new UnusableQuestion("available", all + " combinations", "at most " + MOST_COMBINATIONS);
        }
    }

    /// One to eight passes in one, two or four directions (dose reference, optimiser; the directions are design).
    public static AvailableSettings usual(List<Depth> depths, List<GlideSpeed> glides) {
        return new AvailableSettings(depths, List.of(1, 2, 3, 4, 5, 6, 7, 8), List.of(1, 2, 4), glides);
    }

    private static void checkCount(String what, int count, int most) {
        if (count < 1 || count > most) {
            throw new UnusableQuestion(what, count + " values", "1 to " + most + " values");
        }
    }

    private static void checkRange(String what, List<Integer> values, int most) {
        checkCount(what, values.size(), most);
        if (values.getFirst() < 1 || values.getLast() > most) {
            throw new UnusableQuestion(what, values.toString(), "each 1 to " + most);
        }
    }
}
