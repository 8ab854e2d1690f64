package org.stipple.protocol;

import java.util.Optional;
import org.stipple.dose.DoseEstimate;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.Outline;
import org.stipple.dose.Technique;
import org.stipple.dose.UnusableQuestion;
import org.stipple.quantities.Area;
import org.stipple.quantities.Depth;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.Length;
import org.stipple.quantities.Sex;

/// What a zone would receive at settings that somebody tries: computed as a plan computes it, so that the planned
/// settings give the planned dose, figure for figure. It plans nothing and judges nothing.
///
/// @param sex whose skin; where it is unknown the thinner one
/// @param area of the zone, measured or typical
/// @param passes full coverages of the zone
/// @param directions in which they run
/// @param glide of the hand; meaningless for rollers and stamps
public record ZoneTrial(
        Device device,
        SkinZone zone,
        Optional<Sex> sex,
        Area area,
        Depth depth,
        int passes,
        int directions,
        GlideSpeed glide) {

    /// Design: a picture of more than this says no more, and takes longer than a hand waits.
    private static final double MOST_DRAWN_CM2 = 60;

    /// The dose.
    ///
    /// @throws UnusableQuestion where the settings are outside the ranges of `dose`
    public DoseEstimate dose() {
        return new SimulatedDose()
                .of(new ZoneDose.Needling(device.needleArray(), technique(), zone.skin(sex), area))
                .orElseThrow(() -> new UnusableQuestion(
                        "technique", "more than can be simulated", "fewer passes or a faster glide"));
    }

    /// The zone in its typical outline, for pictures, and for what follows from area and technique alone.
    /// Where it is drawn nowhere, or is too large to be drawn quickly, a square of it.
    ///
    /// @throws UnusableQuestion where the settings are outside the ranges of `dose`
    public DoseQuestion question() {
        return DoseQuestion.of(device.needleArray(), technique(), outline()).withThickness(zone.skin(sex));
    }

    /// Whether [#question()] is the whole zone.
    public boolean isDrawnWhole() {
        return area.squareCentimetres() <= MOST_DRAWN_CM2 && zone.outline(area).isPresent();
    }

    private Technique technique() {
        return Technique.of(device.needleArray(), depth, passes, directions).withGlide(glide);
    }

    private Outline outline() {
        return isDrawnWhole() ? zone.outline(area).orElseThrow() : square();
    }

    private Outline square() {
        var side =
                Length.ofMillimetres(Math.max(1, 10 * Math.sqrt(Math.min(area.squareCentimetres(), MOST_DRAWN_CM2))));
        return Outline.rectangle(side, side);
    }
}
