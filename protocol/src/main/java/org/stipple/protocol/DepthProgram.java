package org.stipple.protocol;

import java.util.List;
import java.util.Optional;
import org.stipple.quantities.Sex;

/// What rules ask about the depths of a case, in whole micrometres and without the names and words of
/// [DepthRange], which is its reference and is made only where somebody reads it. Immutable.
final class DepthProgram {

    private static final int UNBOUND = Integer.MAX_VALUE;

    private final Contents contents;

    DepthProgram(Contents contents) {
        this.contents = contents;
    }

    /// Sets of zones as [ZoneTruths#mask].
    ///
    /// @param none where no depth is left
    /// @param forbidden where a law in force, the practitioner's scope or the cap at home by itself leaves none
    /// @param needSignature where what is planned needs one
    /// @param exceedUnverifiedLaw where it is deeper than a law allows of which we do not know that it is in
    ///   force
    /// @param goalNotMet where the wish is not what is planned
    /// @param beyondSkin where the wish, what fixed needles give or what a plan chooses is deeper than the skin
    ///   is thick
    /// @param boundByLaw where a law keeps it from being deeper
    /// @param preferredDiffer where the indications prefer different depths and no wish settles it
    record Zones(
            int none,
            int forbidden,
            int needSignature,
            int exceedUnverifiedLaw,
            int goalNotMet,
            int beyondSkin,
            int boundByLaw,
            int preferredDiffer) {}

    /// @param patient with a device
    Zones in(Case patient) {
        var bounds = new Bounds(patient);
        int none = 0;
        int forbidden = 0;
        int needSignature = 0;
        int exceedUnverifiedLaw = 0;
        int goalNotMet = 0;
        int beyondSkin = 0;
        int boundByLaw = 0;
        int preferredDiffer = 0;
        var zones = patient.facts().zones();
        for (int i = 0; i < zones.size(); i++) {
            int bit = ZoneTruths.bit(zones.get(i));
            var zone = contents.zone(zones.get(i));
            int chosen = bounds.chosen(zone);
            if (chosen == 0) {
                none |= bit;
                forbidden |= bounds.isForbidden ? bit : 0;
            } else {
                needSignature |= chosen > bounds.signed ? bit : 0;
                exceedUnverifiedLaw |= chosen > bounds.unverifiedLaw ? bit : 0;
                goalNotMet |= bounds.hasGoal && bounds.goal != chosen ? bit : 0;
                boundByLaw |= Math.min(bounds.law, bounds.unverifiedLaw) < bounds.hardBesideLaw ? bit : 0;
                preferredDiffer |= bounds.differ && !bounds.hasGoal ? bit : 0;
                beyondSkin |= bounds.isStated() && isBeyondSkin(zone, chosen, patient.sex()) ? bit : 0;
            }
        }
        return new Zones(
                none,
                forbidden,
                needSignature,
                exceedUnverifiedLaw,
                goalNotMet,
                beyondSkin,
                boundByLaw,
                preferredDiffer);
    }

    private static boolean isBeyondSkin(SkinZone zone, int chosen, Optional<Sex> sex) {
        return zone.thickness().isPresent()
                && chosen / 1_000.0 > zone.thickness().get().meanMm(sex);
    }

    /// The bounds of a case: those of every zone, worked out once, and those of the zone that is looked at.
    private final class Bounds {

        private final Case patient;
        private final Device device;
        private final List<Sought> indications;

        private final boolean hasGoal;
        private final int goal;

        private final int everywhere;
        private final boolean isProneToPigment;
        private int law = UNBOUND;
        private int unverifiedLaw = UNBOUND;

        private int shallowest;
        private int preferred;
        private boolean differ;
        private boolean isOffered;
        private boolean isForbidden;
        private int hardBesideLaw;
        private int hard;
        private int signed;

        Bounds(Case patient) {
            this.patient = patient;
            this.device = patient.device().orElseThrow();
            this.indications = patient.facts().indications();
            var wish = patient.facts().wishes().goalDepth();
            this.hasGoal = wish.isPresent();
            this.goal = wish.isPresent() ? wish.get().micrometres() : 0;
            int deepest = device.deepest().micrometres();
            this.everywhere = patient.facts().setting() == Setting.HOME
                    ? Math.min(deepest, contents.settings().homeCap().micrometres())
                    : deepest;
            this.isProneToPigment = patient.isProneToPigment();
            obey();
        }

        private void treat(Treatment treatment) {
            if (treatment.schedule().isEmpty()) {
                isOffered = false;
                return;
            }
            var schedule = treatment.schedule().get();
            int preferredHere = schedule.preferred().micrometres();
            differ |= preferred != UNBOUND && preferred != preferredHere;
            shallowest = Math.max(shallowest, schedule.shallowest().micrometres());
            preferred = Math.min(preferred, preferredHere);
            signed = Math.min(signed, schedule.deepest().micrometres());
            hard = Math.min(hard, schedule.deepestSigned().micrometres());
        }

