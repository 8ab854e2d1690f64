package org.stipple.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// The depths that may be set in a zone: the intersection of what indication, zone, device, label, law, scope
/// and home use allow, with the name of whichever binds.
sealed interface DepthRange {

    /// An upper limit.
    ///
    /// @param name `indication`, `zone`, `label`, `pigment`, `device`, `dermis`, `law`, `scope` or `home`
    /// @param bySignature whether a signature lifts it
    record Bound(String name, Depth deepest, boolean bySignature) {

        /// What a law in force, the scope of who treats and the cap at home forbid, no clinician permits.
        boolean isNobodysToSetAside() {
            return !bySignature && (name.equals("law") || name.equals("scope") || name.equals("home"));
        }
    }

    /// There is a setting.
    ///
    /// @param chosen the setting that is planned
    /// @param min the shallowest setting
    /// @param max the deepest setting, with a signature where one is needed
    /// @param unsigned the deepest that needs no signature
    /// @param boundBy what binds: at the goal that was not met; without a goal, where `chosen` stays below
    ///   what the indication prefers; else at `max`
    /// @param goalMet whether there was no goal, or it is what is planned
    /// @param preferredDiffer whether the indications of the zone would each be planned at another depth, and
    ///   no goal settles it
    record Settable(
            Depth chosen,
            Depth min,
            Depth max,
            Depth unsigned,
            String boundBy,
            boolean goalMet,
            boolean preferredDiffer,
            List<Bound> bounds)
            implements DepthRange {

        /// Whether a law, in force or not known to be, is what keeps the zone from being needled deeper.
        boolean isBoundByLaw() {
            Depth law = null;
            Depth other = null;
            for (var bound : bounds) {
                if (bound.name().equals("law")) {
                    law = law == null ? bound.deepest() : law.min(bound.deepest());
                } else if (!bound.bySignature()) {
                    other = other == null ? bound.deepest() : other.min(bound.deepest());
                }
            }
            return law != null && (other == null || law.compareTo(other) < 0);
        }

        /// What a signature lifts and what is planned exceeds, in words: `1.0 mm (zone)`.
        String beyond() {
            var beyond = new java.util.TreeMap<Depth, String>();
            for (var bound : bounds) {
                if (bound.bySignature()
                        && chosen.compareTo(bound.deepest()) > 0
                        && !bound.name().equals("law")) {
                    beyond.merge(
                            bound.deepest(), bound.name(), (one, more) -> one.contains(more) ? one : one + ", " + more);
                }
            }
            var words = new java.util.StringJoiner(" and ");
            beyond.forEach((depth, name) -> words.add(depth + " (" + name + ")"));
            return words.toString();
        }

        /// Whether what is planned is deeper than indication, zone or label allow without a signature.
        boolean needsSignature() {
            return exceeds(false);
        }

        /// Whether what is planned is deeper than a law allows of which we do not know that it is in force.
        boolean exceedsUnverifiedLaw() {
            return exceeds(true);
        }

        private boolean exceeds(boolean law) {
            for (var bound : bounds) {
                if (bound.bySignature()
                        && chosen.compareTo(bound.deepest()) > 0
                        && bound.name().equals("law") == law) {
                    return true;
                }
            }
            return false;
        }
    }

    /// There is none.
    ///
    /// @param reason in words, with what binds
    /// @param forbiddenBy the least of the limits that nobody sets aside (a law in force, the practitioner's
    ///   scope, the cap at home), where by itself it leaves no setting
    record Empty(String reason, Optional<Bound> forbiddenBy) implements DepthRange {

        private Empty(String reason) {
            this(reason, Optional.empty());
        }
    }

