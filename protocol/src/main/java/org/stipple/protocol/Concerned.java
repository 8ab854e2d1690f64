package org.stipple.protocol;

import java.util.List;
import org.stipple.quantities.ZoneId;

/// Which of the indications sought a rule speaks of.
final class Concerned {

    private Concerned() {}

    /// Whether a rule with this condition, which holds in these zones, speaks of an indication: it must be
    /// sought there, and be one of those that the condition names, or that make its circumstance.
    static boolean isConcerned(Condition when, Case patient, Sought sought, List<ZoneId> zones) {
        for (var zone : zones) {
            if (isSoughtOrOutside(when, patient, sought, zone) && speaksOf(when, patient, sought, zone)) {
                return true;
            }
        }
        return false;
    }

    /// A rule about what does not belong to a zone speaks of what is not treated there.
    private static boolean isSoughtOrOutside(Condition when, Case patient, Sought sought, ZoneId zone) {
        return patient.soughtIn(zone).contains(sought)
                || when instanceof Condition.Circumstantial(var circumstance)
                        && circumstance == Circumstance.INDICATION_ELSEWHERE;
    }

    private static boolean speaksOf(Condition when, Case patient, Sought sought, ZoneId zone) {
        return switch (when) {
            case Condition.All(var of) -> of.stream().allMatch(one -> speaksOf(one, patient, sought, zone));
            case Condition.Any(var of) -> of.stream().anyMatch(one -> speaksOf(one, patient, sought, zone));
            case Condition.Not(Condition.Asks(var indications)) ->
                (indications >>> sought.indication().ordinal() & 1) == 0;
            case Condition.Asks(var indications) ->
                (indications >>> sought.indication().ordinal() & 1) != 0;
            case Condition.AsksSubtype(var subtype) -> subtype.equals(sought);
            case Condition.Circumstantial(var circumstance) -> isOf(circumstance, patient, sought, zone);
            case Condition.Possibly(var of) -> speaksOf(of, patient, sought, zone);
            case Condition.Not _,
                    Condition.Is _,
                    Condition.OneOf _,
                    Condition.Between _,
                    Condition.Within _,
                    Condition.InZone _,
                    Condition.At _,
                    Condition.Under _,
                    Condition.By _,
                    Condition.Since _,
                    Condition.In _,
                    Condition.With _,
                    Condition.Anaesthetised _ -> true;
        };
    }

    private static boolean isOf(Circumstance circumstance, Case patient, Sought sought, ZoneId zone) {
        return switch (circumstance) {
            case DEVICE_NOT_CLEARED_HERE ->
                patient.device()
                        .map(device -> device.clearanceFor(sought, zone).isEmpty())
                        .orElse(false);
            case INDICATION_NOT_IN_ZONE, INDICATION_ELSEWHERE ->
                !patient.contents().treatment(sought.indication()).zones().contains(zone);
            case DEVICE_RADIO_FREQUENCY,
                    DEVICE_WITHOUT_CLEARANCE,
                    DEVICE_NOT_FOR_HOME,
                    BELOW_LABEL_AGE,
                    SKIN_TYPE_OUTSIDE_LABEL,
                    ZONE_WITHOUT_CAP,
                    OUTSIDE_SCOPE,
                    NO_DEPTH_LEFT,
                    NO_DEPTH_PERMITTED,
                    DEPTH_NEEDS_SIGNATURE,
                    DEPTH_BEYOND_UNVERIFIED_LAW,
                    GOAL_NOT_MET,
                    GOAL_BEYOND_HOME_CAP,
                    DEPTH_BEYOND_SKIN,
                    LAW_BOUNDS_DEPTH,
                    INDICATIONS_DIFFER,
                    NEEDLED_HERE_BEFORE,
                    ANAESTHETIC_TOO_MUCH,
                    ANAESTHETIC_TOO_SHORT,
                    ANAESTHETIC_UNCHECKED,
                    NEEDLED_DEEPLY_BEFORE,
                    MANY_SESSIONS_BEFORE,
                    JURISDICTION_UNSTATED,
                    OPERATOR_UNSTATED,
                    LAW_UNKNOWN,
                    OPERATOR_LAW_UNKNOWN -> true;
        };
    }
}
