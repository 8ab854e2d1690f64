package org.stipple.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What stands in the way of reading a zone: of every reading, or, as a gate that failed, of those it concerns.
final class Obstacles {

    private final List<String> every;
    private final List<Gate> gates = new ArrayList<>();

    Obstacles(List<String> every) {
        this.every = new ArrayList<>(every);
    }

    /// Stands in the way of every reading.
    void add(String why) {
        every.add(why);
    }

    /// Gates that were judged, passed or not.
    void judged(List<Gate> judged) {
        gates.addAll(judged);
    }

    /// Why a metric cannot be read, each reason once; none where it can.
    List<String> to(Metric metric) {
        return Stream.concat(every.stream(), GateScope.faults(gates, metric).stream())
                .distinct()
                .toList();
    }
}
