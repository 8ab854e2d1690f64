package org.stipple.protocol.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a JSON or YAML file says: an immutable tree.
public sealed interface Document {

    /// Names with what stands under them, in the order in which they were written.
    record Mapping(Map<String, Document> fields) implements Document {
        public Mapping {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /// @return this with one more name, or with another document under a name that it had
        public Mapping with(String name, Document document) {
            var more = new LinkedHashMap<>(fields);
            more.put(name, document);
            return new Mapping(more);
        }

        /// As [#with], but below the names of a path: `withPath("peel.last", …)` puts `last` into the mapping
        /// under `peel`, which is made where there is none and keeps what else stands in it.
        ///
        /// @param path names with points between them; one name alone is [#with]
        /// @throws IllegalArgumentException where something other than a mapping or unknown stands on the
        ///   way, or a name of the path is empty
        public Mapping withPath(String path, Document document) {
            int point = path.indexOf('.');
            String name = point < 0 ? path : path.substring(0, point);
            if (name.isEmpty()) {
                throw new IllegalArgumentException("a path has a name between its points, was " + path);
            }
            if (point < 0) {
                return with(name, document);
            }
            var below = fields.getOrDefault(name, UNKNOWN);
            return with(
                    name,
                    switch (below) {
                        case Mapping parts -> parts.withPath(path.substring(point + 1), document);
                        case Unknown _ -> mapping().withPath(path.substring(point + 1), document);
                        case Listing _, Text _, Numeral _, Flag _ ->
                            throw new IllegalArgumentException(name + " has no parts to put " + path + " into");
                    });
        }
    }

    /// Items in order.
    record Listing(List<Document> items) implements Document {
        public Listing {
            items = List.copyOf(items);
        }
    }

    /// Text.
    record Text(String value) implements Document {}

    /// A number, exactly as it was written.
    record Numeral(BigDecimal value) implements Document {}

    /// `true` or `false`.
    record Flag(boolean value) implements Document {}

    /// `null`: said to be unknown.
    record Unknown() implements Document {}

    /// `null`.
    Unknown UNKNOWN = new Unknown();

    /// The text.
    static Document of(String text) {
        return new Text(text);
    }

    /// The date as `2026-11-20`.
    static Document of(LocalDate date) {
        return new Text(date.toString());
    }

    /// The number.
    static Document of(long number) {
        return new Numeral(BigDecimal.valueOf(number));
    }

    /// The number, in the shortest decimal form that reads back as the same double.
    ///
    /// @throws IllegalArgumentException when it is not finite: JSON has no word for that, and absence is
    ///   written as unknown
    static Document of(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("a number in a document must be finite, was " + number);
        }
        return new Numeral(BigDecimal.valueOf(number));
    }

    /// The number.
    static Document of(BigDecimal number) {
        return new Numeral(number);
    }

    /// The flag.
    static Document of(boolean flag) {
        return new Flag(flag);
    }

    /// Items in order.
    static Document listing(Collection<? extends Document> items) {
        return new Listing(new ArrayList<>(items));
    }

    /// Texts in order.
    static Document texts(Collection<String> items) {
        return new Listing(items.stream().map(Document::of).toList());
    }

    /// A mapping to be built in order: `Document.mapping().with("id", Document.of("cheek-left"))`.
    static Mapping mapping() {
        return new Mapping(Map.of());
    }
}