    static DepthRange of(Case patient, Device device, SkinZone zone) {
        if (zone.cap().isEmpty()) {
            return new Empty("no source gives a depth for the " + zone.id().words() + ": a clinician must state one");
        }
        var guard = patient.contents().settings().dermisGuard();
        if (guard.holdsIn(zone.id()) && guard.deepest(zone.id(), patient.sex()).isEmpty()) {
            return new Empty("how much would pass the dermis of the "
                    + zone.id().words() + " cannot be said: a clinician must give its thickness");
        }
        var treatments = new ArrayList<Treatment.Schedule>();
        var shallowest = Depth.ZERO;
        Depth preferred = null;
        boolean differ = false;
        var here = patient.soughtIn(zone.id());
        for (var sought : here) {
            var treatment = patient.contents().treatment(sought.indication());
            if (treatment.schedule().isEmpty()) {
                return new Empty(sought.indication().words() + " is not offered");
            }
            var schedule = treatment.schedule().get();
            treatments.add(schedule);
            shallowest = shallowest.max(schedule.shallowest());
            differ |= preferred != null && !preferred.equals(schedule.preferred());
            preferred = preferred == null ? schedule.preferred() : preferred.min(schedule.preferred());
        }
        var bounds = bounds(patient, device, zone, here, treatments);
        var hardest = least(bounds, true);
        var allowed = between(device.settings(), shallowest, hardest.deepest());
        if (allowed.isEmpty()) {
            return new Empty(whyEmpty(device, zone.id(), shallowest, hardest), forbidding(bounds, device, shallowest));
        }
        return settable(
                allowed,
                bounds,
                hardest,
                Objects.requireNonNull(preferred, "something is always sought"),
                differ,
                patient.facts().wishes().goalDepth(),
                device,
                shallowest);
    }

    /// The settings from one depth to another, both inside.
    private static List<Depth> between(List<Depth> settings, Depth from, Depth to) {
        int first = 0;
        while (first < settings.size() && settings.get(first).compareTo(from) < 0) {
            first++;
        }
        int end = first;
        while (end < settings.size() && settings.get(end).compareTo(to) <= 0) {
            end++;
        }
        return settings.subList(first, end);
    }

    private static Optional<Bound> forbidding(List<Bound> bounds, Device device, Depth shallowest) {
        Bound least = null;
        for (var bound : bounds) {
            if (bound.isNobodysToSetAside() && (least == null || bound.deepest().compareTo(least.deepest()) < 0)) {
                least = bound;
            }
        }
        var deepEnough = between(device.settings(), shallowest, device.deepest());
        var needed = deepEnough.isEmpty() ? shallowest : deepEnough.getFirst();
        return Optional.ofNullable(least).filter(bound -> bound.deepest().compareTo(needed) < 0);
    }

    private static String whyEmpty(Device device, ZoneId zone, Depth shallowest, Bound hardest) {
        return "no setting of " + device.name() + " fits the " + zone.words() + ": at least " + shallowest
                + " (indication) and at most " + hardest.deepest() + " (" + hardest.name() + "), it has "
                + (device.isFixed()
                        ? "fixed needles of " + device.deepest()
                        : device.settings().getFirst() + " to " + device.deepest());
    }

    private static DepthRange settable(
            List<Depth> allowed,
            List<Bound> bounds,
            Bound hardest,
            Depth preferred,
            boolean differ,
            Optional<Depth> goal,
            Device device,
            Depth shallowest) {
        var softest = least(bounds, false);
        var unsigned = between(allowed, Depth.ZERO, softest.deepest());
        Depth chosen;
        if (goal.isPresent()) {
            chosen = nearestNotAbove(allowed, goal.get());
        } else {
            chosen = unsigned.isEmpty() ? allowed.getFirst() : nearest(unsigned, preferred);
        }
        boolean goalMet = goal.isEmpty() || goal.get().equals(chosen);
        String boundBy = hardest.name();
        if (goal.isPresent() && goal.get().compareTo(allowed.getFirst()) < 0) {
            boundBy = device.settings().getFirst().compareTo(shallowest) >= 0 ? "device" : "indication";
        } else if (!goalMet && goal.orElseThrow().compareTo(hardest.deepest()) <= 0) {
            boundBy = "device";
        } else if (goal.isEmpty()
                && chosen.compareTo(preferred) < 0
                && softest.deepest().compareTo(preferred) < 0) {
            boundBy = softest.name();
        }
        return new Settable(
                chosen,
                allowed.getFirst(),
                allowed.getLast(),
                unsigned.isEmpty() ? Depth.ZERO : unsigned.getLast(),
                boundBy,
                goalMet,
                differ && goal.isEmpty(),
                bounds);
    }

