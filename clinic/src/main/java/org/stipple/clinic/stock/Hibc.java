package org.stipple.clinic.stock;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the codes of makers who use HIBC: article and lot in one, `+A99912345/$$3271130LOT7/S0042K`.
///
/// Source: ANSI/HIBC 2.6, supplier labelling standard: primary and secondary data, date flags, check character
/// modulo 43. A secondary code alone names no article and is refused.
final class Hibc {

    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";
    private static final Pattern ARTICLE = Pattern.compile("\\+[A-Z][A-Z0-9]{3}[A-Z0-9]{1,18}[0-9]");

    private final String scanned;
    private Optional<String> lot = Optional.empty();
    private Optional<String> serial = Optional.empty();
    private Optional<LocalDate> made = Optional.empty();
    private Optional<LocalDate> expiry = Optional.empty();

    private Hibc(String scanned) {
        this.scanned = scanned;
    }

    /// @param text beginning with `+`
    /// @throws IllegalArgumentException when it is no such code, with what is wrong in words
    static UnitCode read(String text) {
        return new Hibc(text).read();
    }

    private UnitCode read() {
        requireCheckCharacter();
        String[] parts = scanned.substring(0, scanned.length() - 1).split("/", -1);
        if (!ARTICLE.matcher(parts[0]).matches()) {
            throw UnitCode.unreadable(
                    scanned,
                    "it begins as an HIBC code and names no article; scan the code that holds article and lot");
        }
        for (int i = 1; i < parts.length; i++) {
            part(parts[i], i == 1);
        }
        return new UnitCode(Optional.of(parts[0]), lot, made, expiry, serial, Optional.empty());
    }

    private void requireCheckCharacter() {
        int sum = 0;
        for (int i = 0; i < scanned.length() - 1; i++) {
            int value = CHARACTERS.indexOf(scanned.charAt(i));
            if (value < 0) {
                throw UnitCode.unreadable(scanned, "it begins as an HIBC code and holds other characters than it may");
            }
            sum += value;
        }
        if (scanned.length() < 8 || CHARACTERS.charAt(sum % 43) != scanned.charAt(scanned.length() - 1)) {
            throw UnitCode.unreadable(
                    scanned,
                    "it begins as an HIBC code and its last character does not fit the others: one was misread or mistyped");
        }
    }

    private void part(String part, boolean first) {
        if (part.startsWith("$$+")) {
            serial = text(dated(quantified(part.substring(3))));
        } else if (part.startsWith("$$")) {
            lot = text(dated(quantified(part.substring(2))));
        } else if (part.startsWith("$+")) {
            serial = text(part.substring(2));
        } else if (part.startsWith("$")) {
            lot = text(part.substring(1));
        } else if (part.startsWith("14D")) {
            expiry = Optional.of(whole(part.substring(3)));
        } else if (part.startsWith("16D")) {
            made = Optional.of(whole(part.substring(3)));
        } else if (part.startsWith("S")) {
            serial = text(part.substring(1));
        } else if (first && part.length() >= 5 && part.substring(0, 5).chars().allMatch(Character::isDigit)) {
            expiry = Optional.of(julian(part.substring(0, 5)));
            lot = text(part.substring(5));
        } else if (!part.startsWith("Q")) {
            throw UnitCode.unreadable(scanned, "“" + part + "” is no part of an HIBC code that is known here");
        }
    }

    private static Optional<String> text(String value) {
        return Optional.of(value.strip()).filter(said -> !said.isEmpty());
    }

    /// A quantity before the date: `8` with two digits, `9` with five.
    private String quantified(String text) {
        return text.startsWith("8") ? rest(text, 3) : text.startsWith("9") ? rest(text, 6) : text;
    }

    /// Takes the date off, as its flag says it is written.
    private String dated(String text) {
        if (text.isEmpty()) {
            return text;
        }
        return switch (text.charAt(0)) {
            case '0', '1' -> {
                expiry = Optional.of(day(
                        () -> month(text.substring(2, 4), text.substring(0, 2)).atEndOfMonth(), text, 4));
                yield rest(text, 4);
            }
            case '2' -> {
                expiry = Optional.of(day(
                        () -> month(text.substring(5, 7), text.substring(1, 3)).atDay(number(text.substring(3, 5))),
                        text,
                        7));
                yield rest(text, 7);
            }
            case '3', '4' -> {
                expiry = Optional.of(day(
                        () -> month(text.substring(1, 3), text.substring(3, 5)).atDay(number(text.substring(5, 7))),
                        text,
                        7));
                yield rest(text, text.charAt(0) == '3' ? 7 : 9);
            }
            case '5', '6' -> {
                expiry = Optional.of(julian(rest(text, 1)));
                yield rest(text, text.charAt(0) == '5' ? 6 : 8);
            }
            case '7' -> text.substring(1);
            // No flag: a lot that begins with a letter has no date before it.
            default -> text;
        };
    }

    private String rest(String text, int from) {
        if (text.length() < from) {
            throw UnitCode.unreadable(scanned, "it ends within its date");
        }
        return text.substring(from);
    }

    private static YearMonth month(String year, String month) {
        return YearMonth.of(2000 + number(year), number(month));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private LocalDate julian(String yyjjj) {
        return day(
                () -> LocalDate.ofYearDay(2000 + number(yyjjj.substring(0, 2)), number(yyjjj.substring(2, 5))),
                yyjjj,
                5);
    }

    private LocalDate whole(String yyyymmdd) {
        try {
            return LocalDate.parse(yyyymmdd, DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT));
        } catch (DateTimeParseException impossible) {
            throw new IllegalArgumentException("a date in the code is impossible: " + yyyymmdd, impossible);
        }
    }

    private LocalDate day(java.util.function.Supplier<LocalDate> read, String text, int length) {
        rest(text, length);
        try {
            return read.get();
        } catch (DateTimeException | NumberFormatException impossible) {
            throw new IllegalArgumentException("a date in the code is impossible: " + text, impossible);
        }
    }
}
