package org.stipple.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stipple.quantities.SkinType;
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
    OUTSIDE_SCOPE("outside-scope", true),
    NO_DEPTH_LEFT("no-depth-left", true),
    NO_DEPTH_PERMITTED("no-depth-permitted", true),
    DEPTH_NEEDS_SIGNATURE("depth-needs-signature", true),
    DEPTH_BEYOND_UNVERIFIED_LAW("depth-beyond-unverified-law", true),
    GOAL_NOT_MET("goal-not-met", true),
    GOAL_BEYOND_HOME_CAP("goal-beyond-home-cap", false),
    DEPTH_BEYOND_SKIN("depth-beyond-skin", true),
    LAW_BOUNDS_DEPTH("law-bounds-depth", true),
    INDICATION_ELSEWHERE("indication-elsewhere", true),
    INDICATIONS_DIFFER("indications-differ", true),
    ANAESTHETIC_TOO_MUCH("anaesthetic-too-much", false, Fact.DERMATOSIS),
    ANAESTHETIC_TOO_SHORT("anaesthetic-too-short", false),
    ANAESTHETIC_UNCHECKED("anaesthetic-unchecked", false),
    NEEDLED_HERE_BEFORE("needled-here-before", true),
    NEEDLED_DEEPLY_BEFORE("needled-deeply-before", false),
    MANY_SESSIONS_BEFORE("many-sessions-before", false),
    JURISDICTION_UNSTATED("jurisdiction-unstated", false),
    OPERATOR_UNSTATED("operator-unstated", false),
    LAW_UNKNOWN("law-unknown", false),
    OPERATOR_LAW_UNKNOWN("operator-law-unknown", false);

    /// The longest series that was read had 12 sessions (Juhasz & Cohen 2020, table 1).
    private static final int MANY_SESSIONS = 12;

    private final String id;
    private final boolean dependsOnZone;
    private final long facts;

    Circumstance(String id, boolean dependsOnZone, Fact... facts) {
        this.id = id;
        this.dependsOnZone = dependsOnZone;
        long bits = 0;
        for (var fact : facts) {
            bits |= fact.bit();
        }
        this.facts = bits;
    }

    String id() {
        return id;
    }

    /// The facts without which it is unknown, as [Fact#bit].
    long facts() {
        return facts;
    }

    static Optional<Circumstance> find(String id) {
        return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
    }

    private Truth holds(Case patient, ZoneId zone) {
        return switch (this) {
            case DEVICE_RADIO_FREQUENCY ->
                Truth.of(Contents.isRadioFrequency(patient.facts().device()));
            case DEVICE_WITHOUT_CLEARANCE ->
                Truth.of(patient.device()
                        .map(device -> device.clearances().isEmpty())
                        .orElse(false));
            case DEVICE_NOT_CLEARED_HERE ->
                Truth.of(patient.device().isPresent()
                        && notCleared(patient, patient.device().get(), zone));
            case DEVICE_NOT_FOR_HOME ->
                Truth.of(patient.device().map(device -> !device.forHome()).orElse(false));
            case BELOW_LABEL_AGE -> belowLabelAge(patient);
            case SKIN_TYPE_OUTSIDE_LABEL -> skinTypeOutsideLabel(patient, zone);
            case INDICATION_NOT_IN_ZONE -> Truth.of(treatedHere(patient, zone) == 0);
            case INDICATION_ELSEWHERE -> {
                int here = treatedHere(patient, zone);
                yield Truth.of(here > 0 && here < patient.facts().indications().size());
            }
            case INDICATIONS_DIFFER ->
                Truth.of(patient.depthOrNull(zone) instanceof DepthRange.Settable settable
                        && settable.preferredDiffer());
            case ZONE_WITHOUT_CAP ->
                Truth.of(patient.contents().zone(zone).cap().isEmpty());
            case OUTSIDE_SCOPE -> Truth.of(!patient.isInScope(zone));
            case NO_DEPTH_LEFT -> Truth.of(patient.depthOrNull(zone) instanceof DepthRange.Empty);
            case NO_DEPTH_PERMITTED ->
                Truth.of(patient.depthOrNull(zone) instanceof DepthRange.Empty empty
                        && empty.forbiddenBy().isPresent());
            case DEPTH_NEEDS_SIGNATURE ->
                Truth.of(
                        patient.depthOrNull(zone) instanceof DepthRange.Settable settable && settable.needsSignature());
            case DEPTH_BEYOND_UNVERIFIED_LAW ->
                Truth.of(patient.depthOrNull(zone) instanceof DepthRange.Settable settable
                        && settable.exceedsUnverifiedLaw());
            case GOAL_NOT_MET ->
                Truth.of(patient.depthOrNull(zone) instanceof DepthRange.Settable settable && !settable.goalMet());
            case GOAL_BEYOND_HOME_CAP ->
                Truth.of(patient.facts().setting() == Setting.HOME
                        && patient.facts()
                                .wishes()
                                .goalDepth()
                                .map(goal -> goal.compareTo(
                                                patient.contents().settings().homeCap())
                                        > 0)
                                .orElse(false));
            case DEPTH_BEYOND_SKIN -> Truth.of(beyondSkin(patient, zone));
            case LAW_BOUNDS_DEPTH ->
                Truth.of(patient.depthOrNull(zone) instanceof DepthRange.Settable settable && settable.isBoundByLaw());
            case ANAESTHETIC_TOO_MUCH -> tooMuch(patient);
            case ANAESTHETIC_TOO_SHORT ->
                Truth.of(patient.anaestheticCheck()
                        .map(AnaestheticCheck::isTooShort)
                        .orElse(false));
            case ANAESTHETIC_UNCHECKED ->
                Truth.of(patient.anaestheticCheck()
                        .map(check -> !check.missing().isEmpty())
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
                Truth.of(patient.facts()
                        .place()
                        .jurisdiction()
                        .map(place -> patient.contents().laws().stream()
                                .noneMatch(law -> law.jurisdiction().equals(place) && law.holdsOn(patient.on())))
                        .orElse(false));
            case OPERATOR_LAW_UNKNOWN -> Truth.of(operatorLawUnknown(patient));
        };
    }

    /// Where it holds.
    long everywhere(Case patient) {
        if (!dependsOnZone) {
            return truths(holds(patient, patient.facts().zones().getFirst()), patient.asked());
        }
        long truths = ZoneTruths.NOWHERE;
        var zones = patient.facts().zones();
        for (int i = 0; i < zones.size(); i++) {
            truths |= truths(holds(patient, zones.get(i)), ZoneTruths.bit(zones.get(i)));
        }
        return truths;
    }

    private static long truths(Truth truth, int zones) {
        return switch (truth) {
            case TRUE -> ZoneTruths.trueIn(zones);
            case UNKNOWN -> ZoneTruths.unknownIn(zones);
            case FALSE -> ZoneTruths.NOWHERE;
        };
    }

    long missing(Case patient) {
        return patient.missing(facts);
    }

    private static boolean notCleared(Case patient, Device device, ZoneId zone) {
        if (device.clearances().isEmpty()) {
            return false;
        }
        for (var sought : patient.soughtIn(zone)) {
            if (device.clearanceFor(sought, zone).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /// How many of the indications belong to the zone.
    private static int treatedHere(Case patient, ZoneId zone) {
        int here = 0;
        for (var sought : patient.facts().indications()) {
            here += patient.contents().treatment(sought.indication()).zones().contains(zone) ? 1 : 0;
        }
        return here;
    }

    private static boolean operatorLawUnknown(Case patient) {
        var place = patient.facts().place();
        if (place.jurisdiction().isEmpty() || place.operator().isEmpty()) {
            return false;
        }
        for (var law : patient.contents().laws()) {
            if (law.holdsOn(patient.on())
                    && law.speaksOf().contains(place.operator().get())
                    && patient.contents()
                            .places()
                            .covers(law.jurisdiction(), place.jurisdiction().get())) {
                return false;
            }
        }
        return true;
    }

    private static boolean beyondSkin(Case patient, ZoneId zone) {
        var skin = patient.contents().zone(zone).thickness();
        var depth = patient.askedDepth(zone);
        return skin.isPresent()
                && depth.isPresent()
                && depth.get().asMillimetres() > skin.get().meanMm(patient.sex());
    }

    /// Where atopic dermatitis is not answered and decides, it is not known.
    private static Truth tooMuch(Case patient) {
        var use = patient.facts().wishes().anaesthetic();
        if (use.isEmpty()) {
            return Truth.FALSE;
        }
        if (AnaestheticCheck.of(patient, use.get(), false).isTooMuch()) {
            return Truth.TRUE;
        }
        boolean withEczema = AnaestheticCheck.of(patient, use.get()).isTooMuch();
        return withEczema && patient.isUnknown(Fact.DERMATOSIS) ? Truth.UNKNOWN : Truth.of(withEczema);
    }

    private static Truth belowLabelAge(Case patient) {
        int least = labelAge(patient);
        if (least == 0) {
            return Truth.FALSE;
        }
        return patient.answer(Fact.AGE) instanceof Answer.Whole(var age) ? Truth.of(age < least) : Truth.UNKNOWN;
    }

    /// The age from which on a device needs no signature; 0 where there is none.
    static int labelAge(Case patient) {
        if (patient.device().isEmpty()) {
            return 0;
        }
        int least = 0;
        for (var clearance : patient.device().get().clearances()) {
            least = Math.max(least, clearance.minAge());
        }
        // What no regulator looked at is no milder than what one did.
        return least == 0 ? patient.contents().oldestLabelAge() : least;
    }

    /// Where the use is cleared its own skin types count, else all that the device is cleared for; a label
    /// that does not say (or was not read so far) settles nothing.
    private static Truth skinTypeOutsideLabel(Case patient, ZoneId zone) {
        var truth = Truth.FALSE;
        if (patient.device().isEmpty()) {
            return truth;
        }
        var device = patient.device().get();
        for (var sought : patient.soughtIn(zone)) {
            var here = device.clearanceFor(sought, zone);
            truth = truth.or(
                    here.isPresent()
                            ? outside(List.of(here.get()), patient.answer(Fact.FITZPATRICK))
                            : outside(device.clearances(), patient.answer(Fact.FITZPATRICK)));
        }
        return truth;
    }

    private static Truth outside(List<Device.Clearance> clearances, @Nullable Answer skin) {
        boolean inside = clearances.isEmpty();
        for (var clearance : clearances) {
            int types = clearance.skinTypes().size();
            if (types == 0 || types == SkinType.values().length) {
                return Truth.FALSE;
            }
            inside |= skin instanceof Answer.Whole(var number)
                    && clearance.skinTypes().contains(SkinType.ofNumber(number));
        }
        return inside ? Truth.FALSE : skin == null ? Truth.UNKNOWN : Truth.TRUE;
    }
}
