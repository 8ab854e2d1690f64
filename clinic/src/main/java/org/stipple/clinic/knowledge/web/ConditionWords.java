package org.stipple.clinic.knowledge.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;

/// Says the condition of a rule in words: `isotretinoin stopped within 6 months, and not (isotretinoin
/// current)`.
final class ConditionWords {

    private ConditionWords() {}

    static String of(Document condition) {
        return switch (condition) {
            case Document.Mapping(var fields) -> {
                var parts = new ArrayList<String>();
                fields.forEach((name, value) -> parts.add(part(name, value)));
                yield String.join(" ", parts);
            }
            case Document.Listing(var items) -> joined(items, ", ");
            case Document.Text(var text) -> text;
            case Document.Numeral(var number) -> number.toPlainString();
            case Document.Flag(var flag) -> flag ? "yes" : "no";
            case Document.Unknown() -> "unknown";
        };
    }

    private static String part(String name, Document value) {
        return switch (name) {
            case "all" -> value instanceof Document.Listing(var items) ? joined(items, ", and ") : of(value);
            case "any" ->
                value instanceof Document.Listing(var items) ? "one of: " + joined(items, ", or ") : of(value);
            case "not" -> "not (" + of(value) + ")";
            case "fact" -> "“" + of(value) + "”";
            case "is", "in" -> "is " + (value instanceof Document.Listing ? "one of " : "") + of(value);
            case "withinDays" -> "in the last " + of(value) + " days";
            case "withinMonths" -> "in the last " + of(value) + " months";
            default -> words(name) + " " + of(value);
        };
    }

    private static String joined(List<Document> items, String between) {
        return items.stream().map(ConditionWords::of).collect(Collectors.joining(between));
    }

    /// `withinMonths` as `within months`.
    static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
    }

    /// An example's facts in one line.
    static String example(Document example) {
        return Documents.json(example)
                .replaceAll("[{}\"]", "")
                .replace(":", ": ")
                .replace(",", ", ");
    }
}
