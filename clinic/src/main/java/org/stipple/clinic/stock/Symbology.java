package org.stipple.clinic.stock;

import java.util.Map;

/// What a scanner may put before a code to say in which kind of picture it stood.
///
/// Source: ISO/IEC 15424, symbology identifiers; GS1 General Specifications, section 7.8.
final class Symbology {

    /// Pictures that carry goods' codes. `]d1` and `]C0` carry HIBC.
    private static final Map<String, String> READ = Map.of(
            "]d2", "GS1 DataMatrix",
            "]d1", "DataMatrix",
            "]C1", "GS1-128",
            "]C0", "Code 128",
            "]Q3", "GS1 QR",
            "]Q1", "QR",
            "]e0", "GS1 DataBar",
            "]A0", "Code 39");

    private Symbology() {}

    /// @throws IllegalArgumentException where the picture is of a kind that holds an article's number at most
    static String stripped(String text) {
        if (!text.startsWith("]")) {
            return text;
        }
        if (text.length() >= 3 && READ.containsKey(text.substring(0, 3))) {
            return text.substring(3).strip();
        }
        if (text.startsWith("]E")) {
            throw UnitCode.unreadable(
                    text, "it is the bar code of a shop (EAN or UPC), which names the article and no lot");
        }
        throw UnitCode.unreadable(text, "the scanner says that it stood in a picture of another kind");
    }
}
