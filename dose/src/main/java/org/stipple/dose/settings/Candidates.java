package org.stipple.dose.settings;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stipple.dose.DermisReach;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.NeedleArray;
import org.stipple.dose.PoissonModel;
import org.stipple.dose.Technique;
import org.stipple.dose.UnusableQuestion;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.GlideSpeed;

/// Every combination of what is available, each judged by closed forms.
final class Candidates {

    /// Source: the input contract, speed ± 30 %.
    private static final double[] SPEEDS = {1, 0.7, 1.3};

    /// Source: dose reference, robust scenarios, duty 0.6 to 1 times that told.
    private static final double[] DUTIES = {1, 0.6};

    /// Thinner skin is the worse for what goes through it.
    private static final double THINNEST = -1;

    private final SettingsQuestion asked;
    private final List<Candidate> all = new ArrayList<>();
    private boolean tooMany;

    private Candidates(SettingsQuestion asked) {
        this.asked = asked;
    }

    /// @param all that can be simulated
    /// @param tooMany whether others would have made more punctures than are ever simulated
    record Found(List<Candidate> all, boolean tooMany) {}

    static Found of(SettingsQuestion asked) {
        var candidates = new Candidates(asked);
        var available = asked.available();
        for (int passes : available.passes()) {
            for (int directions : available.directions()) {
                if (directions <= passes) {
                    candidates.glides().forEach(glide -> candidates.depths(passes, directions, glide));
                }
            }
        }
        return new Found(List.copyOf(candidates.all), candidates.tooMany);
    }

    private List<GlideSpeed> glides() {
        return switch (asked.zone().device()) {
            case NeedleArray.Pen _ -> asked.available().glides();
            case NeedleArray.Roller _, NeedleArray.Stamp _ ->
                asked.available().glides().subList(0, 1);
        };
    }

    private void depths(int passes, int directions, GlideSpeed glide) {
        var zone = asked.zone();
        var needle = zone.device().needle().length();
        for (Depth depth : asked.available().depths()) {
            if (depth.compareTo(needle) <= 0) {
                question(zone, depth, passes, directions, glide)
                        .ifPresentOrElse(each -> all.add(candidate(each)), () -> tooMany = true);
            }
        }
    }

    private static Optional<DoseQuestion> question(
            DoseQuestion zone, Depth depth, int passes, int directions, GlideSpeed glide) {
        var told = zone.technique();
        var technique = new Technique(
                depth,
                passes,
                directions,
                glide,
                told.contactDuty(),
                told.efficiency(),
                told.glideVariation(),
                told.jitter());
        try {
            return Optional.of(zone.withTechnique(technique));
        } catch (UnusableQuestion tooManyPunctures) {
            // Depth and technique were in range: what is left to refuse is the number of punctures.
            return Optional.empty();
        }
    }

    private Candidate candidate(DoseQuestion question) {
        var goal = asked.goal();
        var technique = question.technique();
        double glide = technique.glide().millimetresPerSecond();
        double density = 100
                * question.device().densityPerMm2(technique, glide)
                / goal.density().perSquareCentimetre();
        double depth = technique.depth().asMillimetres() / goal.depth().asMillimetres();
        double meanPenetration = question.penetration().stream()
                .mapToDouble(Fraction::value)
                .average()
                .orElseThrow();
        var told = Misfit.of(density, depth * meanPenetration);
        var worst = told;
        for (var penetration : question.penetration()) {
            for (double speed : speeds(question.device())) {
                for (double duty : DUTIES) {
                    worst = worst.worse(Misfit.of(density * duty / speed, depth * penetration.value()));
                }
            }
        }
        double seconds = seconds(question);
        return new Candidate(question, told, worst, seconds, broken(question, seconds));
    }

    private static double[] speeds(NeedleArray device) {
        return switch (device) {
            case NeedleArray.Pen _ -> SPEEDS;
            case NeedleArray.Roller _, NeedleArray.Stamp _ -> new double[] {1};
        };
    }

    /// area·passes/(swath·glide), to a millionth of a second, so that ways that take as long do so exactly.
    private static double seconds(DoseQuestion question) {
        var technique = question.technique();
        return switch (question.device()) {
            case NeedleArray.Pen pen ->
                Math.rint(1e8
                                * question.outline().area().squareCentimetres()
                                * technique.passes()
                                / (pen.swath().millimetres() * technique.glide().millimetresPerSecond()))
                        / 1e6;
            case NeedleArray.Roller _, NeedleArray.Stamp _ -> 0;
        };
    }

    private Set<Bound> broken(DoseQuestion question, double seconds) {
        var bounds = asked.bounds();
        var broken = EnumSet.noneOf(Bound.class);
        var depth = question.technique().depth();
        if (bounds.label().isPresent() && depth.compareTo(bounds.label().get()) > 0) {
            broken.add(Bound.LABEL_DEPTH);
        }
        if (bounds.scope().isPresent() && depth.compareTo(bounds.scope().get()) > 0) {
            broken.add(Bound.SCOPE);
        }
        if (bounds.time().isPresent() && seconds > bounds.time().get().toNanos() / 1e9) {
            broken.add(Bound.TIME);
        }
        if (bounds.beyondDermis().force() == Cap.Force.HARD) {
            beyondDermis(question, bounds.beyondDermis()).ifPresent(broken::add);
        }
        if (isHardAndAbove(bounds.coverage(), PoissonModel.covered(question))) {
            broken.add(Bound.COVERAGE);
        }
        if (isHardAndAbove(bounds.duplicates(), PoissonModel.duplicates(question))) {
            broken.add(Bound.DUPLICATES);
        }
        return broken;
    }

    static boolean isHardAndAbove(Optional<Cap> cap, Fraction part) {
        return cap.isPresent()
                && cap.get().force() == Cap.Force.HARD
                && part.compareTo(cap.get().most()) > 0;
    }

    /// Which bound the worst scenario breaks, if one.
    static Optional<Bound> beyondDermis(DoseQuestion question, Cap cap) {
        return switch (deepest(question)) {
            case DermisReach.Reached reached ->
                reached.beyondDermis().compareTo(cap.most()) > 0 ? Optional.of(Bound.BEYOND_DERMIS) : Optional.empty();
            case DermisReach.ThicknessUnknown _ -> Optional.of(Bound.THICKNESS_UNKNOWN);
        };
    }

    /// At the greatest penetration, in skin one standard deviation thinner than the mean.
    static DermisReach deepest(DoseQuestion question) {
        var most = question.penetration().stream().max(Fraction::compareTo).orElseThrow();
        return DermisReach.at(
                question.technique().depth(), most, question.device().needle(), question.thickness(), THINNEST);
    }
}