    /// The nearer setting; of two equally near ones the shallower.
    private static Depth nearest(List<Depth> settings, Depth wished) {
        Depth best = settings.getFirst();
        for (var setting : settings) {
            if (Math.abs(setting.micrometres() - wished.micrometres())
                    < Math.abs(best.micrometres() - wished.micrometres())) {
                best = setting;
            }
        }
        return best;
    }

    /// The deepest setting that is not deeper than the wish, so that nothing is ever deeper than was asked
    /// for; the shallowest where all are deeper.
    private static Depth nearestNotAbove(List<Depth> settings, Depth wished) {
        Depth best = settings.getFirst();
        for (var setting : settings) {
            if (setting.compareTo(wished) <= 0) {
                best = setting;
            }
        }
        return best;
    }

    /// The least bound, and of equal ones the first.
    private static Bound least(List<Bound> bounds, boolean signed) {
        Bound least = null;
        for (var bound : bounds) {
            if (!(signed && bound.bySignature())
                    && (least == null || bound.deepest().compareTo(least.deepest()) < 0)) {
                least = bound;
            }
        }
        return Objects.requireNonNull(least, "a device always bounds");
    }

    private static List<Bound> bounds(
            Case patient, Device device, SkinZone zone, List<Sought> here, List<Treatment.Schedule> treatments) {
        var bounds = new ArrayList<Bound>();
        for (var schedule : treatments) {
            bounds.add(new Bound("indication", schedule.deepest(), true));
            bounds.add(new Bound("indication", schedule.deepestSigned(), false));
        }
        for (var sought : here) {
            addZone(bounds, sought, device, zone);
            var cleared = device.clearanceFor(sought, zone.id());
            var evaluated = cleared.isPresent() && cleared.get().evaluated().isPresent()
                    ? cleared.get().evaluated()
                    : device.evaluated();
            if (evaluated.isPresent()) {
                bounds.add(new Bound("label", evaluated.get(), true));
            }
        }
        if (patient.isProneToPigment()) {
            bounds.add(new Bound("pigment", patient.contents().settings().conservativeDepth(), true));
        }
        bounds.add(new Bound("device", device.deepest(), false));
        var guard = patient.contents().settings().dermisGuard();
        if (guard.holdsIn(zone.id())) {
            guard.deepest(zone.id(), patient.sex())
                    .ifPresent(deepest -> bounds.add(new Bound("dermis", deepest, false)));
        }
        for (var law : patient.contents().depthLaws()) {
            if (law.holds(patient)) {
                bounds.add(new Bound("law", law.deepest(), !law.verified()));
            }
        }
        patient.facts().wishes().scope().ifPresent(scope -> bounds.add(new Bound("scope", scope.deepest(), false)));
        if (patient.facts().setting() == Setting.HOME) {
            bounds.add(new Bound("home", patient.contents().settings().homeCap(), false));
        }
        return List.copyOf(bounds);
    }

    private static void addZone(List<Bound> bounds, Sought sought, Device device, SkinZone zone) {
        var cap = zone.cap().orElseThrow();
        for (var course : zone.courses()) {
            if (course.indications().contains(sought.indication())
                    && (!course.clearedOnly()
                            || device.clearanceFor(sought, zone.id()).isPresent())) {
                bounds.add(new Bound("zone", course.bySignOff() ? cap : course.cap(), true));
                bounds.add(new Bound("zone", course.cap(), false));
                return;
            }
        }
        bounds.add(new Bound("zone", cap, false));
    }
}
