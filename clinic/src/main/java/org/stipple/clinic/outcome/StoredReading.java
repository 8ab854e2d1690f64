package org.stipple.clinic.outcome;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.stipple.imaging.Reading;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;

/// One reading as the clinic keeps it, in the words of the command line's answer.
///
/// @param verdict `improved`, `no-detectable-change`, `worse` or `not-measurable`; empty where one photo alone
///   was read
/// @param why the reason where it is not measurable
public record StoredReading(
        String zone,
        String metric,
        String unit,
        Optional<BigDecimal> before,
        Optional<BigDecimal> after,
        Optional<BigDecimal> sdc95,
        Optional<String> verdict,
        Optional<String> why) {

    private static final MathContext DIGITS = new MathContext(6);

    static StoredReading of(String zone, Reading reading) {
        String metric = reading.metric().id();
        String unit = reading.metric().unit();
        return switch (reading) {
            case Reading.Measured(var _, var before) ->
                new StoredReading(
                        zone,
                        metric,
                        unit,
                        number(before),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
            case Reading.Compared(var _, var before, var after, var sdc95, var verdict) ->
                new StoredReading(
                        zone,
                        metric,
                        unit,
                        number(before),
                        number(after),
                        number(sdc95),
                        Optional.of(verdict.id()),
                        verdict.why());
            case Reading.NotMeasurable(var _, var why) ->
                new StoredReading(
                        zone,
                        metric,
                        unit,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("not-measurable"),
                        Optional.of(why));
        };
    }

    private static Optional<BigDecimal> number(double value) {
        return Optional.of(BigDecimal.valueOf(value).round(DIGITS));
    }

    Document document() {
        return Document.mapping()
                .with("zone", Document.of(zone))
                .with("metric", Document.of(metric))
                .with("unit", Document.of(unit))
                .with("before", before.map(Document::of).orElse(Document.UNKNOWN))
                .with("after", after.map(Document::of).orElse(Document.UNKNOWN))
                .with("sdc95", sdc95.map(Document::of).orElse(Document.UNKNOWN))
                .with("verdict", verdict.map(Document::of).orElse(Document.UNKNOWN))
                .with("why", why.map(Document::of).orElse(Document.UNKNOWN));
    }

    static StoredReading read(Field field) {
        return new StoredReading(
                field.required("zone").text(),
                field.required("metric").text(),
                field.required("unit").text(),
                decimal(field, "before"),
                decimal(field, "after"),
                decimal(field, "sdc95"),
                field.optional("verdict").map(Field::text),
                field.optional("why").map(Field::text));
    }

    private static Optional<BigDecimal> decimal(Field field, String name) {
        return field.optional(name).map(value -> value.decimal("-1e12", "1e12"));
    }
}
