package org.stipple.dose.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a search over the zones of a session found.
public sealed interface SessionAnswer {

    /// What was found for each zone by itself, in the order asked.
    List<SettingsAnswer> zones();

    /// Combinations, one setting a zone, of which no other has at most as much under-dose, over-dose and time and
    /// less of one of them.
    ///
    /// @param combinations one at least, in order of under-dose, then over-dose
    record Found(List<SettingsAnswer> zones, List<Combination> combinations) implements SessionAnswer {

        /// Copies the lists.
        public Found {
            zones = List.copyOf(zones);
            combinations = List.copyOf(combinations);
        }
    }

    /// One zone at least has no setting by itself: its own answer names the bounds.
    record ZoneInfeasible(List<SettingsAnswer> zones) implements SessionAnswer {

        /// Copies the list.
        public ZoneInfeasible {
            zones = List.copyOf(zones);
        }
    }

    /// Each zone has settings, but even the quickest of each take longer together than there is time.
    ///
    /// @param leastSeconds what the quickest take
    record TooLong(List<SettingsAnswer> zones, double leastSeconds) implements SessionAnswer {

        /// Copies the list.
        public TooLong {
            zones = List.copyOf(zones);
        }
    }

    /// One setting for each zone.
    ///
    /// @param settings in the order of the zones
    /// @param worst the greatest under-dose and the greatest over-dose of the zones, each by itself
    /// @param seconds on the skin, of all zones together, at the told speeds; rollers and stamps count as 0
    record Combination(List<Setting> settings, Misfit worst, double seconds) {

        /// Copies the list.
        public Combination {
            settings = List.copyOf(settings);
        }
    }

    /// Puts the zones' own answers together.
    ///
    /// @param zones one at least
    /// @param time of all together; empty where it is not limited
    static SessionAnswer of(List<SettingsAnswer> zones, Optional<Duration> time) {
        var fronts = new ArrayList<List<Setting>>();
        for (var zone : zones) {
            switch (zone) {
                case SettingsAnswer.Found(var settings) -> fronts.add(settings);
                case SettingsAnswer.Infeasible _ -> {
                    return new ZoneInfeasible(zones);
                }
            }
        }
        var combinations = new Combinations(fronts);
        double most = time.map(limit -> limit.toNanos() / 1e9).orElse(Double.POSITIVE_INFINITY);
        var within = combinations.front(most);
        return within.isEmpty() ? new TooLong(zones, combinations.leastSeconds()) : new Found(zones, within);
    }
}
