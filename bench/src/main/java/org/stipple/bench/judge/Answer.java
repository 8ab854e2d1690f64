package org.stipple.bench.judge;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stipple.protocol.document.Document;

/// What `stipple measure --json --masks DIR` answered, as far as the judge asks: of its first zone.
final class Answer {

    /// One metric.
    ///
    /// @param why it has no verdict
    record Reading(Optional<Double> before, Optional<Double> after, Optional<String> verdict, String why) {}

    private static final Reading NONE =
            new Reading(Optional.empty(), Optional.empty(), Optional.empty(), "the answer does not name it");

    private final Document document;
    private final Map<String, BitSet> masks;
    private final Map<String, Reading> readings = new HashMap<>();

    /// @param masks by name of file, without its ending
    Answer(Document document, Map<String, BitSet> masks) {
        this.document = document;
        this.masks = Map.copyOf(masks);
        for (Document reading : items(field(zone(), "readings"))) {
            var verdict = text(field(reading, "verdict"));
            readings.put(
                    text(field(reading, "metric")).orElse(""),
                    new Reading(
                            number(field(reading, "before")),
                            number(field(reading, "after")),
                            verdict.filter(word -> !word.equals("not-measurable")),
                            text(field(reading, "why")).orElse("")));
        }
    }

    Reading reading(String metric) {
        return readings.getOrDefault(metric, NONE);
    }

    Optional<BitSet> mask(String name) {
        return Optional.ofNullable(masks.get(name));
    }

    Optional<Double> areaCm2() {
        return number(field(zone(), "areaCm2"));
    }

    /// The corners of the zone in the follow-up, x and y by turns; empty when it was not carried over.
    double[] followupPolygon() {
        return items(field(zone(), "followupPolygon")).stream()
                .flatMap(corner -> items(corner).stream())
                .mapToDouble(value -> number(value).orElseThrow())
                .toArray();
    }

    String whyNotRegistered() {
        return text(field(field(document, "registration"), "why")).orElse("no registration");
    }

    Optional<String> scaleFrom() {
        return text(field(field(document, "scale"), "from"));
    }

    Optional<Double> mmPerPx() {
        return number(field(field(document, "scale"), "mmPerPx"));
    }

    private Document zone() {
        List<Document> zones = items(field(document, "zones"));
        return zones.isEmpty() ? Document.UNKNOWN : zones.getFirst();
    }

    private static Document field(Document of, String name) {
        return of instanceof Document.Mapping(var fields)
                ? fields.getOrDefault(name, Document.UNKNOWN)
                : Document.UNKNOWN;
    }

    private static List<Document> items(Document of) {
        return of instanceof Document.Listing(var items) ? items : List.of();
    }

    private static Optional<String> text(Document of) {
        return of instanceof Document.Text(var value) ? Optional.of(value) : Optional.empty();
    }

    private static Optional<Double> number(Document of) {
        return of instanceof Document.Numeral(var value) ? Optional.of(value.doubleValue()) : Optional.empty();
    }
}
