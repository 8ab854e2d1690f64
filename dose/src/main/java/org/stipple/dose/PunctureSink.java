package org.stipple.dose;

/// Where the punctures of a simulated treatment go, in the order in which they are made.
///
/// They come by the thousand, because a call for each of them costs as much as what is done with it.
@FunctionalInterface
interface PunctureSink {

    /// The next punctures, in the outline's frame, on the skin to be treated or where the lanes overshoot it. The
    /// arrays belong to the caller, who writes the next ones into them.
    ///
    /// @param count how many there are at the beginning of the arrays
    void punctures(double[] xMm, double[] yMm, int count);
}
