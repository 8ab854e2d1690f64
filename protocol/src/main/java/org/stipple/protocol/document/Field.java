package org.stipple.protocol.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A place in a document that knows its full path. Everything that does not fit is refused with the path,
/// what stands there and what was expected.
///
/// `Field.root(Documents.read("age: 34")).required("age").integer(0, 120)` is 34; with `age: 340` it throws
/// `age: was 340, expected a whole number from 0 to 120`.
public record Field(String path, Document document) {

    private static final int SHORT = 60;

    /// The whole document.
    public static Field root(Document document) {
        return new Field("", document);
    }

    /// An exception that says what stands here and what was expected instead.
    public UnusableInput refused(String expected) {
        return new UnusableInput(path, words(document), expected);
    }

    /// Whether this says `null` or `unknown`.
    public boolean isUnknown() {
        return isUnknown(document);
    }

    private static boolean isUnknown(Document document) {
        return switch (document) {
            case Document.Unknown() -> true;
            case Document.Text(var value) -> value.equals("unknown");
            case Document.Flag _, Document.Numeral _, Document.Listing _, Document.Mapping _ -> false;
        };
    }

    /// This as a mapping whose names all stand in `known`: a slip in typing must not read as an unanswered
    /// question.
    public Field mapping(Set<String> known) {
        for (String name : fields().keySet()) {
            if (!known.contains(name)) {
                throw new UnusableInput(
                        pathOf(name), "a name that is not known here", "one of " + String.join(", ", sorted(known)));
            }
        }
        return this;
    }

    /// The names of this mapping, in order.
    public List<String> names() {
        return List.copyOf(fields().keySet());
    }

    /// The field of this name.
    ///
    /// @return empty when it is absent, `null` or `unknown`
    public Optional<Field> optional(String name) {
        var value = fields().get(name);
        return value == null || isUnknown(value) ? Optional.empty() : Optional.of(new Field(pathOf(name), value));
    }

    /// As [#optional(String)], but absence is refused.
    public Field required(String name) {
        return required(name, "a value");
    }

    /// As [#required(String)].
    ///
    /// @param expected what an absent one should have been: range and unit
    public Field required(String name, String expected) {
        var value = fields().get(name);
        if (value == null || isUnknown(value)) {
            throw new UnusableInput(pathOf(name), "absent", expected);
        }
        return new Field(pathOf(name), value);
    }

    /// The field of this name whatever it says, for answers in which `unknown` is a word like any other.
    public Field present(String name) {
        var document = fields().get(name);
        if (document == null) {
            throw new UnusableInput(pathOf(name), "absent", "a value");
        }
        return new Field(pathOf(name), document);
    }

    private java.util.Map<String, Document> fields() {
        if (document instanceof Document.Mapping(var fields)) {
            return fields;
        }
        throw refused("names with values");
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /// The items of this list.
    public List<Field> items() {
        if (!(document instanceof Document.Listing(var items))) {
            throw refused("a list");
        }
        var fields = new ArrayList<Field>();
        for (var item : items) {
            fields.add(new Field(path + "[" + fields.size() + "]", item));
        }
        return List.copyOf(fields);
    }

    /// This text.
    public String text() {
        if (document instanceof Document.Text(var value)) {
            return value;
        }
        throw refused("text");
    }

    /// This flag. YAML 1.2 has no `yes` and `no`.
    public boolean flag() {
        if (document instanceof Document.Flag(var value)) {
            return value;
        }
        throw refused(isYesOrNo() ? "true or false: write true or false" : "true or false");
    }

    /// Whether it says true or false in a word that YAML 1.2 does not know: `yes`, `off`.
    public boolean isYesOrNo() {
        return document instanceof Document.Text(var word)
                && Set.of("yes", "no", "on", "off", "y", "n").contains(word.toLowerCase(java.util.Locale.ROOT));
    }

    /// This whole number.
    public int integer(int min, int max) {
        if (!(document instanceof Document.Numeral(var value))
                || value.stripTrailingZeros().scale() > 0
                || value.compareTo(BigDecimal.valueOf(min)) < 0
                || value.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw refused("a whole number from " + min + " to " + max);
        }
        return value.intValueExact();
    }

    /// This whole number of 64 bits.
    public long longInteger() {
        String expected = "a whole number of at most 64 bits";
        BigDecimal value = numeral(expected);
        if (value.scale() < -20 || value.stripTrailingZeros().scale() > 0) {
            throw refused(expected);
        }
        BigInteger whole = value.toBigIntegerExact();
        if (whole.bitLength() > 63) {
            throw refused(expected);
        }
        return whole.longValueExact();
    }

    /// This number.
    public BigDecimal decimal(String min, String max) {
        return decimal(new BigDecimal(min), new BigDecimal(max));
    }

    /// As [#decimal(String, String)].
    ///
    /// @param expected what should stand here: range and unit
    public BigDecimal decimal(String min, String max, String expected) {
        return decimal(new BigDecimal(min), new BigDecimal(max), expected);
    }

    private BigDecimal decimal(BigDecimal min, BigDecimal max) {
        return decimal(min, max, "a number from " + min.toPlainString() + " to " + max.toPlainString());
    }

    private BigDecimal decimal(BigDecimal min, BigDecimal max, String expected) {
        if (!(document instanceof Document.Numeral(var value))
                || value.compareTo(min) < 0
                || value.compareTo(max) > 0) {
            throw refused(expected);
        }
        return value;
    }

    /// This number, for physics.
    public double number(double min, double max) {
        return decimal(BigDecimal.valueOf(min), BigDecimal.valueOf(max)).doubleValue();
    }

    /// As [#number(double, double)].
    ///
    /// @param expected what should stand here: range and unit
    public double number(double min, double max, String expected) {
        return decimal(BigDecimal.valueOf(min), BigDecimal.valueOf(max), expected)
                .doubleValue();
    }

    private BigDecimal numeral(String expected) {
        if (document instanceof Document.Numeral(var value)) {
            return value;
        }
        throw refused(expected);
    }

    /// This date as `2026-11-20`.
    public LocalDate date() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeException notADate) {
            throw refused("a date such as 2026-11-20");
        }
    }

    /// One of a set of words.
    ///
    /// @param find gives the meaning of a word, or nothing
    /// @param known the words, for the message
    public <T> T word(Function<String, Optional<T>> find, List<String> known) {
        var found = document instanceof Document.Text(var value) ? find.apply(value) : Optional.<T>empty();
        if (found.isEmpty()) {
            throw refused("one of " + String.join(", ", known));
        }
        return found.get();
    }

    /// One of the constants of an enumeration, by the words that `id` gives them.
    public <E extends Enum<E>> E constant(Class<E> type, Function<E, String> id) {
        var words = new ArrayList<String>();
        for (var constant : type.getEnumConstants()) {
            String word = id.apply(constant);
            if (document instanceof Document.Text(var value) && value.equals(word)) {
                return constant;
            }
            words.add(word);
        }
        throw refused("one of " + String.join(", ", words));
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static String words(Document document) {
        String json = Documents.json(document);
        return json.length() <= SHORT ? json : json.substring(0, SHORT) + "…";
    }
}
