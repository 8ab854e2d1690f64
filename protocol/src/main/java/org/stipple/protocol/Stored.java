package org.stipple.protocol;

import java.util.Arrays;
import java.util.List;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.ZoneId;

/// Reads what several stored answers have in common.
final class Stored {

    private Stored() {}

    static ZoneId zone(Field field) {
        return field.constant(ZoneId.class, ZoneId::id);
    }

    static List<ZoneId> zones(Field field) {
        return field.items().stream().map(Stored::zone).toList();
    }

    static List<Fact> facts(Field field) {
        return field.items().stream()
                .map(item -> item.word(
                        Fact::find, Arrays.stream(Fact.values()).map(Fact::path).toList()))
                .toList();
    }

    static List<String> texts(Field field) {
        return field.items().stream().map(Field::text).toList();
    }
}
