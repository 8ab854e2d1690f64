package org.stipple.cli;

import java.util.List;

/// What the fuzzer is let loose on, and what the tests replay in every run: a reader of what comes from
/// outside, to which any bytes may be given. It answers or refuses in its own words; whatever else it throws is
/// a fault, and so is an answer that contradicts itself.
interface FuzzTarget {

    /// All of them, by name.
    List<FuzzTarget> ALL = List.of(
            new FuzzJpeg(),
            new FuzzPng(),
            new FuzzExif(),
            new FuzzProfile(),
            new FuzzZones(),
            new FuzzLandmarks(),
            new FuzzSeries(),
            new FuzzAnswers());

    /// The word for it on the command line.
    String name();

    /// Small inputs from which to begin, with what was ever found.
    List<byte[]> seeds();

    /// Reads them.
    ///
    /// @throws AssertionError when what it answers contradicts itself
    void read(byte[] bytes);
}
