package org.stipple.protocol;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stipple.quantities.SkinType;

/// Works out every [Circumstance] of a case, for all its zones at once: sets of zones are numbers here, and
/// depths are micrometres ([DepthProgram]). What it gives is what [Circumstance#everywhere] gives. Immutable.
final class CircumstanceProgram {

    private static final int ALL_SKIN_TYPES = (1 << SkinType.values().length) - 1;

    /// A clearance with its sets as numbers.
    ///
    /// @param zones as [ZoneTruths#mask]
    /// @param skinTypes bit k stands for type k + 1; none where the label does not say
    private record Cleared(Device.Clearance clearance, int zones, int skinTypes) {

        static Cleared of(Device.Clearance clearance) {
            int types = 0;
            for (var type : clearance.skinTypes()) {
                types |= 1 << type.ordinal();
            }
            return new Cleared(clearance, ZoneTruths.mask(clearance.zones()), types);
        }

        boolean isFor(Sought sought) {
            return clearance.indications().contains(sought.indication())
                    && (clearance.subtypes().isEmpty() || clearance.subtypes().contains(sought.subtype()));
        }

        boolean settlesNothing() {
            return skinTypes == 0 || skinTypes == ALL_SKIN_TYPES;
        }
    }

    private final Contents contents;
    private final DepthProgram depths;
    private final Map<String, Cleared[]> devices;
    private final int withoutCap;

    CircumstanceProgram(Contents contents) {
        this.contents = contents;
        this.depths = new DepthProgram(contents);
        this.devices = devices(contents.devices().values());
        this.withoutCap = withoutCap(contents);
    }

    private static Map<String, Cleared[]> devices(Collection<Device> devices) {
        var clearances = new HashMap<String, Cleared[]>();
        for (var device : devices) {
            var cleared = new Cleared[device.clearances().size()];
            for (int i = 0; i < cleared.length; i++) {
                cleared[i] = Cleared.of(device.clearances().get(i));
            }
            clearances.put(device.id(), cleared);
        }
        return clearances;
    }

    private static int withoutCap(Contents contents) {
        int zones = 0;
        for (var zone : contents.zones().values()) {
            zones |= zone.cap().isEmpty() ? ZoneTruths.bit(zone.id()) : 0;
        }
        return zones;
    }

    /// @param into where the truth of circumstance k goes to place `from` + k
    void run(Case patient, Circumstance[] asked, long[] into, int from) {
        var device = patient.device().isPresent()
                ? devices.get(patient.device().get().id())
                : null;
        var depth = device == null ? null : depths.in(patient);
        for (var circumstance : asked) {
            into[from + circumstance.ordinal()] = truth(circumstance, patient, device, depth);
        }
    }

    private long truth(
            Circumstance circumstance, Case patient, Cleared @Nullable [] device, DepthProgram.@Nullable Zones depth) {
        return switch (circumstance) {
            case DEVICE_NOT_CLEARED_HERE -> device == null ? 0 : notCleared(patient, device);
            case SKIN_TYPE_OUTSIDE_LABEL -> device == null ? 0 : skinTypeOutsideLabel(patient, device);
            case INDICATION_NOT_IN_ZONE -> ZoneTruths.trueIn(patient.asked() & ~someTreated(patient));
            case INDICATION_ELSEWHERE -> ZoneTruths.trueIn(someTreated(patient) & ~allTreated(patient));
            case INDICATIONS_DIFFER -> depth == null ? 0 : ZoneTruths.trueIn(depth.preferredDiffer());
            case LAW_BOUNDS_DEPTH -> depth == null ? 0 : ZoneTruths.trueIn(depth.boundByLaw());
            case ZONE_WITHOUT_CAP -> ZoneTruths.trueIn(withoutCap & patient.asked());
            case OUTSIDE_SCOPE -> ZoneTruths.trueIn(patient.asked() & ~patient.inScope());
            case NO_DEPTH_LEFT -> depth == null ? 0 : ZoneTruths.trueIn(depth.none());
            case NO_DEPTH_PERMITTED -> depth == null ? 0 : ZoneTruths.trueIn(depth.forbidden());
            case DEPTH_NEEDS_SIGNATURE -> depth == null ? 0 : ZoneTruths.trueIn(depth.needSignature());
            case DEPTH_BEYOND_UNVERIFIED_LAW -> depth == null ? 0 : ZoneTruths.trueIn(depth.exceedUnverifiedLaw());
            case GOAL_NOT_MET -> depth == null ? 0 : ZoneTruths.trueIn(depth.goalNotMet());
            case DEPTH_BEYOND_SKIN -> depth == null ? 0 : ZoneTruths.trueIn(depth.beyondSkin());
            case NEEDLED_HERE_BEFORE ->
                patient.answer(Fact.PREVIOUS_NEEDLING_ZONES) instanceof Answer.InZones(var zones)
                        ? ZoneTruths.trueIn(patient.askedOf(zones))
                        : patient.everywhere(true);
            case DEVICE_RADIO_FREQUENCY,
                    DEVICE_WITHOUT_CLEARANCE,
                    DEVICE_NOT_FOR_HOME,
                    BELOW_LABEL_AGE,
                    GOAL_BEYOND_HOME_CAP,
                    ANAESTHETIC_TOO_MUCH,
                    ANAESTHETIC_TOO_SHORT,
                    ANAESTHETIC_UNCHECKED,
                    NEEDLED_DEEPLY_BEFORE,
                    MANY_SESSIONS_BEFORE,
                    JURISDICTION_UNSTATED,
                    OPERATOR_UNSTATED,
                    LAW_UNKNOWN,
                    OPERATOR_LAW_UNKNOWN -> circumstance.everywhere(patient);
        };
    }

