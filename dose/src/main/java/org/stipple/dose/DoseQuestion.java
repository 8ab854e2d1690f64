package org.stipple.dose;

import java.util.List;
import java.util.Locale;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;

/// What does this zone receive from this device used this way? Described in `docs/data/technique.md`.
///
/// Everything is checked when it is made, so that a question that exists can be answered in a few seconds and
/// some tens of megabytes.
///
/// @param device needles and what moves them
/// @param technique how it is used
/// @param outline the skin
/// @param thickness of that skin, or why it is not known
/// @param penetration scenarios: parts of the set depth that are really reached, 1 to 20 of them, each 0.01
///   to 1. Published ratios run from 0.2 (Kalluri 2011, doi 10.1208/s12248-011-9288-3) to about 1 (Sasaki 2019,
///   doi 10.1093/asjof/ojz017)
/// @param seed of all chance; the same seed gives the same answer
/// @param assumptions what the asker filled in, in words for a person; repeated in the answer
public record DoseQuestion(
        NeedleArray device,
        Technique technique,
        Outline outline,
        SkinThickness thickness,
        List<Fraction> penetration,
        long seed,
        List<String> assumptions) {

    /// Design limit: the most punctures on one zone, some three hours of a pen.
    public static final int MOST_PUNCTURES = 20_000_000;

    /// Design limit: the most punctures per cm², at which every spot is punctured hundreds of times.
    public static final int MOST_PER_CM2 = 1_000_000;

    /// Design limit: the most needle contacts that are simulated, overshoot and misses included.
    private static final double MOST_CONTACTS = 8e7;

    private static final int MOST_SCENARIOS = 20;

    /// @throws UnusableQuestion when the depth exceeds the needle, scenarios are missing or out of range, or
    ///   more punctures were asked for than the design limits allow
    public DoseQuestion {
        penetration = List.copyOf(penetration);
        assumptions = List.copyOf(assumptions);
        if (technique.depth().compareTo(device.needle().length()) > 0) {
            throw new UnusableQuestion(
                    Limit.DEPTH.field(),
                    technique.depth().toString(),
                    "at most the needle's length, " + device.needle().length());
        }
        if (penetration.isEmpty() || penetration.size() > MOST_SCENARIOS) {
            throw new UnusableQuestion(
                    Limit.PENETRATION.field(), penetration.size() + " values", "1 to " + MOST_SCENARIOS);
        }
        penetration.forEach(scenario -> Limit.PENETRATION.check(scenario.value()));
        checkSize(device, technique, outline);
    }

    /// A question with the defaults of the input contract: the usual penetration scenarios, seed 1, and a skin
    /// whose thickness nobody gave.
    ///
    /// @throws UnusableQuestion as the constructor
    public static DoseQuestion of(NeedleArray device, Technique technique, Outline outline) {
        return new DoseQuestion(
                device,
                technique,
                outline,
                new SkinThickness.Unsourced("no thickness was given"),
                defaultPenetration(device),
                1,
                List.of());
    }

    /// Penetration scenarios where none are given: 0.5, 0.8 and 1.0, for rollers 0.2 too. Design, from the
    /// input contract; the range is published, which part of it holds is not.
    public static List<Fraction> defaultPenetration(NeedleArray device) {
        var usual = List.of(Fraction.ofValue(0.5), Fraction.ofValue(0.8), Fraction.ofValue(1));
        return switch (device) {
            case NeedleArray.Roller _ -> List.of(Fraction.ofValue(0.2), usual.get(0), usual.get(1), usual.get(2));
            case NeedleArray.Pen _, NeedleArray.Stamp _ -> usual;
        };
    }

    /// The same for skin of this thickness.
    public DoseQuestion withThickness(SkinThickness other) {
        return new DoseQuestion(device, technique, outline, other, penetration, seed, assumptions);
    }

    /// The same with another technique.
    ///
    /// @throws UnusableQuestion as the constructor
    public DoseQuestion withTechnique(Technique other) {
        return new DoseQuestion(device, other, outline, thickness, penetration, seed, assumptions);
    }

    /// The same with other penetration scenarios.
    ///
    /// @throws UnusableQuestion as the constructor
    public DoseQuestion withPenetration(List<Fraction> other) {
        return new DoseQuestion(device, technique, outline, thickness, other, seed, assumptions);
    }

    /// The same with another seed.
    public DoseQuestion withSeed(long other) {
        return new DoseQuestion(device, technique, outline, thickness, penetration, other, assumptions);
    }

    /// The answer. Takes as long as its punctures: a face of 200 cm² with 800,000 of them well under a second.
    public DoseEstimate estimate() {
        return new SharedSimulations().estimate(this);
    }

    /// Where the punctures lie, for pictures: those of [#estimate()], in cells of this size. Takes 4 bytes a
    /// cell.
    ///
    /// @param cell side of a cell, 0.05 to 2 mm
    /// @throws UnusableQuestion outside that range, or when the map would have more than 40 million cells
    public FineMap map(Length cell) {
        return FineMap.of(this, cell);
    }

    /// Which skin lies in a hole, for pictures: as [#estimate()] finds coverage. Takes up to 32 MB.
    public CoverageMap coverage() {
        return CoverageMap.of(this);
    }

    private static void checkSize(NeedleArray device, Technique technique, Outline outline) {
        double glide = technique.glide().millimetresPerSecond();
        double perCm2 = 100 * device.densityPerMm2(technique, glide);
        double punctures = perCm2 * outline.areaMm2() / 100;
        String field = switch (device) {
            case NeedleArray.Pen _ -> Limit.GLIDE.field();
            case NeedleArray.Roller _ -> Limit.PASSES.field();
            case NeedleArray.Stamp _ -> Limit.STAMPS.field();
        };
        if (!(perCm2 <= MOST_PER_CM2)) {
            throw new UnusableQuestion(
                    field,
                    String.format(Locale.ROOT, "such that the zone would receive %.3g punctures per cm²", perCm2),
                    "at most " + MOST_PER_CM2 + " (design limit)");
        }
        if (!(punctures <= MOST_PUNCTURES)) {
            throw new UnusableQuestion(
                    field,
                    String.format(Locale.ROOT, "such that the zone would receive %.3g punctures", punctures),
                    "at most " + MOST_PUNCTURES + " (design limit)");
        }
        double contacts = new Motion(device, technique, outline, glide).contacts();
        if (!(contacts <= MOST_CONTACTS)) {
            throw new UnusableQuestion(
                    field,
                    String.format(
                            Locale.ROOT,
                            "such that %.3g needle contacts, overshoot included, had to be simulated",
                            contacts),
                    String.format(Locale.ROOT, "at most %.0f (design limit)", MOST_CONTACTS));
        }
    }
}
