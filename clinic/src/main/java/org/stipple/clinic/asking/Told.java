package org.stipple.clinic.asking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stipple.protocol.Fact;
import org.stipple.protocol.document.Document;

/// What somebody told, as the fields of the pages: `indication`, `zone`, `fitzpatrick`, and for each question
/// `fact:PATH` with `day:PATH` or `zones:PATH`. Values of an answer are `true`, `false`, `never`,
/// `over-a-year`, `date`, `same`, a word, and `unknown`, which is an answer and never a no.
public record Told(Map<String, List<String>> fields) {

    /// Nothing.
    public static final Told NOTHING = new Told(Map.of());

    static final String UNKNOWN = "unknown";
    static final String SAME = "same";
    static final String DATE = "date";
    static final String OVER_A_YEAR = "over-a-year";

    public Told {
        var copy = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        fields = java.util.Collections.unmodifiableMap(copy);
    }

    /// This with what was told on another page over it.
    public Told with(Told other) {
        var all = new LinkedHashMap<>(fields);
        all.putAll(other.fields);
        return new Told(all);
    }

    /// This with one field more.
    public Told with(String name, List<String> values) {
        var all = new LinkedHashMap<>(fields);
        all.put(name, values);
        return new Told(all);
    }

    /// This without what was answered as it stands in the record.
    public Told withoutSame() {
        var other = new LinkedHashMap<>(fields);
        other.values().removeIf(values -> values.equals(List.of(SAME)));
        return new Told(other);
    }

    /// The values of a field; none where it was not told.
    public List<String> texts(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /// The value of a field; empty where it was not told.
    public String text(String name) {
        return texts(name).stream().findFirst().orElse("");
    }

    /// The choice at a question; empty where none was made.
    public String answer(Fact fact) {
        return text("fact:" + fact.path());
    }

    /// Puts what was told over a request file.
    ///
    /// @param before the request that `same` speaks of
    /// @param today the day of the answers: who says that something was not in the past year is taken to say
    ///   that it was the day before that, the latest day that the answer leaves open
    public Document.Mapping over(Document.Mapping request, Document.Mapping before, LocalDate today) {
        var told = request;
        if (!texts("indication").isEmpty()) {
            told = told.with("indications", Document.texts(texts("indication")));
        }
        if (!texts("zone").isEmpty()) {
            told = told.with("zones", Document.texts(texts("zone")));
        }
        String type = text("fitzpatrick");
        if (!type.isEmpty()) {
            told = told.with(
                    "fitzpatrick", type.equals(UNKNOWN) ? Document.UNKNOWN : Document.of(Integer.parseInt(type)));
        }
        for (Fact fact : Fact.values()) {
            if (!fact.standsAtTop() && !answer(fact).isEmpty()) {
                if (fact == Fact.PREVIOUS_NEEDLING && !answer(fact).equals(SAME)) {
                    told = told.withPath("facts.previous-needling", Document.UNKNOWN);
                }
                told = told.withPath("facts." + fact.path(), document(fact, before, today));
            }
        }
        return told;
    }

    private Document document(Fact fact, Document.Mapping before, LocalDate today) {
        return switch (answer(fact)) {
            case "true" ->
                texts("zones:" + fact.path()).isEmpty()
                        ? Document.of(true)
                        : Document.texts(texts("zones:" + fact.path()));
            case "false" -> Document.of(false);
            case DATE -> Document.of(text("day:" + fact.path()));
            case OVER_A_YEAR -> Document.of(today.minusYears(1).minusDays(1));
            case SAME -> at(before, "facts." + fact.path());
            case UNKNOWN -> Document.UNKNOWN;
            default -> Document.of(answer(fact));
        };
    }

    static Document at(Document document, String path) {
        Document place = document;
        for (String name : path.split("\\.")) {
            place = place instanceof Document.Mapping(var names)
                    ? names.getOrDefault(name, Document.UNKNOWN)
                    : Document.UNKNOWN;
        }
        return place;
    }

    /// As it is kept.
    Document document() {
        var kept = Document.mapping();
        for (var field : fields.entrySet()) {
            kept = kept.with(field.getKey(), Document.texts(field.getValue()));
        }
        return kept;
    }

    static Told read(Document kept) {
        var fields = new LinkedHashMap<String, List<String>>();
        if (kept instanceof Document.Mapping(var names)) {
            names.forEach((name, values) -> {
                var texts = new ArrayList<String>();
                if (values instanceof Document.Listing(var items)) {
                    items.forEach(item -> Optional.of(item)
                            .filter(Document.Text.class::isInstance)
                            .map(Document.Text.class::cast)
                            .ifPresent(text -> texts.add(text.value())));
                }
                fields.put(name, texts);
            });
        }
        return new Told(fields);
    }
}
