package org.stipple.dose.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which settings of several zones go together in one session?
///
/// Every zone is searched by itself; what no other combination beats is kept. A session is as good as its
/// worst zone: its under-dose and over-dose are the greatest of its zones, its time is the sum.
///
/// @param zones 1 to 40 of them, in the order in which they are answered
/// @param time on the skin of all zones together, turns and the way from zone to zone not counted; empty
///   where it is not limited
public record SessionQuestion(List<SettingsQuestion> zones, Optional<Duration> time) {

    private static final int MOST_ZONES = 40;

    /// Copies the list.
    ///
    /// @throws IllegalArgumentException when there is no zone, or more than 40
    public SessionQuestion {
        zones = List.copyOf(zones);
        if (zones.isEmpty() || zones.size() > MOST_ZONES) {
            throw new IllegalArgumentException("zones must be 1 to " + MOST_ZONES + ", were " + zones.size());
        }
    }

    /// The answer. The same for the same question, on any number of workers.
    ///
    /// @param workers how many simulations run at a time, 1 to 64
    /// @throws IllegalArgumentException when there are fewer or more workers
    /// @throws org.stipple.dose.UnusableQuestion when a depth or glide lies outside its range
    public SessionAnswer search(int workers) {
        var answers = new ArrayList<SettingsAnswer>();
        zones.forEach(zone -> answers.add(zone.search(workers)));
        return SessionAnswer.of(answers, time);
    }
}
