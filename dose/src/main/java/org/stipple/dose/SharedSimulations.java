package org.stipple.dose;

import java.util.HashMap;
import java.util.Map;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Fraction;

/// Answers several questions, and simulates once what they have in common: where punctures fall depends
/// neither on the skin nor on the depth that is set, and how deep they are depends neither on the outline nor
/// on the motion. Each answer is that of [DoseQuestion#estimate()], figure for figure.
///
/// It keeps what it simulated: make one for the zones of one plan. Mutable, for one thread.
public final class SharedSimulations {

    private record Skin(NeedleArray device, Outline outline) {}

    /// A treatment as far as its punctures depend on it.
    ///
    /// @param technique set to [#ANY] depth
    private record Motions(Skin skin, Technique technique, long seed, double glideMmPerS) {}

    private record Depths(Depth set, Fraction penetration, Needle needle) {}

    private record Injury(DepthSpread depth, double perMm2) {}

    private static final Depth ANY = Depth.ofMicrometres(1_000);

    private final Map<Skin, PunctureMaps> maps = new HashMap<>();
    private final Map<Motions, Simulation> simulated = new HashMap<>();
    private final Map<Depths, DepthSpread> depths = new HashMap<>();
    private final Map<Injury, InjuredVolume> injured = new HashMap<>();

    /// Has simulated nothing yet.
    public SharedSimulations() {}

    /// The answer.
    ///
    /// @param question shares its simulations with those about the same outline, which must be the same object
    public DoseEstimate estimate(DoseQuestion question) {
        return Estimation.of(question, this);
    }

    /// @param glideMmPerS of a pen, instead of the technique's
    Simulation simulation(DoseQuestion question, double glideMmPerS) {
        var skin = new Skin(question.device(), question.outline());
        var technique = question.technique().withDepth(ANY);
        return simulated.computeIfAbsent(
                new Motions(skin, technique, question.seed(), glideMmPerS),
                _ -> Simulation.of(
                        question,
                        glideMmPerS,
                        maps.computeIfAbsent(skin, _ -> new PunctureMaps(question.outline(), question.device()))));
    }

    DepthSpread depth(DoseQuestion question, Fraction penetration) {
        var set = question.technique().depth();
        var needle = question.device().needle();
        return depths.computeIfAbsent(
                new Depths(set, penetration, needle),
                _ -> new DepthSpread(set.asMillimetres(), penetration.value(), needle));
    }

    /// @param depth of [#depth]
    InjuredVolume injured(DepthSpread depth, double perMm2) {
        return injured.computeIfAbsent(
                new Injury(depth, perMm2), _ -> new InjuredVolume(100 * depth.injuredMm3PerMm2(perMm2)));
    }
}
