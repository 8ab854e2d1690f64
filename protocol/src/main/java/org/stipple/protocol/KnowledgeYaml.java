package org.stipple.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;

/// Reads the part of YAML that the knowledge is written in, some twenty times as quickly as a complete reader
/// that the JVM has not seen before. [Documents#read] is its reference: whatever is read here is read alike,
/// and whatever is beyond this part, right or wrong, is left to the reference.
///
/// The part: blocks of mappings and of listings that begin with `- `, flows that end on their line, plain and
/// double-quoted text on one line, text folded by `>-`, whole comment lines and comments behind a space. Keys are
/// letters, digits and hyphens. Mutable while it reads.
final class KnowledgeYaml {

    /// Thrown and caught here alone; it says nothing, so it keeps no trace.
    private static final class Beyond extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Beyond() {
            super("", null, false, false);
        }
    }

    private static final int MOST_NESTED = 20;

    /// The text and a line's end behind it, so that nothing has to ask whether it is over.
    private final char[] text;

    private final int length;

    /// Where it reads; at the first character behind the indentation of a line when a block begins.
    private int at;

    /// Columns before that character, or -1 behind the last line.
    private int indent;

    private int nested;

    private KnowledgeYaml(String text) {
        this.length = text.length();
        this.text = Arrays.copyOf(text.toCharArray(), length + 3);
        Arrays.fill(this.text, length, length + 3, '\n');
    }

    /// As [Documents#read].
    static Document read(String text) {
        return quickly(text).orElseGet(() -> Documents.read(text));
    }

    /// @return empty where the text is beyond this part of YAML
    static Optional<Document> quickly(String text) {
        if (text.length() > Documents.MAX_CHARACTERS) {
            return Optional.empty();
        }
        var reader = new KnowledgeYaml(text);
        if (!reader.isPlainText()) {
            return Optional.empty();
        }
        try {
            reader.nextLine();
            var document = reader.block();
            return reader.indent < 0 ? Optional.of(document) : Optional.empty();
        } catch (Beyond _) {
            return Optional.empty();
        }
    }

    /// No tab, no carriage return, nothing that ends a line elsewhere or cannot be printed.
    private boolean isPlainText() {
        for (char c : text) {
            if (c < ' ' && c != '\n' || c >= 0x7f && c < 0xa0 || c >= 0x2028 && c <= 0x2029 || c >= 0xd800) {
                return false;
            }
        }
        return true;
    }

    private static Beyond beyond() {
        return new Beyond();
    }

    private char peek() {
        return text[at];
    }

    private char peek(int ahead) {
        return text[at + ahead];
    }

    private String from(int start, int end) {
        return new String(text, start, end - start);
    }

    /// From anywhere at the start of a line to the next line that says something.
    private void nextLine() {
        while (at < length) {
            int start = at;
            skipSpaces();
            if (peek() != '\n' && peek() != '#') {
                indent = at - start;
                return;
            }
            toNextStart();
        }
        indent = -1;
    }

    private void toNextStart() {
        at = lineEnd() + 1;
    }

    private int lineEnd() {
        int end = at;
        while (text[end] != '\n') {
            end++;
        }
        return end;
    }

    private void skipSpaces() {
        while (text[at] == ' ') {
            at++;
        }
    }

    /// The rest of the line says nothing more.
    private void endLine() {
        int before = at;
        skipSpaces();
        if (peek() != '\n' && (peek() != '#' || at == before)) {
            throw beyond();
        }
        toNextStart();
        nextLine();
    }

    private Document block() {
        if (indent < 0 || ++nested > MOST_NESTED) {
            throw beyond();
        }
        var block = peek() == '-' ? listing(indent) : mapping(indent);
        nested--;
        return block;
    }

    private Document listing(int column) {
        var items = new ArrayList<Document>();
        while (indent == column && peek() == '-' && peek(1) == ' ' && peek(2) != ' ') {
            at += 2;
            indent = column + 2;
            items.add(isKey() ? block() : inline(column));
        }
        if (items.isEmpty() || indent > column || indent == column && peek() == '-') {
            throw beyond();
        }
        return new Document.Listing(items);
    }

    private Document mapping(int column) {
        var fields = new LinkedHashMap<String, Document>();
        while (indent == column && isKey()) {
            String key = key();
            skipSpaces();
            Document value;
            if (peek() == '\n' || peek() == '#') {
                endLineOfKey();
                if (indent <= column) {
                    throw beyond();
                }
                value = block();
            } else {
                value = inline(column);
            }
            if (fields.put(key, value) != null) {
                throw beyond();
            }
        }
        if (fields.isEmpty() || indent >= column) {
            throw beyond();
        }
        return new Document.Mapping(fields);
    }

    private void endLineOfKey() {
        if (peek() == '#' && text[at - 1] != ' ') {
            throw beyond();
        }
        toNextStart();
        nextLine();
    }

    private static boolean isOfKey(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
    }

    /// Whether a key with its colon stands here.
    private boolean isKey() {
        int end = at;
        while (isOfKey(text[end])) {
            end++;
        }
        return end > at && text[end] == ':' && (text[end + 1] == ' ' || text[end + 1] == '\n');
    }

    /// Reads a key and its colon.
    private String key() {
        int end = at;
        while (text[end] != ':') {
            end++;
        }
        var key = scalar(from(at, end));
        at = end + 1;
        if (!(key instanceof Document.Text(var name)) || name.charAt(0) == '-') {
            throw beyond();
        }
        return name;
    }

    /// A value on the line of its key or hyphen, to the end of that line.
    ///
    /// @param column of the block that it belongs to
    private Document inline(int column) {
        char first = peek();
        if (first == '>') {
            return folded(column);
        }
        var value = first == '{' || first == '[' || first == '"' ? flow() : plain(false);
        endLine();
        return value;
    }

    /// `>-`: lines of one indentation, joined by spaces.
    private Document folded(int column) {
        if (peek(1) != '-' || peek(2) != '\n') {
            throw beyond();
        }
        toNextStart();
        var lines = new StringBuilder();
        int width = -1;
        while (true) {
            int start = at;
            skipSpaces();
            int spaces = at - start;
            if (peek() == '\n' || spaces <= column) {
                at = start;
                break;
            }
            int end = lineEnd();
            if (end >= length || text[end - 1] == ' ' || width >= 0 && spaces != width) {
                throw beyond();
            }
            width = spaces;
            lines.append(lines.isEmpty() ? "" : " ").append(text, at, end - at);
            at = end + 1;
        }
        nextLine();
        if (lines.isEmpty() || indent > column) {
            throw beyond();
        }
        return Document.of(lines.toString());
    }

    /// A value inside a flow, or one that begins one.
    private Document flow() {
        if (++nested > MOST_NESTED) {
            throw beyond();
        }
        var value = switch (peek()) {
            case '{' -> flowMapping();
            case '[' -> flowListing();
            case '"' -> quoted();
            default -> plain(true);
        };
        nested--;
        return value;
    }

    private Document flowMapping() {
        var fields = new LinkedHashMap<String, Document>();
        at++;
        skipSpaces();
        while (peek() != '}') {
            if (!isKey()) {
                throw beyond();
            }
            String key = key();
            skipSpaces();
            if (fields.put(key, flow()) != null) {
                throw beyond();
            }
            comma('}');
        }
        at++;
        return new Document.Mapping(fields);
    }

    private Document flowListing() {
        var items = new ArrayList<Document>();
        at++;
        skipSpaces();
        while (peek() != ']') {
            items.add(flow());
            comma(']');
        }
        at++;
        return new Document.Listing(items);
    }

    /// The comma before the next item, or nothing before the end.
    private void comma(char end) {
        skipSpaces();
        if (peek() == ',') {
            at++;
            skipSpaces();
            if (peek() == end) {
                throw beyond();
            }
        } else if (peek() != end) {
            throw beyond();
        }
    }

    private Document quoted() {
        int start = ++at;
        while (peek() != '"') {
            if (peek() == '\n' || peek() == '\\') {
                throw beyond();
            }
            at++;
        }
        return Document.of(from(start, at++));
    }

    /// Text without quotes to the end of its line, or of its place in a flow.
    private Document plain(boolean inFlow) {
        int start = at;
        if (!Character.isLetterOrDigit(peek())) {
            throw beyond();
        }
        while (peek() != '\n' && !(peek() == ' ' && peek(1) == '#')) {
            char c = peek();
            if (c == ':' && (peek(1) == ' ' || peek(1) == '\n' || inFlow && ",[]{}".indexOf(peek(1)) >= 0)) {
                throw beyond();
            }
            if (inFlow && (c == ',' || c == ']' || c == '}')) {
                break;
            }
            if (inFlow && (c == '[' || c == '{')) {
                throw beyond();
            }
            at++;
        }
        int end = at;
        while (text[end - 1] == ' ') {
            end--;
        }
        return scalar(from(start, end));
    }

    /// What a plain word means by the core schema of YAML 1.2.
    private static Document scalar(String word) {
        char first = word.charAt(0);
        if (first >= '0' && first <= '9') {
            return numeral(word);
        }
        return switch (word) {
            case "true" -> Document.of(true);
            case "false" -> Document.of(false);
            case "null" -> Document.UNKNOWN;
            case "True", "TRUE", "False", "FALSE", "Null", "NULL" -> throw beyond();
            default -> Document.of(word);
        };
    }

    /// Decimal digits, with a point between them or without; `1.0.0` and `2026-11-20` are text. Other words
    /// that a number can look like are left to the reference.
    private static Document numeral(String word) {
        int digits = 0;
        int points = 0;
        boolean looksLikeNumber = true;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
            points += c == '.' ? 1 : 0;
            looksLikeNumber &= c >= '0' && c <= '9' || "abcdefABCDEFxoXO.+-_:".indexOf(c) >= 0;
        }
        if (!looksLikeNumber) {
            return Document.of(word);
        }
        boolean leadsWithZero = word.length() > 1 && word.charAt(0) == '0' && word.charAt(1) != '.';
        if (digits == word.length() && digits < 10 && !leadsWithZero) {
            return Document.of(Long.parseLong(word));
        }
        if (digits + 1 == word.length() && points == 1 && !word.endsWith(".") && digits < 16 && !leadsWithZero) {
            return fractional(word);
        }
        boolean isVersion = points > 1 && digits + points == word.length();
        if (isVersion || isDate(word)) {
            return Document.of(word);
        }
        throw beyond();
    }

    /// As `Document.of(Double.parseDouble(word))`: fewer than 16 digits are the shortest that give their
    /// double, so they need not become one, but for zeros at the end. The smallest and largest are written
    /// with an exponent.
    ///
    /// @param word digits around one point
    private static Document fractional(String word) {
        if (word.indexOf('.') > 7 || word.startsWith("0.000")) {
            return Document.of(Double.parseDouble(word));
        }
        int end = word.length();
        while (word.charAt(end - 1) == '0' && word.charAt(end - 2) != '.') {
            end--;
        }
        return Document.of(new BigDecimal(word.substring(0, end)));
    }

    private static boolean isDate(String word) {
        if (word.length() != 10) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            char c = word.charAt(i);
            if (i == 4 || i == 7 ? c != '-' : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }
}
