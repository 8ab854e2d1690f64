package org.stipple.protocol.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Documents in and out.
///
/// YAML is 1.2 with the core schema, of which JSON is a part, so one reader serves both. Duplicate keys, more
/// than one document, endless and not-a-number values, deep nesting and alias bombs are refused.
public final class Documents {

    /// Larger files are refused before they are parsed.
    public static final int MAX_CHARACTERS = 4_000_000;

    private static final int MAX_NESTING = 50;
    private static final int MAX_ALIASES = 20;

    private Documents() {}

    /// Reads one YAML 1.2 core or JSON document.
    ///
    /// @throws UnusableInput with the path, when the text is no such document
    public static Document read(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw new UnusableInput("", "a file of " + text.length() + " characters", "at most " + MAX_CHARACTERS);
        }
        String spaced = JsonSpaces.withoutTabs(text);
        try {
            return parse(spaced);
        } catch (YamlEngineException | IllegalArgumentException | StackOverflowError broken) {
            // What YAML refuses may still be JSON, which lets a name stand apart from its colon.
            String together = JsonSpaces.isJsonLike(spaced) ? JsonSpaces.withColonsAtNames(spaced) : spaced;
            if (!together.equals(spaced)) {
                return read(together);
            }
            throw YamlFault.in(spaced, settings(spaced), MAX_NESTING, MAX_ALIASES);
        }
    }

    private static LoadSettings settings(String text) {
        return LoadSettings.builder()
                // The reader copies what it holds of a long word with every buffer: with one for all there is
                // no copy.
                .setBufferSize(Math.max(1_024, text.length()))
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .setCodePointLimit(MAX_CHARACTERS)
                .setSchema(new PlainSchema())
                .setParseComments(false)
                .build();
    }

    private static Document parse(String text) {
        var all = new Load(settings(text)).loadAllFromString(text).iterator();
        if (!all.hasNext()) {
            throw new UnusableInput("", "an empty file", "one JSON or YAML document");
        }
        Object first = all.next();
        if (all.hasNext()) {
            throw new UnusableInput("", "more than one document", "one JSON or YAML document");
        }
        return tree(first, "", 0);
    }

    private static Document tree(@Nullable Object value, String path, int level) {
        if (level > MAX_NESTING) {
            throw new UnusableInput(path, "nested deeper than " + MAX_NESTING, "a flatter document");
        }
        return switch (value) {
            case null -> Document.UNKNOWN;
            case Boolean flag -> Document.of(flag.booleanValue());
            case Integer number -> Document.of(number.longValue());
            case Long number -> Document.of(number.longValue());
            case BigInteger number -> Document.of(new BigDecimal(number));
            case BigDecimal number -> Document.of(number);
            case Double number -> {
                if (!Double.isFinite(number)) {
                    throw new UnusableInput(path, number.toString(), "a finite number");
                }
                yield Document.of(number.doubleValue());
            }
            case String text -> Document.of(text);
            case List<?> items -> {
                var tree = new java.util.ArrayList<Document>();
                for (Object item : items) {
                    tree.add(tree(item, path + "[" + tree.size() + "]", level + 1));
                }
                yield new Document.Listing(tree);
            }
            case Map<?, ?> fields -> {
                var tree = new LinkedHashMap<String, Document>();
                for (var field : fields.entrySet()) {
                    if (!(field.getKey() instanceof String name)) {
                        throw new UnusableInput(path, "the key " + field.getKey(), "a key that is text");
                    }
                    tree.put(name, tree(field.getValue(), path.isEmpty() ? name : path + "." + name, level + 1));
                }
                yield new Document.Mapping(tree);
            }
            default -> throw new UnusableInput(path, "a " + value.getClass().getSimpleName(), "plain JSON or YAML");
        };
    }

    /// Canonical JSON on one line: fields in the order of the document, no white space, numbers as written.
    /// The same document gives the same characters, so their hash stands for it.
    public static String json(Document document) {
        var out = new StringBuilder();
        write(document, out, -1);
        return out.toString();
    }

    /// JSON for people: two spaces of indentation.
    public static String pretty(Document document) {
        var out = new StringBuilder();
        write(document, out, 0);
        return out.append('\n').toString();
    }

    /// @param indent level of indentation, or -1 for everything on one line
    private static void write(Document document, StringBuilder out, int indent) {
        switch (document) {
            case Document.Unknown() -> out.append("null");
            case Document.Flag(var value) -> out.append(value);
            case Document.Numeral(var value) -> out.append(plain(value));
            case Document.Text(var value) -> quote(value, out);
            case Document.Listing(var items) -> {
                out.append('[');
                String comma = "";
                boolean flat = items.stream().noneMatch(item -> item instanceof Document.Mapping);
                for (var item : items) {
                    out.append(comma);
                    newLine(out, flat ? -1 : indent, 1);
                    write(item, out, flat || indent < 0 ? -1 : indent + 1);
                    comma = flat && indent >= 0 ? ", " : ",";
                }
                newLine(out, flat || items.isEmpty() ? -1 : indent, 0);
                out.append(']');
            }
            case Document.Mapping(var fields) -> {
                out.append('{');
                String comma = "";
                for (var field : fields.entrySet()) {
                    out.append(comma);
                    newLine(out, indent, 1);
                    quote(field.getKey(), out);
                    out.append(indent < 0 ? ":" : ": ");
                    write(field.getValue(), out, indent < 0 ? -1 : indent + 1);
                    comma = ",";
                }
                newLine(out, fields.isEmpty() ? -1 : indent, 0);
                out.append('}');
            }
        }
    }

    /// `1E+30` and its like stay short; everything else is written out.
    private static String plain(BigDecimal value) {
        return Math.abs(value.scale()) > 20 ? value.toString() : value.toPlainString();
    }

    private static void newLine(StringBuilder out, int indent, int more) {
        if (indent >= 0) {
            out.append('\n').repeat(' ', 2 * (indent + more));
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    boolean loneSurrogate = Character.isSurrogate(c)
                            && !(Character.isHighSurrogate(c)
                                    && i + 1 < text.length()
                                    && Character.isLowSurrogate(text.charAt(i + 1)))
                            && !(Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1)));
                    if (c < 0x20 || loneSurrogate || c == '\u2028' || c == '\u2029') {
                        out.append("\\u").append(HexFormat.of().toHexDigits(c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
