package org.stipple.clinic.stock;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads GS1 element strings, as a scanner types them or as they are printed with brackets.
///
/// Source: GS1 General Specifications: application identifiers (section 3), separator FNC1 as ASCII 29 (7.8),
/// check digit (7.9), character set 82 (7.11). Read are (01) GTIN, (10) batch or lot, (11) production and (17)
/// expiry as YYMMDD where day 00 is the last of the month, (21) serial, and (91) as the clinic's own label.
/// What makers add and does not matter here is stepped over; what is unknown is refused, since its end is
/// unknown too.
final class Gs1 {

    static final char SEPARATOR = 29;

    /// How scanners that cannot type ASCII 29 are set up to write it; none of them can stand in a GS1 value.
    private static final Pattern WRITTEN_SEPARATOR = Pattern.compile("␝|\\{GS\\}|\\^\\]");

    private static final Pattern PRINTED = Pattern.compile("\\((\\d{2,4})\\)");
    private static final Pattern VALUE = Pattern.compile("[!\"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]+");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /// Identifiers with a length of their own, digits only.
    private static final Map<String, Integer> FIXED =
            Map.of("00", 18, "01", 14, "02", 14, "11", 6, "13", 6, "15", 6, "16", 6, "17", 6, "20", 2);

    /// Identifiers that end at a separator, with the most characters they may have.
    private static final Map<String, Integer> VARIABLE = Map.ofEntries(
            Map.entry("10", 20),
            Map.entry("21", 20),
            Map.entry("22", 20),
            Map.entry("30", 8),
            Map.entry("37", 8),
            Map.entry("240", 30),
            Map.entry("241", 30),
            Map.entry("250", 30),
            Map.entry("251", 30),
            Map.entry("710", 20),
            Map.entry("711", 20),
            Map.entry("712", 20),
            Map.entry("713", 20),
            Map.entry("714", 20),
            Map.entry("90", 30),
            Map.entry("91", 90),
            Map.entry("92", 90),
            Map.entry("93", 90));

    private final String scanned;
    private final Map<String, String> values = new HashMap<>();

    private Gs1(String scanned) {
        this.scanned = scanned;
    }

    /// @throws IllegalArgumentException when it is no such code
    static UnitCode read(String text) {
        return new Gs1(text).read();
    }

    private UnitCode read() {
        String text = WRITTEN_SEPARATOR.matcher(scanned).replaceAll(String.valueOf(SEPARATOR));
        if (text.startsWith("(")) {
            printed(text);
        } else {
            typed(text);
        }
        Optional<String> gtin = value("01");
        gtin.ifPresent(this::requireCheckDigit);
        return new UnitCode(
                gtin,
                value("10"),
                value("11").map(day -> date(day, "production")),
                value("17").map(day -> date(day, "expiry")),
                value("21"),
                value("91").map(OwnLabel::read));
    }

    private Optional<String> value(String id) {
        return Optional.ofNullable(values.get(id));
    }

    /// In print the brackets say where a value begins, also one of fixed length.
    private void printed(String text) {
        var ids = PRINTED.matcher(text);
        String id = "";
        int from = 0;
        while (ids.find()) {
            boolean inside = !id.isEmpty() && !known(ids.group(1));
            if (inside) {
                continue;
            }
            if (!id.isEmpty()) {
                put(id, text.substring(from, ids.start()));
            }
            id = ids.group(1);
            from = ids.end();
        }
        if (id.isEmpty()) {
            throw UnitCode.unreadable(scanned, "no number stands in the first brackets");
        }
        put(id, text.substring(from));
    }

    private static boolean known(String id) {
        return FIXED.containsKey(id) || VARIABLE.containsKey(id);
    }

    private void typed(String text) {
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == SEPARATOR) {
                at++;
                continue;
            }
            String id = identifier(text, at);
            int from = at + id.length();
            Integer length = FIXED.get(id);
            int end = length == null ? endOfVariable(text, from) : from + length;
            if (end > text.length()) {
                throw UnitCode.unreadable(scanned, "it ends within (" + id + ")");
            }
            put(id, text.substring(from, end));
            at = end;
        }
    }

    private String identifier(String text, int at) {
        for (int length = 2; length <= 3; length++) {
            String id = text.substring(at, Math.min(at + length, text.length()));
            if (known(id)) {
                return id;
            }
        }
        throw UnitCode.unreadable(
                scanned,
                "“" + text.substring(at, Math.min(at + 2, text.length())).replaceAll("\\p{Cntrl}", "�")
                        + "” at character " + (at + 1) + " is no identifier that is known here");
    }

    private void put(String id, String raw) {
        String value = raw.replace(String.valueOf(SEPARATOR), "").strip();
        if (!known(id)) {
            throw UnitCode.unreadable(scanned, "(" + id + ") is no identifier that is known here");
        }
        Integer length = FIXED.get(id);
        if (length == null) {
            int most = VARIABLE.getOrDefault(id, 0);
            if (value.isEmpty()
                    || value.length() > most
                    || !VALUE.matcher(value).matches()) {
                throw UnitCode.unreadable(
                        scanned, "(" + id + ") has 1 to " + most + " letters, digits and signs, and this has not");
            }
        } else if (value.length() != length || !DIGITS.matcher(value).matches()) {
            throw UnitCode.unreadable(scanned, "(" + id + ") has " + length + " digits, and this has not");
        }
        String other = values.put(id, value);
        if (other != null && !other.equals(value)) {
            throw UnitCode.unreadable(scanned, "it says (" + id + ") twice, and not the same");
        }
    }

    private void requireCheckDigit(String gtin) {
        if (!isChecked(gtin)) {
            throw UnitCode.unreadable(
                    scanned, "the last digit of (01) does not fit the others: a digit was misread or mistyped");
        }
    }

    /// Whether a value may stand in a code under this identifier of variable length.
    static boolean fits(String id, String value) {
        return value.length() <= VARIABLE.getOrDefault(id, 0)
                && VALUE.matcher(value).matches();
    }

    /// Whether the last of fourteen digits fits the others: weights 3 and 1 in turn, so that the whole is a
    /// multiple of ten.
    static boolean isChecked(String gtin) {
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += (gtin.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return gtin.charAt(13) - '0' == (10 - sum % 10) % 10;
    }

    private static int endOfVariable(String text, int from) {
        int separator = text.indexOf(SEPARATOR, from);
        return separator < 0 ? text.length() : separator;
    }

    /// GS1 lets the century slide; all goods in use expire in 20YY.
    private static LocalDate date(String yymmdd, String which) {
        try {
            var month = YearMonth.of(
                    2000 + Integer.parseInt(yymmdd.substring(0, 2)), Integer.parseInt(yymmdd.substring(2, 4)));
            int day = Integer.parseInt(yymmdd.substring(4, 6));
            return day == 0 ? month.atEndOfMonth() : month.atDay(day);
        } catch (DateTimeException impossible) {
            throw new IllegalArgumentException(
                    "the " + which + " date in the code is impossible: " + yymmdd, impossible);
        }
    }
}
