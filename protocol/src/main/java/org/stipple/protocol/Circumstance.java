package org.stipple.protocol;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.stipple.quantities.ZoneId;

/// What is worked out from a case and the knowledge together, so that a rule can speak of it.
enum Circumstance {
    DEVICE_RADIO_FREQUENCY("device-radio-frequency", false),
    DEVICE_WITHOUT_CLEARANCE("device-without-clearance", false),
    DEVICE_NOT_CLEARED_HERE("device-not-cleared-here", true),
    DEVICE_NOT_FOR_HOME("device-not-for-home", false),
    BELOW_LABEL_AGE("below-label-age", false, Fact.AGE),
    SKIN_TYPE_OUTSIDE_LABEL("skin-type-outside-label", true, Fact.FITZPATRICK),
    INDICATION_NOT_IN_ZONE("indication-not-in-zone", true),
    ZONE_WITHOUT_CAP("zone-without-cap", true),
    NO_DEPTH_LEFT("no-depth-left", true),
    DEPTH_NEEDS_SIGNATURE("depth-needs-signature", true),
    DEPTH_BEYOND_UNVERIFIED_LAW("depth-beyond-unverified-law", true),
    GOAL_NOT_MET("goal-not-met", true),
    GOAL_BEYOND_HOME_CAP("goal-beyond-home-cap", false),
    DEPTH_BEYOND_SKIN("depth-beyond-skin", true),
    NEEDLED_HERE_BEFORE("needled-here-before", true),
    NEEDLED_DEEPLY_BEFORE("needled-deeply-before", false),
    MANY_SESSIONS_BEFORE("many-sessions-before", false),
    JURISDICTION_UNSTATED("jurisdiction-unstated", false),
    OPERATOR_UNSTATED("operator-unstated", false),
    LAW_UNKNOWN("law-unknown", false);

    /// The longest series that was read had 12 sessions (Juhasz & Cohen 2020, table 1).
    private static final int MANY_SESSIONS = 12;

    private final String id;
    private final boolean dependsOnZone;
    private final Set<Fact> facts;

    Circumstance(String id, boolean dependsOnZone, Fact... facts) {
        this.id = id;
        this.dependsOnZone = dependsOnZone;
        this.facts = Set.of(facts);
    }

    String id() {
        return id;
    }

    boolean dependsOnZone() {
        return dependsOnZone;
    }

    /// The facts without which it is unknown.
    Set<Fact> facts() {
        return facts;
    }

    static Optional<Circumstance> find(String id) {
        return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
    }

