package org.stipple.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.stipple.protocol.document.Document;

/// What one benchmark gave.
///
/// @param name of its method, with its parameters
/// @param what `a second`, `µs, 99 of 100 below` and their like
/// @param value the mean, or the 99th of a hundred for single calls
/// @param error half the width of the 99.9 % interval of the mean, as JMH gives it; empty where that means
///   nothing
record Figure(String name, String what, double value, Optional<Double> error) {

    private static final String REFERENCE = "Reference";

    static Figure of(RunResult result) {
        var parameters = result.getParams();
        String name = parameters.getBenchmark().replaceFirst(".*\\.", "")
                + parameters.getParamsKeys().stream()
                        .map(key -> ", " + parameters.getParam(key))
                        .collect(Collectors.joining());
        var primary = result.getPrimaryResult();
        double score = primary.getScore();
        double error = primary.getScoreError();
        Optional<Double> known = Double.isFinite(error) ? Optional.of(error) : Optional.empty();
        if (parameters.getMode() == Mode.Throughput) {
            // All throughputs are measured by the microsecond.
            return new Figure(name, "a second", 1e6 * score, known.map(one -> 1e6 * one));
        }
        if (parameters.getMode() == Mode.SampleTime) {
            double most = primary.getStatistics().getPercentile(99);
            return new Figure(name, "µs, 99 of 100 calls below", most, Optional.empty());
        }
        return new Figure(name, primary.getScoreUnit().replace("/op", ""), score, known);
    }

    boolean isReference() {
        return name.contains(REFERENCE);
    }

    /// Whether this is the reference of the other.
    boolean isReferenceOf(Figure other) {
        return isReference()
                && !other.isReference()
                && what.equals(other.what)
                && name.replace(REFERENCE, "").equals(other.name);
    }

    /// How many times as quick this is as its reference.
    double ratioTo(Figure reference) {
        return what.equals("a second") ? value / reference.value : reference.value / value;
    }

    /// Three digits that count.
    static String text(double value) {
        return new BigDecimal(value).round(new MathContext(3)).toPlainString();
    }

    String words() {
        return text(value) + error.map(one -> " ± " + text(one)).orElse("");
    }

    Document document() {
        return Document.mapping()
                .with("benchmark", Document.of(name))
                .with("what", Document.of(what))
                .with("value", Document.of(value))
                .with("error", error.<Document>map(Document::of).orElse(Document.UNKNOWN));
    }
}
