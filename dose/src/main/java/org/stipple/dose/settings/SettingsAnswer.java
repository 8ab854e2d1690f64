package org.stipple.dose.settings;

import java.util.List;

/// What a search found.
public sealed interface SettingsAnswer {

    /// Every setting within the bounds that no other beats: none has at most as much under-dose, over-dose
    /// and time as another and less of one of them. Of several that are alike, the one with most directions,
    /// then most passes: crossed passes are more even (dose reference, 2.2).
    ///
    /// @param settings one at least, in order of under-dose in the worst case, then over-dose, then time
    record Found(List<Setting> settings) implements SettingsAnswer {

        /// Copies the list.
        public Found {
            settings = List.copyOf(settings);
        }
    }

    /// There is none.
    ///
    /// @param unless the smallest sets of bounds of which one would have to give way altogether
    record Infeasible(List<List<Bound>> unless) implements SettingsAnswer {

        /// Copies the lists.
        public Infeasible {
            unless = unless.stream().map(List::copyOf).toList();
        }
    }
}
