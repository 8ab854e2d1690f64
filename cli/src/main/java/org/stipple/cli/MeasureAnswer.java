package org.stipple.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.stipple.imaging.ColourReference;
import org.stipple.imaging.Gate;
import org.stipple.imaging.Measurement;
import org.stipple.imaging.Outline;
import org.stipple.imaging.Reading;
import org.stipple.imaging.Registration;
import org.stipple.imaging.Scale;
import org.stipple.imaging.ZoneReadings;
import org.stipple.protocol.document.Document;
import org.stipple.quantities.Length;

/// A measurement as the JSON document of `stipple measure --json`. What is not known is null, with `why` beside
/// it.
final class MeasureAnswer {

    /// Finer digits of a reading are noise, and differ between processors.
    private static final int READING_DECIMALS = 5;

    private MeasureAnswer() {}

    static Document.Mapping of(Measurement measurement) {
        var scale = measurement.scale();
        return Document.mapping()
                .with("scale", scale(scale))
                .with("colour", colour(measurement.colour()))
                .with(
                        "gates",
                        Document.listing(measurement.gates().stream()
                                .map(MeasureAnswer::gate)
                                .toList()))
                .with(
                        "registration",
                        measurement
                                .registration()
                                .<Document>map(found -> registration(found, scale))
                                .orElse(Document.UNKNOWN))
                .with(
                        "zones",
                        Document.listing(measurement.zones().stream()
                                .map(MeasureAnswer::zone)
                                .toList()));
    }

    private static Document scale(Scale scale) {
        return switch (scale) {
            case Scale.Known(var pixel, var from) -> {
                var answer = Document.mapping()
                        .with(
                                "mmPerPx",
                                from.equals("given") ? Document.of(pixel.millimetres()) : rounded(pixel.millimetres()))
                        .with("from", Document.of(from));
                yield scale.isEstimated() ? answer.with("estimated", Document.of(true)) : answer;
            }
            case Scale.Unknown(var why) ->
                Document.mapping()
                        .with("mmPerPx", Document.UNKNOWN)
                        .with("from", Document.UNKNOWN)
                        .with("why", Document.of(why));
        };
    }

    private static Document colour(ColourReference colour) {
        return switch (colour) {
            case ColourReference.Card(var residual, var patches) ->
                Document.mapping()
                        .with("from", Document.of("card"))
                        .with("residualDeltaE00", rounded(residual))
                        .with("patches", Document.of(patches));
            case ColourReference.None(var why) ->
                Document.mapping()
                        .with("from", Document.UNKNOWN)
                        .with("residualDeltaE00", Document.UNKNOWN)
                        .with("why", Document.of(why));
        };
    }

    private static Document gate(Gate gate) {
        return Document.mapping()
                .with("gate", Document.of(gate.kind().id()))
                .with("photo", Document.of(gate.shot().id()))
                .with("zone", Document.of(gate.zone()))
                .with("value", rounded(gate.value()))
                .with("unit", Document.of(gate.kind().unit()))
                .with("limit", Document.of(gate.limit()))
                .with("bound", Document.of(gate.kind().isAtLeast() ? "min" : "max"))
                .with("passed", Document.of(gate.passed()));
    }

    private static Document registration(Registration registration, Scale scale) {
        return switch (registration) {
            case Registration.Registered found -> registered(found, scale);
            case Registration.NotRegistered(var why) ->
                Document.mapping()
                        .with("medianMm", Document.UNKNOWN)
                        .with("p95Mm", Document.UNKNOWN)
                        .with("maskedFraction", Document.UNKNOWN)
                        .with("why", Document.of(why));
        };
    }

    private static Document registered(Registration.Registered found, Scale scale) {
        var answer = Document.mapping()
                .with("medianMm", millimetres(found.median(scale)))
                .with("p95Mm", millimetres(found.p95(scale)))
                .with("medianPx", rounded(found.medianPx()))
                .with("p95Px", rounded(found.p95Px()))
                .with("maskedFraction", rounded(found.maskedFraction().value()));
        return scale instanceof Scale.Unknown(var why) ? answer.with("why", Document.of(why)) : answer;
    }

    private static Document millimetres(Optional<Length> length) {
        return length.<Document>map(known -> rounded(known.millimetres())).orElse(Document.UNKNOWN);
    }

    private static Document zone(ZoneReadings zone) {
        var answer = Document.mapping()
                .with("id", Document.of(zone.id()))
                .with(
                        "areaCm2",
                        zone.area()
                                .<Document>map(area -> rounded(area.squareCentimetres()))
                                .orElse(Document.UNKNOWN));
        if (zone.followupOutline().isPresent()) {
            answer = answer.with(
                    "followupPolygon", polygon(zone.followupOutline().get()));
        }
        return answer.with(
                "readings",
                Document.listing(
                        zone.readings().stream().map(MeasureAnswer::reading).toList()));
    }

    private static Document polygon(Outline outline) {
        return Document.listing(outline.corners().stream()
                .map(place -> Document.listing(java.util.List.of(tenth(place.x()), tenth(place.y()))))
                .toList());
    }

    private static Document tenth(double pixels) {
        return Document.of(BigDecimal.valueOf(pixels).setScale(1, RoundingMode.HALF_EVEN));
    }

    private static Document reading(Reading reading) {
        var answer = Document.mapping()
                .with("metric", Document.of(reading.metric().id()))
                .with("unit", Document.of(reading.metric().unit()));
        return switch (reading) {
            case Reading.Measured measured -> answer.with("before", Document.of(decimal(measured.before())));
            case Reading.Compared compared -> compared(answer, compared);
            case Reading.NotMeasurable refused ->
                answer.with("verdict", Document.of("not-measurable")).with("why", Document.of(refused.why()));
        };
    }

    private static Document compared(Document.Mapping answer, Reading.Compared reading) {
        BigDecimal before = decimal(reading.before());
        BigDecimal after = decimal(reading.after());
        var judged = answer.with("before", Document.of(before))
                .with("after", Document.of(after))
                // Of the rounded values, so that a reader who subtracts finds what stands here.
                .with("change", Document.of(after.subtract(before)))
                .with("sdc95", Document.of(reading.sdc95()))
                .with("verdict", Document.of(reading.verdict().id()));
        return reading.verdict()
                .why()
                .map(why -> judged.with("why", Document.of(why)))
                .orElse(judged);
    }

    static BigDecimal decimal(double reading) {
        return BigDecimal.valueOf(reading).setScale(READING_DECIMALS, RoundingMode.HALF_EVEN);
    }

    static Document rounded(double value) {
        return Document.of(BigDecimal.valueOf(value).round(new MathContext(4)).stripTrailingZeros());
    }
}
