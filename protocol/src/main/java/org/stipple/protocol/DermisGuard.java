package org.stipple.protocol;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stipple.dose.DermisReach;
import org.stipple.dose.Needle;
import org.stipple.dose.SkinThickness;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;
import org.stipple.quantities.Sex;
import org.stipple.quantities.ZoneId;

/// In zones with bone, vessels or tendons close below, almost no needle may pass the dermis. Immutable; the
/// depths are worked out when the knowledge is loaded.
final class DermisGuard {

    private static final Depth LONGEST = Depth.ofMicrometres(5_000);

    private final Fraction penetration;
    private final Fraction most;
    private final Set<ZoneId> zones;
    private final Map<ZoneId, Map<Sex, Depth>> deepest = new EnumMap<>(ZoneId.class);

    /// @param zones where it holds
    /// @param penetration part of the set depth that is taken to be reached on average
    /// @param most part of the punctures that may pass the dermis
    DermisGuard(Set<ZoneId> zones, Fraction penetration, Fraction most, Map<ZoneId, SkinZone> known) {
        this.zones = EnumSet.copyOf(zones);
        this.penetration = penetration;
        this.most = most;
        // Left and right share their layers, and skin of no known sex is that of one.
        var byLayers = new IdentityHashMap<SkinZone.Thickness.Layers, Optional<Depth>>();
        for (var zone : zones) {
            var bySex = new EnumMap<Sex, Depth>(Sex.class);
            var skin = known.get(zone);
            if (skin != null && skin.thickness().isPresent()) {
                for (var sex : Sex.values()) {
                    var layers = skin.thickness().get().of(Optional.of(sex));
                    if (layers.isPresent()) {
                        byLayers.computeIfAbsent(layers.get(), _ -> deepest(skin, sex))
                                .ifPresent(depth -> bySex.put(sex, depth));
                    }
                }
            }
            deepest.put(zone, bySex);
        }
    }

    boolean holdsIn(ZoneId zone) {
        return zones.contains(zone);
    }

    /// The deepest setting that lets no more than the allowed part through.
    ///
    /// @param sex where it is unknown the thinner skin counts
    /// @return empty where no source gives the thickness
    Optional<Depth> deepest(ZoneId zone, Optional<Sex> sex) {
        return Optional.ofNullable(deepest.getOrDefault(zone, Map.of()).get(sex.isPresent() ? sex.get() : Sex.OTHER));
    }

    Fraction most() {
        return most;
    }

    /// Part of the punctures that passes the dermis.
    ///
    /// @return empty where no source gives the thickness
    Optional<Fraction> beyond(SkinZone zone, Optional<Sex> sex, Depth set, Needle needle) {
        return beyond(zone.skin(sex), set, needle);
    }

    private Optional<Fraction> beyond(SkinThickness skin, Depth set, Needle needle) {
        return DermisReach.at(set, penetration, needle, skin) instanceof DermisReach.Reached(var _, var beyond)
                ? Optional.of(beyond)
                : Optional.empty();
    }

    /// The deeper the setting, the more gets through, so halving finds it.
    private Optional<Depth> deepest(SkinZone zone, Sex sex) {
        var needle = Needle.cylinder(Length.ofMillimetres(0.25), LONGEST);
        var skin = zone.skin(Optional.of(sex));
        int allowed = 0;
        int tooDeep = LONGEST.micrometres();
        while (tooDeep - allowed > 1) {
            int middle = (allowed + tooDeep) / 2;
            var beyond = beyond(skin, Depth.ofMicrometres(middle), needle);
            if (beyond.isEmpty()) {
                return Optional.empty();
            }
            if (beyond.get().compareTo(most) <= 0) {
                allowed = middle;
            } else {
                tooDeep = middle;
            }
        }
        return Optional.of(Depth.ofMicrometres(allowed));
    }
}