    Truth holds(Case patient, ZoneId zone) {
        return switch (this) {
            case DEVICE_RADIO_FREQUENCY -> Truth.of(patient.facts().device().startsWith("rf-"));
            case DEVICE_WITHOUT_CLEARANCE ->
                Truth.of(patient.device()
                        .map(device -> device.clearances().isEmpty())
                        .orElse(false));
            case DEVICE_NOT_CLEARED_HERE ->
                Truth.of(patient.device()
                        .map(device -> !device.clearances().isEmpty()
                                && patient.facts().indications().stream()
                                        .anyMatch(sought -> device.clearanceFor(sought, zone)
                                                .isEmpty()))
                        .orElse(false));
            case DEVICE_NOT_FOR_HOME ->
                Truth.of(patient.device().map(device -> !device.forHome()).orElse(false));
            case BELOW_LABEL_AGE -> belowLabelAge(patient);
            case SKIN_TYPE_OUTSIDE_LABEL -> skinTypeOutsideLabel(patient, zone);
            case INDICATION_NOT_IN_ZONE ->
                Truth.of(patient.facts().indications().stream()
                        .anyMatch(sought -> !patient.contents()
                                .treatment(sought.indication())
                                .zones()
                                .contains(zone)));
            case ZONE_WITHOUT_CAP ->
                Truth.of(patient.contents().zone(zone).cap().isEmpty());
            case NO_DEPTH_LEFT -> Truth.of(patient.depth(zone).orElse(null) instanceof DepthRange.Empty);
            case DEPTH_NEEDS_SIGNATURE ->
                Truth.of(patient.depth(zone).orElse(null) instanceof DepthRange.Settable settable
                        && settable.needsSignature());
            case DEPTH_BEYOND_UNVERIFIED_LAW ->
                Truth.of(patient.depth(zone).orElse(null) instanceof DepthRange.Settable settable
                        && settable.exceedsUnverifiedLaw());
            case GOAL_NOT_MET ->
                Truth.of(patient.depth(zone).orElse(null) instanceof DepthRange.Settable settable
                        && !settable.goalMet());
            case GOAL_BEYOND_HOME_CAP ->
                Truth.of(patient.facts().setting() == Setting.HOME
                        && patient.facts()
                                .wishes()
                                .goalDepth()
                                .map(goal -> goal.compareTo(
                                                patient.contents().settings().homeCap())
                                        > 0)
                                .orElse(false));
            case DEPTH_BEYOND_SKIN ->
                Truth.of(patient.askedDepth(zone)
                        .map(depth -> patient.contents()
                                .zone(zone)
                                .thickness()
                                .map(skin -> depth.asMillimetres()
                                        > skin.meanMm(patient.facts().sex()))
                                .orElse(false))
                        .orElse(false));
            case NEEDLED_HERE_BEFORE ->
                Truth.of(!(patient.answer(Fact.PREVIOUS_NEEDLING_ZONES) instanceof Answer.InZones(var zones))
                        || zones.contains(zone));
            case NEEDLED_DEEPLY_BEFORE ->
                Truth.of(!(patient.answer(Fact.PREVIOUS_NEEDLING_DEPTH) instanceof Answer.Deep(var depth))
                        || depth.compareTo(patient.contents().settings().superficialBelow()) >= 0);
            case MANY_SESSIONS_BEFORE ->
                Truth.of(patient.answer(Fact.PREVIOUS_NEEDLING_SESSIONS) instanceof Answer.Whole(var sessions)
                        && sessions >= MANY_SESSIONS);
            case JURISDICTION_UNSTATED ->
                Truth.of(patient.facts().place().jurisdiction().isEmpty());
            case OPERATOR_UNSTATED ->
                Truth.of(patient.facts().place().jurisdiction().isPresent()
                        && patient.facts().place().operator().isEmpty());
            case LAW_UNKNOWN ->
                Truth.of(patient.facts().place().jurisdiction().isPresent()
                        && !patient.isUnder(patient.contents().jurisdictions()));
        };
    }

    void missing(Case patient, Set<Fact> into) {
        for (var fact : facts) {
            patient.missing(fact, into);
        }
    }

    private static Truth belowLabelAge(Case patient) {
        int least = 0;
        for (var clearance : patient.device().map(Device::clearances).orElse(java.util.List.of())) {
            least = Math.max(least, clearance.minAge());
        }
        if (least == 0) {
            return Truth.FALSE;
        }
        return switch (patient.answer(Fact.AGE)) {
            case Answer.Whole(var age) -> Truth.of(age < least);
            case null -> Truth.UNKNOWN;
            default -> throw new IllegalStateException("age is a whole number");
        };
    }

    /// Where the use is cleared its own skin types count, else all that the device is cleared for; a label that
    /// does not
    /// say (or was not read so far) settles nothing.
    private static Truth skinTypeOutsideLabel(Case patient, ZoneId zone) {
        var truth = Truth.FALSE;
        if (patient.device().isEmpty()) {
            return truth;
        }
        var device = patient.device().get();
        for (var sought : patient.facts().indications()) {
            var clearances =
                    device.clearanceFor(sought, zone).map(java.util.List::of).orElse(device.clearances());
            if (clearances.isEmpty()
                    || clearances.stream()
                            .anyMatch(one ->
                                    one.skinTypes().isEmpty() || one.skinTypes().size() == 6)) {
                continue;
            }
            var skin = patient.facts().skinType();
            truth = truth.or(
                    skin.isEmpty()
                            ? Truth.UNKNOWN
                            : Truth.of(clearances.stream()
                                    .noneMatch(one -> one.skinTypes().contains(skin.get()))));
        }
        return truth;
    }
}
