package org.stipple.protocol;

import java.util.List;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;

/// One side of a disagreement.
///
/// @param says what it says
/// @param sources identifiers of who says so
/// @param chosen whether we follow it
public record View(String says, List<String> sources, boolean chosen) {

    public View {
        sources = List.copyOf(sources);
    }

    Document document() {
        return Document.mapping()
                .with("says", Document.of(says))
                .with("sources", Document.texts(sources))
                .with("chosen", Document.of(chosen));
    }

    static View read(Field field) {
        field.mapping(java.util.Set.of("says", "sources", "chosen"));
        return new View(
                field.required("says").text(),
                field.required("sources").items().stream().map(Field::text).toList(),
                field.optional("chosen").map(Field::flag).orElse(false));
    }
}