        private void obey() {
            var laws = contents.depthLaws();
            for (int i = 0; i < laws.size(); i++) {
                var one = laws.get(i);
                if (one.holds(patient)) {
                    if (one.verified()) {
                        law = Math.min(law, one.deepest().micrometres());
                    } else {
                        unverifiedLaw = Math.min(unverifiedLaw, one.deepest().micrometres());
                    }
                }
            }
        }

        /// Whether the depth is not left to the plan.
        boolean isStated() {
            return hasGoal || patient.isPlanned() || device.isFixed();
        }

        /// The setting that is planned; 0 where there is none.
        int chosen(SkinZone zone) {
            isForbidden = false;
            if (zone.cap().isEmpty()) {
                return 0;
            }
            shallowest = 0;
            preferred = UNBOUND;
            differ = false;
            isOffered = true;
            hard = everywhere;
            signed = isProneToPigment ? contents.settings().conservativeDepth().micrometres() : UNBOUND;
            int bit = ZoneTruths.bit(zone.id());
            for (int i = 0; i < indications.size(); i++) {
                if ((patient.whereSoughtAt(i) & bit) != 0) {
                    treat(contents.treatment(indications.get(i).indication()));
                    look(zone, indications.get(i), device.clearanceFor(indications.get(i), zone.id()));
                }
            }
            if (!isOffered) {
                return 0;
            }
            var guard = contents.settings().dermisGuard();
            if (guard.holdsIn(zone.id())) {
                var deepest = guard.deepest(zone.id(), patient.sex());
                if (deepest.isEmpty()) {
                    return 0;
                }
                hard = Math.min(hard, deepest.get().micrometres());
            }
            var scope = patient.facts().wishes().scope();
            if (scope.isPresent()) {
                hard = Math.min(hard, scope.get().deepest().micrometres());
            }
            hardBesideLaw = hard;
            hard = Math.min(hard, law);
            int chosen = setting();
            isForbidden = chosen == 0 && mostThatNobodySetsAside() < needed();
            return chosen;
        }

        private void look(SkinZone zone, Sought sought, Optional<Device.Clearance> cleared) {
            cap(zone, sought, cleared.isPresent());
            var evaluated = cleared.isPresent() && cleared.get().evaluated().isPresent()
                    ? cleared.get().evaluated()
                    : device.evaluated();
            if (evaluated.isPresent()) {
                signed = Math.min(signed, evaluated.get().micrometres());
            }
        }

        private void cap(SkinZone zone, Sought sought, boolean isCleared) {
            int cap = zone.cap().orElseThrow().micrometres();
            var courses = zone.courses();
            for (int i = 0; i < courses.size(); i++) {
                var course = courses.get(i);
                if (course.indications().contains(sought.indication()) && (!course.clearedOnly() || isCleared)) {
                    signed = Math.min(
                            signed, course.bySignOff() ? cap : course.cap().micrometres());
                    hard = Math.min(hard, course.cap().micrometres());
                    return;
                }
            }
            hard = Math.min(hard, cap);
        }

        /// The deepest that is not deeper than the wish; without one the nearest to what is preferred, of two
        /// equally near ones the shallower, of those that need no signature.
        private int setting() {
            int most = hasGoal ? goal : Math.min(Math.min(hard, signed), unverifiedLaw);
            var settings = device.settings();
            int shallowestAllowed = 0;
            int best = 0;
            for (int i = 0; i < settings.size(); i++) {
                int setting = settings.get(i).micrometres();
                if (setting > hard) {
                    break;
                }
                if (setting >= shallowest) {
                    shallowestAllowed = shallowestAllowed == 0 ? setting : shallowestAllowed;
                    if (setting <= most && (hasGoal || isNearer(setting, best))) {
                        best = setting;
                    }
                }
            }
            return best != 0 ? best : shallowestAllowed;
        }

        private int mostThatNobodySetsAside() {
            int most = law;
            var scope = patient.facts().wishes().scope();
            if (scope.isPresent()) {
                most = Math.min(most, scope.get().deepest().micrometres());
            }
            return patient.facts().setting() == Setting.HOME
                    ? Math.min(most, contents.settings().homeCap().micrometres())
                    : most;
        }

        /// The shallowest setting that is deep enough; where the device has none, what would be.
        private int needed() {
            var settings = device.settings();
            for (int i = 0; i < settings.size(); i++) {
                int setting = settings.get(i).micrometres();
                if (setting >= shallowest) {
                    return setting;
                }
            }
            return shallowest;
        }

        private boolean isNearer(int setting, int than) {
            return than == 0 || Math.abs(setting - preferred) < Math.abs(than - preferred);
        }
    }
}
