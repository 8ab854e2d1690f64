package org.stipple.protocol;

import java.util.List;
import java.util.Set;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;

/// What to do and what to leave after a session, or what to look out for.
///
/// @param fromHours after the session
/// @param toHours after the session
/// @param todo what to do
/// @param avoid what to leave
/// @param basis `sourced` or `design`
public record AftercareStep(
        String id, int fromHours, int toHours, String todo, String avoid, String basis, List<Citation> sources) {

    public AftercareStep {
        sources = List.copyOf(sources);
    }

    /// Whether it tells of a sign that is not expected, and not of what everybody does.
    public boolean isRedFlag() {
        return id.startsWith(RedFlag.STEP);
    }

    /// From when to when after the session: `24 h to 3 days`, or `day 14`.
    public String when() {
        if (fromHours == toHours) {
            return "day " + fromHours / 24;
        }
        return span(fromHours) + " to " + span(toHours);
    }

    /// As a person reads it: `24 h to 3 days: A gentle moisturiser. Avoid: Hard exercise.`
    public String words() {
        return when() + ": " + todo + (avoid.isEmpty() ? "" : " Avoid: " + avoid);
    }

    private static String span(int hours) {
        return hours < 48 ? hours + " h" : hours / 24 + " days";
    }

    Document document() {
        return Document.mapping()
                .with("id", Document.of(id))
                .with("fromHours", Document.of(fromHours))
                .with("toHours", Document.of(toHours))
                .with("do", Document.of(todo))
                .with("avoid", Document.of(avoid))
                .with("basis", Document.of(basis))
                .with(
                        "sources",
                        Document.listing(
                                sources.stream().map(Citation::document).toList()));
    }

    static AftercareStep read(Field field) {
        field.mapping(Set.of("id", "fromHours", "toHours", "do", "avoid", "basis", "sources"));
        return new AftercareStep(
                field.required("id").text(),
                field.required("fromHours").integer(0, 100_000),
                field.required("toHours").integer(0, 100_000),
                field.required("do").text(),
                field.required("avoid").text(),
                field.required("basis").text(),
                field.required("sources").items().stream().map(Citation::read).toList());
    }
}
