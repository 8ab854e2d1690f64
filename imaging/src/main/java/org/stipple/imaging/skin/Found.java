package org.stipple.imaging.skin;

/// What a metric says of one zone of one photo: a number, or why there is none.
public sealed interface Found {

    /// In the unit of the metric.
    record Value(double value) implements Found {}

    /// In words for a person.
    record None(String why) implements Found {}
}
