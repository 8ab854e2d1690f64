package org.stipple.dose;

import org.stipple.quantities.Depth;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.Length;

/// How the device is used on a zone. Described in `docs/data/technique.md`.
///
/// @param depth what is set, 0.05 to 5 mm; what is reached is less (see penetration in [DoseQuestion])
/// @param passes total number of full coverages of the zone, 1 to 100
/// @param directions d, 1 to 16: pass k runs at (k mod d)·180°/d
/// @param glide 0.1 to 500 mm/s; meaningless for rollers and stamps
/// @param contactDuty share of the strokes during which the head touches the skin, 0.01 to 1
/// @param efficiency share of the needle contacts that puncture, 0.01 to 1
/// @param glideVariation standard deviation of the glide from lane to lane, as a fraction of its mean, 0 to 1
/// @param jitter standard deviation of each puncture along and across, 0 to 5 mm
public record Technique(
        Depth depth,
        int passes,
        int directions,
        GlideSpeed glide,
        Fraction contactDuty,
        Fraction efficiency,
        Fraction glideVariation,
        Length jitter) {

    /// Design: the glide at which the published simulations were run; nobody measured what hands do.
    public static final GlideSpeed DEFAULT_GLIDE = GlideSpeed.ofMillimetresPerSecond(20);

    /// Design, from the input contract: hands do not put a roller's lattice down exactly.
    public static final Length DEFAULT_ROLLER_JITTER = Length.ofMillimetres(0.05);

    /// @throws UnusableQuestion outside the ranges
    public Technique {
        Limit.DEPTH.check(depth.asMillimetres());
        Limit.PASSES.check(passes);
        Limit.DIRECTIONS.check(directions);
        Limit.GLIDE.check(glide.millimetresPerSecond());
        Limit.CONTACT_DUTY.check(contactDuty.value());
        Limit.EFFICIENCY.check(efficiency.value());
        Limit.GLIDE_VARIATION.check(glideVariation.value());
        Limit.JITTER.check(jitter.millimetres());
    }

    /// A technique with the defaults of the input contract for this device: always in contact, every contact a
    /// puncture, even glide, and no jitter but a roller's.
    ///
    /// @throws UnusableQuestion outside the ranges
    public static Technique of(NeedleArray device, Depth depth, int passes, int directions) {
        var all = Fraction.ofValue(1);
        return new Technique(
                depth, passes, directions, DEFAULT_GLIDE, all, all, Fraction.ofValue(0), defaultJitter(device));
    }

    /// Jitter where none is given: a roller's 0.05 mm, else none. Source: the input contract.
    public static Length defaultJitter(NeedleArray device) {
        return switch (device) {
            case NeedleArray.Roller _ -> DEFAULT_ROLLER_JITTER;
            case NeedleArray.Pen _, NeedleArray.Stamp _ -> Length.ofMillimetres(0);
        };
    }

    /// The same set to another depth.
    Technique withDepth(Depth other) {
        return new Technique(other, passes, directions, glide, contactDuty, efficiency, glideVariation, jitter);
    }

    /// The same with another number of passes.
    Technique withPasses(int other) {
        return new Technique(depth, other, directions, glide, contactDuty, efficiency, glideVariation, jitter);
    }

    /// The same at another glide.
    public Technique withGlide(GlideSpeed other) {
        return new Technique(depth, passes, directions, other, contactDuty, efficiency, glideVariation, jitter);
    }

    /// The same with another standard deviation of the glide from lane to lane.
    public Technique withGlideVariation(Fraction other) {
        return new Technique(depth, passes, directions, glide, contactDuty, efficiency, other, jitter);
    }

    /// The same with another standard deviation of each puncture.
    public Technique withJitter(Length other) {
        return new Technique(depth, passes, directions, glide, contactDuty, efficiency, glideVariation, other);
    }

    /// The same with another share of strokes in contact and of contacts that puncture.
    public Technique withContact(Fraction duty, Fraction efficient) {
        return new Technique(depth, passes, directions, glide, duty, efficient, glideVariation, jitter);
    }
}
