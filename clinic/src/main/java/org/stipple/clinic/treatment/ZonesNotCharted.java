package org.stipple.clinic.treatment;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stipple.clinic.treatment.NotCharted.Place;
import org.stipple.quantities.ZoneId;

/// Of several zones that were told at once, some do not hold together; nothing was written, of none.
public final class ZonesNotCharted extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Map<ZoneId, Map<Place, String>> wrong;

    /// @param wrong of each zone that does not hold together, what is wrong where; one at least
    public ZonesNotCharted(Map<ZoneId, Map<Place, String>> wrong) {
        super(new TreeMap<>(wrong)
                .entrySet().stream()
                        .map(zone -> zone.getKey().words() + ": "
                                + String.join("; ", new TreeMap<>(zone.getValue()).values()))
                        .collect(Collectors.joining(". ")));
        this.wrong = Map.copyOf(wrong);
    }

    /// What is wrong, zone by zone in their order.
    public Map<ZoneId, Map<Place, String>> wrong() {
        return new EnumMap<>(wrong);
    }
}
