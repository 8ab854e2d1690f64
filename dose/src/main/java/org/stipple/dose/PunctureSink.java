package org.stipple.dose;

/// Where the punctures of a simulated treatment go, one by one, in the order in which they are made.
@FunctionalInterface
interface PunctureSink {

    /// One puncture, in the outline's frame, on the skin to be treated or where the lanes overshoot it.
    void puncture(double xMm, double yMm);
}
