package org.stipple.protocol;

import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;

/// A source that something rests on, by its identifier in the list of sources, with its strength.
public record Citation(String id, Strength strength) {

    Document document() {
        return Document.mapping().with("id", Document.of(id)).with("strength", Document.of(strength.id()));
    }

    static Citation read(Field field) {
        return new Citation(
                field.required("id").text(), field.required("strength").constant(Strength.class, Strength::id));
    }
}
