package org.stipple.clinic.stock;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stipple.clinic.web.Days;

/// What the code on a sterile unit says.
///
/// Source: GS1 General Specifications, application identifiers (01) GTIN, (10) batch or lot, (17) expiry as
/// YYMMDD where day 00 is the last of the month, (21) serial. Read as a scanner types it, with or without the
/// FNC1 separator (ASCII 29), or in the printed form with brackets:
/// `(01)00850001234567(17)271130(10)LOT7(21)0042`.
///
/// @param made the day of production, where the code says it
public record UnitCode(
        Optional<String> gtin,
        String lot,
        Optional<LocalDate> made,
        Optional<LocalDate> expiry,
        Optional<String> serial) {

    /// Design: a year is two digits on the code, and one misread digit is ten years at least.
    private static final int LONGEST_SHELF_LIFE_YEARS = 10;

    private static final char SEPARATOR = 29;
    private static final Pattern PRINTED = Pattern.compile("\\((\\d{2,4})\\)");

    /// @throws IllegalArgumentException when the text is no such code, says an impossible date, or names no lot
    public static UnitCode parse(String scanned) {
        String text = scanned.strip();
        if (text.startsWith("]d2") || text.startsWith("]C1") || text.startsWith("]Q3")) {
            text = text.substring(3);
        }
        if (text.startsWith("(")) {
            text = PRINTED.matcher(text).replaceAll(SEPARATOR + "$1").substring(1);
        }
        return read(text, scanned);
    }

    private static UnitCode read(String text, String scanned) {
        Optional<String> gtin = Optional.empty();
        Optional<String> lot = Optional.empty();
        Optional<LocalDate> made = Optional.empty();
        Optional<LocalDate> expiry = Optional.empty();
        Optional<String> serial = Optional.empty();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == SEPARATOR) {
                at++;
                continue;
            }
            String id = text.substring(at, Math.min(at + 2, text.length()));
            int end = switch (id) {
                case "01" -> at + 16;
                case "11", "17" -> at + 8;
                case "10", "21" -> endOfVariable(text, at + 2);
                default -> throw unreadable(scanned);
            };
            if (end > text.length()) {
                throw unreadable(scanned);
            }
            String value = text.substring(at + 2, end);
            switch (id) {
                case "01" -> gtin = Optional.of(value);
                case "10" -> lot = Optional.of(value);
                case "11" -> made = Optional.of(date(value, "production"));
                case "17" -> expiry = Optional.of(date(value, "expiry"));
                case "21" -> serial = Optional.of(value);
                default -> throw unreadable(scanned);
            }
            at = end;
        }
        return new UnitCode(
                gtin,
                lot.filter(value -> !value.isBlank()).orElseThrow(() -> unreadable(scanned)),
                made,
                expiry,
                serial.filter(value -> !value.isBlank()));
    }

    /// What speaks against taking in goods with this code as usable; empty where nothing does.
    List<String> doubts(LocalDate today) {
        var doubts = new ArrayList<String>();
        expiry.filter(today::isAfter).ifPresent(day -> doubts.add("it expired on " + Days.full(day)));
        expiry.filter(today.plusYears(LONGEST_SHELF_LIFE_YEARS)::isBefore)
                .ifPresent(day -> doubts.add("it would expire on " + Days.full(day) + ", which is more than "
                        + LONGEST_SHELF_LIFE_YEARS + " years ahead and looks like a misread code"));
        made.filter(today::isBefore)
                .ifPresent(day -> doubts.add("it would be made on " + Days.full(day) + ", still to come"));
        made.filter(day -> expiry.filter(day::isAfter).isPresent())
                .ifPresent(day -> doubts.add("it would be made on " + Days.full(day) + ", after it expires"));
        return List.copyOf(doubts);
    }

    private static int endOfVariable(String text, int from) {
        int separator = text.indexOf(SEPARATOR, from);
        return separator < 0 ? text.length() : separator;
    }

    /// GS1 lets the century slide; all sterile units in use expire in 20YY.
    private static LocalDate date(String yymmdd, String which) {
        try {
            var month = YearMonth.of(
                    2000 + Integer.parseInt(yymmdd.substring(0, 2)), Integer.parseInt(yymmdd.substring(2, 4)));
            int day = Integer.parseInt(yymmdd.substring(4, 6));
            return day == 0 ? month.atEndOfMonth() : month.atDay(day);
        } catch (DateTimeException | NumberFormatException impossible) {
            throw new IllegalArgumentException(
                    "the " + which + " date in the code is impossible: " + yymmdd, impossible);
        }
    }

    private static IllegalArgumentException unreadable(String scanned) {
        String shown = scanned.strip().replace(String.valueOf(SEPARATOR), "␝");
        return new IllegalArgumentException(
                "this is no code of a sterile unit: \""
                        + (shown.length() > 60 ? shown.substring(0, 60) + "…" : shown)
                        + "\". Expected lot (10), expiry (17) and serial (21), as in (01)00850001234567(17)271130(10)LOT7(21)0042");
    }
}
