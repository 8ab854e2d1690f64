package org.stipple.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stipple.dose.DoseEstimate;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.Outline;
import org.stipple.dose.SharedSimulations;
import org.stipple.dose.UnusableQuestion;
import org.stipple.protocol.document.Figures;
import org.stipple.quantities.Length;

/// Simulates every puncture on a square of the zone's skin that is large enough for its figures and small
/// enough that nobody waits for a plan; what grows with the area is carried over to the whole zone. It
/// belongs to one plan, in which all large zones share one square, and is not shared by threads.
final class SimulatedDose implements ZoneDose {

    /// Design: 225 cells of 2 mm, in which the mean density is good to some percent and a zone takes a few
    /// milliseconds.
    private static final double MOST_CM2 = 9;

    private static final long SEED = 1;

    /// Design: no plan has more zones than this in more ways.
    private static final int IN_ONE_PLAN = 1_000;

    private final DoseMemory known;
    private final Map<Length, Outline> squares = new HashMap<>();
    private final SharedSimulations shared = new SharedSimulations();

    SimulatedDose() {
        this(new DoseMemory(IN_ONE_PLAN));
    }

    /// @param known may be shared with other plans
    SimulatedDose(DoseMemory known) {
        this.known = known;
    }

    @Override
    public Optional<DoseEstimate> of(Needling needling) {
        return known.of(needling, this::simulated);
    }

    private Optional<DoseEstimate> simulated(Needling needling) {
        double whole = needling.area().squareCentimetres();
        var side = Length.ofMillimetres(Math.max(1, 10 * Math.sqrt(Math.min(whole, MOST_CM2))));
        try {
            var outline = squares.computeIfAbsent(side, length -> Outline.rectangle(length, length));
            var usual = DoseQuestion.defaultPenetration(needling.device());
            var question = new DoseQuestion(
                    needling.device(),
                    needling.technique(),
                    outline,
                    needling.skin(),
                    usual,
                    SEED,
                    assumptions(needling, outline));
            return Optional.of(
                    shared.estimate(question).on(whole / outline.area().squareCentimetres()));
        } catch (UnusableQuestion beyondTheLimits) {
            return Optional.empty();
        }
    }

    private static List<String> assumptions(Needling needling, Outline outline) {
        var technique = needling.technique();
        var all = new ArrayList<String>();
        all.add("zone: simulated on a square of "
                + Figures.text(outline.area().squareCentimetres())
                + " cm², so that a plan is quick; punctures and seconds are"
                + " those of all " + Figures.text(needling.area().squareCentimetres()) + " cm² (design)");
        all.add("device: as the knowledge base has it; what no maker publishes (swath, pins) is a design value there");
        all.add("penetration "
                + String.join(
                        ", ",
                        DoseQuestion.defaultPenetration(needling.device()).stream()
                                .map(one -> Figures.text(one.value()))
                                .toList())
                + " (design: default)");
        all.add("contactDuty " + Figures.text(technique.contactDuty().value()) + " (design: default)");
        all.add("efficiency " + Figures.text(technique.efficiency().value()) + " (design: default)");
        all.add("jitter " + Figures.text(technique.jitter().millimetres()) + " mm (design: default)");
        all.add("seed " + SEED + " (design: default)");
        return all;
    }
}
