package org.stipple.protocol.document;

/// White space that JSON allows and YAML does not: tabs, and a name apart from its colon.
final class JsonSpaces {

    private JsonSpaces() {}

    /// Whether a text is meant as JSON, or as YAML written like it.
    static boolean isJsonLike(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    /// The text with spaces for tabs. Inside a JSON text a raw tab is illegal, so nothing is lost.
    static String withoutTabs(String text) {
        return isJsonLike(text) ? text.replace('\t', ' ') : text;
    }

    /// The text with every colon moved to the quoted name before it; what stood between follows the colon, so
    /// that lines keep their numbers.
    static String withColonsAtNames(String text) {
        var out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '"') {
                out.append(c);
                at++;
                continue;
            }
            int end = endOfText(text, at);
            out.append(text, at, end);
            int colon = end;
            while (colon < text.length() && isSpace(text.charAt(colon))) {
                colon++;
            }
            at = end;
            if (colon > end && colon < text.length() && text.charAt(colon) == ':') {
                out.append(':').append(text, end, colon);
                at = colon + 1;
            }
        }
        return out.toString();
    }

    /// @param quote where the text in quotes begins
    /// @return the place after its closing quote, or the end where there is none
    private static int endOfText(String text, int quote) {
        for (int i = quote + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                return i + 1;
            }
        }
        return text.length();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }
}
