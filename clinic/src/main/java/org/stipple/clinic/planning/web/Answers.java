package org.stipple.clinic.planning.web;

import java.util.List;
import java.util.Optional;
import org.stipple.protocol.Fact;
import org.stipple.protocol.document.Document;

/// What a saved request file says, as the form shows it again.
record Answers(Document request) {

    static final Answers NONE = new Answers(Document.mapping());

    /// Text or number under a name at the top.
    String top(String name) {
        return at(request, name).map(Answers::text).orElse("");
    }

    /// The wished depth in millimetres, or empty.
    String goalDepthMm() {
        return at(request, "goal")
                .flatMap(goal -> at(goal, "depthMm"))
                .map(Answers::text)
                .orElse("");
    }

    /// Texts of a list at the top; an indication with a subtype counts by its identifier.
    List<String> list(String name) {
        return at(request, name)
                .map(document -> document instanceof Document.Listing(var items)
                        ? items.stream()
                                .map(item -> at(item, "id").map(Answers::text).orElseGet(() -> text(item)))
                                .toList()
                        : List.<String>of())
                .orElse(List.of());
    }

    /// The value of the form field of a fact: empty when it was not answered.
    String of(Fact fact) {
        return find(fact)
                .map(answer -> switch (answer) {
                    case Document.Listing _ -> "true";
                    case Document.Text(var value)
                    when fact.shape() == Fact.Shape.DAY && !value.equals("never") -> "date";
                    case Document.Text _, Document.Flag _, Document.Numeral _, Document.Unknown _, Document.Mapping _ ->
                        text(answer);
                })
                .orElse("");
    }

    /// The date of a fact, where it has one.
    String dayOf(Fact fact) {
        return of(fact).equals("date") ? find(fact).map(Answers::text).orElse("") : "";
    }

    /// The zones to which a fact was narrowed.
    List<String> zonesOf(Fact fact) {
        return find(fact)
                .map(answer -> answer instanceof Document.Listing(var items)
                        ? items.stream().map(Answers::text).toList()
                        : List.<String>of())
                .orElse(List.of());
    }

    private Optional<Document> find(Fact fact) {
        Optional<Document> place = Optional.of(request);
        for (String part : ("facts." + fact.path()).split("\\.")) {
            place = place.flatMap(document -> at(document, part));
        }
        return place.filter(document -> !(document instanceof Document.Unknown));
    }

    private static Optional<Document> at(Document document, String name) {
        return document instanceof Document.Mapping(var fields)
                ? Optional.ofNullable(fields.get(name))
                : Optional.empty();
    }

    private static String text(Document document) {
        return switch (document) {
            case Document.Text(var value) -> value;
            case Document.Flag(var value) -> Boolean.toString(value);
            case Document.Numeral(var value) -> value.toPlainString();
            case Document.Unknown _, Document.Listing _, Document.Mapping _ -> "";
        };
    }
}
