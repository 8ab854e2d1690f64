package org.stipple.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.stipple.dose.ChannelsByLayer;
import org.stipple.dose.DepthDensity;
import org.stipple.dose.DermisReach;
import org.stipple.dose.DoseEstimate;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.EdgeBand;
import org.stipple.dose.Healing;
import org.stipple.dose.RobustDose;
import org.stipple.dose.RobustQuestion;
import org.stipple.dose.Slit;
import org.stipple.dose.SurfaceDose;
import org.stipple.dose.UnusableQuestion;
import org.stipple.protocol.DoseDocument;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Figures;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Interval;
import org.stipple.quantities.PunctureDensity;

/// The whole answer of `stipple dose --json`: the estimate, and by depth, by layer and over scenarios.
final class DoseDetail {

    /// Design: speed ± 30 % with duty 1 and 0.6 times that told, beside the told ones: the extremes alone,
    /// because each is a simulation, and many questions come in one batch.
    private static final int OTHER_HANDS = 4;

    private static final int THICKNESSES = 3;

    private DoseDetail() {}

    static Document.Mapping document(DoseQuestion question, DoseEstimate estimate) {
        return DoseDocument.of(estimate)
                .with("depthDensity", depthDensity(estimate))
                .with(
                        "layers",
                        Document.listing(question.penetration().stream()
                                .map(each -> layers(question, each))
                                .toList()))
                .with("robust", robust(question))
                .with("slitMm", slit(Slit.of(question)))
                .with("edge", edge(EdgeBand.of(question, estimate.map())))
                .with(
                        "earliest",
                        Document.listing(Healing.EARLIEST.stream()
                                .<Document>map(each -> Document.mapping()
                                        .with("what", Document.of(each.what()))
                                        .with("day", Document.of(each.day()))
                                        .with("source", Document.of(each.source())))
                                .toList()));
    }

    /// How many simulations run at a time.
    static int workers() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
    }

    private static Document slit(Slit slit) {
        return Document.mapping()
                .with("taken", Document.of(0))
                .with("most", Figures.number(slit.most().millimetres()))
                .with("how", Document.of(slit.how()));
    }

    private static Document edge(EdgeBand band) {
        return Document.mapping()
                .with("widthMm", Figures.number(band.width().millimetres()))
                .with("areaCm2", Figures.number(band.area().squareCentimetres()))
                .with("density", density(band.within()))
                .with("furtherIn", density(band.further()));
    }

    private static Document density(Optional<PunctureDensity> density) {
        return density.map(each -> Figures.number(each.perSquareCentimetre())).orElse(Document.UNKNOWN);
    }

    private static Document depthDensity(DoseEstimate estimate) {
        var histograms = estimate.depthDensity();
        return Document.listing(IntStream.range(0, histograms.size())
                .mapToObj(i -> depthDensity(estimate.depth().get(i).penetration(), histograms.get(i)))
                .toList());
    }

    private static Document depthDensity(Fraction penetration, DepthDensity histogram) {
        return Document.mapping()
                .with("penetration", Figures.number(penetration.value()))
                .with("binMm", Figures.number(histogram.bin().millimetres()))
                .with("perCm2", densities(histogram.perBin()))
                .with("deeperThanPerCm2", densities(histogram.deeperThan()));
    }

    private static Document densities(List<PunctureDensity> densities) {
        return Document.listing(densities.stream()
                .map(each -> Figures.number(each.perSquareCentimetre()))
                .toList());
    }

    private static Document layers(DoseQuestion question, Fraction penetration) {
        var document = Document.mapping().with("penetration", Figures.number(penetration.value()));
        return switch (ChannelsByLayer.of(question, penetration)) {
            case ChannelsByLayer.Known(var layers) ->
                document.with(
                        "reaching",
                        Document.listing(layers.stream()
                                .<Document>map(each -> Document.mapping()
                                        .with("layer", Document.of(GoalAnswer.id(each.layer())))
                                        .with(
                                                "fraction",
                                                Figures.number(each.part().value()))
                                        .with(
                                                "perCm2",
                                                Figures.number(each.channels().perSquareCentimetre())))
                                .toList()));
            case ChannelsByLayer.ThicknessUnknown(var why) ->
                document.with("reaching", Document.UNKNOWN).with("why", Document.of(why));
        };
    }

    /// The least and the most of each figure over the penetrations asked, skin one standard deviation thinner and
    /// thicker, and the extremes of speed and duty, in every combination.
    private static Document robust(DoseQuestion question) {
        int combinations = question.penetration().size() * THICKNESSES * (OTHER_HANDS + 1);
        try {
            var scenarios = RobustQuestion.around(question, combinations, OTHER_HANDS);
            return robust(scenarios.evaluate(workers()));
        } catch (UnusableQuestion tooMuch) {
            // The question itself fits; one of its scenarios makes more punctures than are ever simulated.
            return Document.mapping().with("notEvaluated", Document.of(String.valueOf(tooMuch.getMessage())));
        }
    }

    private static Document robust(RobustDose dose) {
        return Document.mapping()
                .with("scenarios", Document.of(dose.outcomes().size()))
                .with(
                        "density",
                        Document.mapping()
                                .with(
                                        "mean",
                                        surface(
                                                dose,
                                                each -> each.density().mean().perSquareCentimetre()))
                                .with(
                                        "n95",
                                        surface(
                                                dose,
                                                each -> each.density().n95().perSquareCentimetre()))
                                .with(
                                        "n5",
                                        surface(
                                                dose,
                                                each -> each.density().n5().perSquareCentimetre())))
                .with(
                        "coverage",
                        surface(dose, each -> each.coverage().monteCarlo().value()))
                .with(
                        "duplicates",
                        surface(dose, each -> each.duplicates().monteCarlo().value()))
                .with("reachingDermis", reach(dose, DermisReach.Reached::reachingDermis))
                .with("beyondDermis", reach(dose, DermisReach.Reached::beyondDermis))
                .with(
                        "injuredVolumeMm3PerCm2",
                        range(dose, each -> each.injuredVolume().cubicMillimetresPerSquareCentimetre()));
    }

    private static Document surface(RobustDose dose, ToDoubleFunction<SurfaceDose> figure) {
        return range(dose, each -> figure.applyAsDouble(each.surface()));
    }

    private static Document range(RobustDose dose, Function<RobustDose.Outcome, Double> figure) {
        return range(dose.range(figure));
    }

    private static Document range(Interval<Double> range) {
        return Document.mapping().with("min", Figures.number(range.min())).with("max", Figures.number(range.max()));
    }

    /// Unknown where the thickness is: in one scenario as in all.
    private static Document reach(RobustDose dose, Function<DermisReach.Reached, Fraction> part) {
        var parts = dose.outcomes().stream()
                .flatMap(outcome -> reached(outcome.reach()).stream())
                .map(each -> part.apply(each).value())
                .sorted()
                .toList();
        return parts.isEmpty() ? Document.UNKNOWN : range(Interval.of(parts.getFirst(), parts.getLast()));
    }

    private static Optional<DermisReach.Reached> reached(DermisReach reach) {
        return switch (reach) {
            case DermisReach.Reached reached -> Optional.of(reached);
            case DermisReach.ThicknessUnknown _ -> Optional.empty();
        };
    }
}
