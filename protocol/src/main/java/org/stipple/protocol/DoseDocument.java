package org.stipple.protocol;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.stipple.dose.DensityFigures;
import org.stipple.dose.DermisReach;
import org.stipple.dose.DoseEstimate;
import org.stipple.dose.Healing;
import org.stipple.dose.InjuredVolume;
import org.stipple.dose.Pace;
import org.stipple.dose.SurfaceDose;
import org.stipple.dose.SurfaceDose.TwoWays;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Figures;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.PunctureDensity;

/// What a zone receives, as JSON: the answer of `stipple dose`, and `dose` in every planned zone. The page
/// `docs/data/dose.md` describes it.
public final class DoseDocument {

    private DoseDocument() {}

    /// The estimate without its map. Numbers have six significant digits.
    public static Document.Mapping of(DoseEstimate estimate) {
        var surface = estimate.surface();
        return Document.mapping()
                .with("density", density(surface.density()))
                .with("coverage", twoWays(surface.coverage()))
                .with("duplicates", twoWays(surface.duplicates()))
                .with(
                        "depth",
                        Document.listing(estimate.depth().stream()
                                .map(DoseDocument::depth)
                                .toList()))
                .with("injuredVolumeMm3PerCm2", number(estimate.injuredVolume()))
                .with("punctures", Document.of(surface.punctures()))
                .with("seconds", seconds(estimate.pace()))
                .with("strokesPerSecond", strokes(estimate.pace()))
                .with(
                        "closure",
                        Document.mapping()
                                .with("occluded", closure(estimate.occluded()))
                                .with("open", closure(estimate.open())))
                .with(
                        "healing",
                        Document.listing(estimate.healing().stream()
                                .map(DoseDocument::event)
                                .toList()))
                .with("uncertainty", uncertainty(estimate.uncertainty()))
                .with("assumptions", Document.texts(estimate.assumptions()))
                .with("seed", Document.of(estimate.seed()));
    }

    private static Document density(DensityFigures density) {
        return Document.mapping()
                .with("mean", number(density.mean()))
                .with("n95", number(density.n95()))
                .with("n50", number(density.n50()))
                .with("n5", number(density.n5()))
                .with("cv", Figures.number(density.cv()))
                .with("expected", number(density.expected()));
    }

    private static Document twoWays(TwoWays fraction) {
        return Document.mapping()
                .with("monteCarlo", Figures.number(fraction.monteCarlo().value()))
                .with("poisson", Figures.number(fraction.poisson().value()));
    }

    private static Document depth(DoseEstimate.DepthScenario scenario) {
        var fractions = scenario.fraction().stream()
                .map(fraction -> Figures.number(fraction.value()))
                .toList();
        return reach(
                        Document.mapping()
                                .with(
                                        "penetration",
                                        Figures.number(scenario.penetration().value()))
                                .with("binMm", Figures.number(scenario.binMm()))
                                .with("fraction", Document.listing(fractions)),
                        scenario.reach())
                .with("injuredVolumeMm3PerCm2", number(scenario.injuredVolume()));
    }

    private static Document.Mapping reach(Document.Mapping document, DermisReach reach) {
        return switch (reach) {
            case DermisReach.Reached(var reaching, var beyond) ->
                document.with("reachingDermis", Figures.number(reaching.value()))
                        .with("beyondDermis", Figures.number(beyond.value()));
            case DermisReach.ThicknessUnknown _ ->
                document.with("reachingDermis", Document.UNKNOWN).with("beyondDermis", Document.UNKNOWN);
        };
    }

    private static Document seconds(Pace pace) {
        return switch (pace) {
            case Pace.Motorised motorised -> Figures.number(motorised.seconds());
            case Pace.ByHand() -> Document.UNKNOWN;
        };
    }

    private static Document strokes(Pace pace) {
        return switch (pace) {
            case Pace.Motorised motorised -> Figures.number(motorised.strokesPerSecond());
            case Pace.ByHand() -> Document.UNKNOWN;
        };
    }

    private static Document closure(Healing.Closure closure) {
        return Document.mapping()
                .with("hours", Figures.number(closure.hours()))
                .with("condition", Document.of(closure.condition()))
                .with("source", Document.of(closure.source()));
    }

    private static Document event(Healing.Event event) {
        return Document.mapping()
                .with("day", Figures.number(event.day()))
                .with("event", Document.of(event.event()))
                .with("source", Document.of(event.source()));
    }

    private static Document uncertainty(DoseEstimate.Uncertainty range) {
        var surface = new SurfaceRange(range.lowest(), range.highest());
        return Document.mapping()
                .with(
                        "density",
                        Document.mapping()
                                .with("mean", surface.density(DensityFigures::mean))
                                .with("n95", surface.density(DensityFigures::n95))
                                .with("n50", surface.density(DensityFigures::n50))
                                .with("n5", surface.density(DensityFigures::n5))
                                .with("cv", surface.range(each -> each.density().cv()))
                                .with("expected", surface.density(DensityFigures::expected)))
                .with("coverage", surface.twoWays(SurfaceDose::coverage))
                .with("duplicates", surface.twoWays(SurfaceDose::duplicates))
                .with("reachingDermis", reachRange(range, DermisReach.Reached::reachingDermis))
                .with("beyondDermis", reachRange(range, DermisReach.Reached::beyondDermis))
                .with(
                        "injuredVolumeMm3PerCm2",
                        range(
                                number(range.injuredVolume().min()),
                                number(range.injuredVolume().max())))
                .with("punctures", surface.range(SurfaceDose::punctures))
                .with("seconds", secondsRange(range));
    }

    /// The lowest and the highest of each figure of the surface.
    private record SurfaceRange(SurfaceDose lowest, SurfaceDose highest) {

        Document range(ToDoubleFunction<SurfaceDose> figure) {
            return DoseDocument.range(
                    Figures.number(figure.applyAsDouble(lowest)), Figures.number(figure.applyAsDouble(highest)));
        }

        Document density(Function<DensityFigures, PunctureDensity> figure) {
            return range(each -> figure.apply(each.density()).perSquareCentimetre());
        }

        Document twoWays(Function<SurfaceDose, TwoWays> figure) {
            return Document.mapping()
                    .with(
                            "monteCarlo",
                            range(each -> figure.apply(each).monteCarlo().value()))
                    .with("poisson", range(each -> figure.apply(each).poisson().value()));
        }
    }

    private static Document reachRange(DoseEstimate.Uncertainty range, Function<DermisReach.Reached, Fraction> part) {
        if (range.leastReach() instanceof DermisReach.Reached least
                && range.mostReach() instanceof DermisReach.Reached most) {
            return range(
                    Figures.number(part.apply(least).value()),
                    Figures.number(part.apply(most).value()));
        }
        return Document.UNKNOWN;
    }

    private static Document secondsRange(DoseEstimate.Uncertainty range) {
        return switch (range.quickest()) {
            case Pace.Motorised _ -> range(seconds(range.quickest()), seconds(range.slowest()));
            case Pace.ByHand() -> Document.UNKNOWN;
        };
    }

    private static Document range(Document min, Document max) {
        return Document.mapping().with("min", min).with("max", max);
    }

    private static Document number(PunctureDensity density) {
        return Figures.number(density.perSquareCentimetre());
    }

    private static Document number(InjuredVolume volume) {
        return Figures.number(volume.cubicMillimetresPerSquareCentimetre());
    }
}