    private static long notCleared(Case patient, Cleared[] device) {
        if (device.length == 0) {
            return ZoneTruths.NOWHERE;
        }
        int uncleared = 0;
        var indications = patient.facts().indications();
        for (int i = 0; i < indications.size(); i++) {
            uncleared |= patient.whereSoughtAt(i) & ~zonesFor(indications.get(i), device);
        }
        return ZoneTruths.trueIn(uncleared);
    }

    private static int zonesFor(Sought sought, Cleared[] device) {
        int zones = 0;
        for (var cleared : device) {
            zones |= cleared.isFor(sought) ? cleared.zones : 0;
        }
        return zones;
    }

    private int someTreated(Case patient) {
        int some = 0;
        var indications = patient.facts().indications();
        for (int i = 0; i < indications.size(); i++) {
            some |= contents.treated().of(indications.get(i).indication());
        }
        return patient.asked() & some;
    }

    private int allTreated(Case patient) {
        int all = patient.asked();
        var indications = patient.facts().indications();
        for (int i = 0; i < indications.size(); i++) {
            all &= contents.treated().of(indications.get(i).indication());
        }
        return all;
    }

    /// Where the use is cleared its own skin types count, else all that the device is cleared for.
    private static long skinTypeOutsideLabel(Case patient, Cleared[] device) {
        int skin = patient.answer(Fact.FITZPATRICK) instanceof Answer.Whole(var number) ? 1 << (number - 1) : 0;
        var elsewhere = outside(device, skin);
        long truths = ZoneTruths.NOWHERE;
        var indications = patient.facts().indications();
        for (int i = 0; i < indications.size(); i++) {
            int rest = patient.whereSoughtAt(i);
            for (var cleared : device) {
                int here = rest & cleared.zones;
                if (here != 0 && cleared.isFor(indications.get(i))) {
                    truths |= truths(cleared.settlesNothing() ? Truth.FALSE : outside(cleared.skinTypes, skin), here);
                    rest &= ~here;
                }
            }
            truths |= truths(elsewhere, rest);
        }
        return truths;
    }

    private static Truth outside(Cleared[] device, int skin) {
        if (device.length == 0) {
            return Truth.FALSE;
        }
        int types = 0;
        for (var cleared : device) {
            if (cleared.settlesNothing()) {
                return Truth.FALSE;
            }
            types |= cleared.skinTypes;
        }
        return outside(types, skin);
    }

    private static Truth outside(int types, int skin) {
        return skin == 0 ? Truth.UNKNOWN : Truth.of((types & skin) == 0);
    }

    private static long truths(Truth truth, int zones) {
        return switch (truth) {
            case TRUE -> ZoneTruths.trueIn(zones);
            case UNKNOWN -> ZoneTruths.unknownIn(zones);
            case FALSE -> ZoneTruths.NOWHERE;
        };
    }
}
