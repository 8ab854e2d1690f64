package org.stipple.clinic.access;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// How deep, where and with what somebody may treat. It limits the person and not the plan: what truly happened
/// is always charted.
///
/// @param deepest the deepest set depth; empty for no limit of their own
/// @param zones the zones they may treat; empty for all
/// @param devices identifiers of the devices they may use; empty for all
public record Scope(Optional<Depth> deepest, Set<ZoneId> zones, Set<String> devices) {

    /// No limit of one's own.
    public static final Scope ALL = new Scope(Optional.empty(), Set.of(), Set.of());

    public Scope {
        zones = zones.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(zones));
        devices = Collections.unmodifiableSet(new TreeSet<>(devices));
    }

    /// Whether the device may be used.
    public boolean covers(String device) {
        return devices.isEmpty() || devices.contains(device);
    }

    /// Whether the zone may be treated, at whatever depth.
    public boolean covers(ZoneId zone) {
        return zones.isEmpty() || zones.contains(zone);
    }

    /// What of a treatment is beyond it, in words for whoever reads the plan; empty when nothing is.
    ///
    /// @param device identifier of the device
    /// @param treated the depth by zone
    public List<String> beyond(String device, Map<ZoneId, Depth> treated) {
        var beyond = new ArrayList<String>();
        if (!covers(device)) {
            beyond.add("the device " + device + " is not in it");
        }
        new TreeMap<>(treated).forEach((zone, depth) -> {
            if (!covers(zone)) {
                beyond.add("the " + zone.words() + " is not in it");
            } else {
                deepest.filter(most -> depth.compareTo(most) > 0)
                        .ifPresent(most -> beyond.add("the " + zone.words() + " at " + depth + " is beyond " + most));
            }
        });
        return List.copyOf(beyond);
    }

    /// In words: `at most 1 mm; cheek left, cheek right; all devices`.
    public String words() {
        return equals(ALL)
                ? "no limit of their own"
                : deepest.map(most -> "at most " + most).orElse("any depth") + "; "
                        + (zones.isEmpty()
                                ? "all zones"
                                : zones.stream().map(ZoneId::words).collect(Collectors.joining(", ")))
                        + "; " + (devices.isEmpty() ? "all devices" : String.join(", ", devices));
    }

    /// The deepest depth in millimetres, as it is typed; empty for no limit.
    public String millimetres() {
        return deepest.map(Depth::millimetres)
                .map(BigDecimal::stripTrailingZeros)
                .map(BigDecimal::toPlainString)
                .orElse("");
    }
}
