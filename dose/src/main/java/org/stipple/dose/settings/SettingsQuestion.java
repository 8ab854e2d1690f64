package org.stipple.dose.settings;

import org.stipple.dose.DoseQuestion;

/// Which settings come nearest to a goal?
///
/// Searched by closed forms over every combination; simulated are those that no other beats.
///
/// @param zone device, skin, penetrations and seed; of its technique contact, efficiency, variation and jitter
/// @param goal what it should receive
/// @param available what can be set
/// @param bounds within which it must stay
public record SettingsQuestion(DoseQuestion zone, DoseGoal goal, AvailableSettings available, DoseBounds bounds) {

    private static final int MOST_WORKERS = 64;

    /// The answer. The same for the same question, on any number of workers.
    ///
    /// @param workers how many simulations run at a time, 1 to 64, each of which takes some tens of megabytes
    /// @throws IllegalArgumentException when there are fewer or more workers
    /// @throws org.stipple.dose.UnusableQuestion when a depth or glide lies outside its range
    public SettingsAnswer search(int workers) {
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new IllegalArgumentException("workers must be 1 to " + MOST_WORKERS + ", were " + workers);
        }
        return new Search(this, workers).answer();
    }
}
