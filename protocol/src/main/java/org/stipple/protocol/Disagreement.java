package org.stipple.protocol;

import java.util.List;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;

/// Where people are told two things: both, which we follow, and why.
///
/// @param question what is disputed
/// @param views one of them chosen
/// @param why we follow it
public record Disagreement(String id, String question, List<View> views, String why) {

    /// @throws IllegalArgumentException unless exactly one view is chosen
    public Disagreement {
        views = List.copyOf(views);
        if (views.stream().filter(View::chosen).count() != 1) {
            throw new IllegalArgumentException("exactly one view of " + id + " must be chosen");
        }
    }

    /// The view that we follow.
    public View chosen() {
        return views.stream().filter(View::chosen).findFirst().orElseThrow();
    }

    Document document() {
        return Document.mapping()
                .with("id", Document.of(id))
                .with("question", Document.of(question))
                .with(
                        "views",
                        Document.listing(views.stream().map(View::document).toList()))
                .with("chosen", Document.of(chosen().says()))
                .with("why", Document.of(why));
    }

    static Disagreement read(Field field) {
        return new Disagreement(
                field.required("id").text(),
                field.required("question").text(),
                field.required("views").items().stream().map(View::read).toList(),
                field.required("why").text());
    }

    /// A disagreement of the knowledge with the condition under which it matters.
    record Conditional(Disagreement disagreement, Condition when) {}
}
