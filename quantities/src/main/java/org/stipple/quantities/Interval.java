package org.stipple.quantities;

import java.util.Optional;

/// A closed interval, both ends inside. Never empty: an intersection that would be is absent instead.
///
/// @param <T> what is ordered: a [Depth], a number of sessions or of days
public record Interval<T extends Comparable<? super T>>(T min, T max) {

    /// @throws IllegalArgumentException when `min` is above `max`
    public Interval {
        if (min.compareTo(max) > 0) {
            throw new IllegalArgumentException("interval must have min <= max, was " + min + " to " + max);
        }
    }

    /// @throws IllegalArgumentException when `min` is above `max`
    public static <T extends Comparable<? super T>> Interval<T> of(T min, T max) {
        return new Interval<>(min, max);
    }

    /// Whether the value lies inside or on an end.
    public boolean contains(T value) {
        return min.compareTo(value) <= 0 && value.compareTo(max) <= 0;
    }

    /// What both allow; absent when they allow nothing in common.
    public Optional<Interval<T>> intersect(Interval<T> other) {
        T low = min.compareTo(other.min) >= 0 ? min : other.min;
        T high = max.compareTo(other.max) <= 0 ? max : other.max;
        return low.compareTo(high) <= 0 ? Optional.of(new Interval<>(low, high)) : Optional.empty();
    }

    /// The value itself inside, else the nearer end.
    public T nearest(T value) {
        if (value.compareTo(min) < 0) {
            return min;
        }
        return value.compareTo(max) > 0 ? max : value;
    }
}
