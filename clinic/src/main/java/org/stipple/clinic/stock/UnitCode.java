package org.stipple.clinic.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stipple.clinic.web.Days;

/// What the code on goods says: of a maker by GS1 ([Gs1]) or HIBC ([Hibc]), or of the clinic's own label
/// ([OwnLabel]). Read as a scanner types it or as it is printed:
/// `(01)00850001234566(17)271130(10)LOT7(21)0042`.
///
/// @param gtin the article: a GTIN of 14 digits, or of HIBC what stands for it, beginning with `+`
/// @param lot empty where the code has none: some handpieces, and the clinic's own labels
/// @param made the day of production, where the code says it
/// @param label the clinic's own label, which names one thing in its stock and says nothing else
public record UnitCode(
        Optional<String> gtin,
        Optional<String> lot,
        Optional<LocalDate> made,
        Optional<LocalDate> expiry,
        Optional<String> serial,
        Optional<String> label) {

    /// Design: a year is two digits on the code, and one misread digit is ten years at least.
    private static final int LONGEST_SHELF_LIFE_YEARS = 10;

    /// More than any code of a maker holds; the longest of GS1 are under 100 characters with what is read here.
    private static final int LONGEST = 400;

    private static final String EXPECTED =
            "expected 1 to 20 letters, digits and signs without spaces, as on the pack; nothing was changed";

    private static final Pattern ARTICLE = Pattern.compile("[0-9]{8}|[0-9]{12,14}");

    /// A labeler of four characters, then product and unit of measure.
    private static final Pattern HIBC_ARTICLE = Pattern.compile("\\+[A-Z][A-Z0-9]{4,22}");

    /// @throws IllegalArgumentException when the text is no such code, with what is wrong with it in words;
    ///   when it says an impossible date or a wrong check digit, or names neither lot, serial nor label
    public static UnitCode parse(String scanned) {
        String text = scanned.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("nothing was scanned");
        }
        if (text.length() > LONGEST) {
            throw unreadable(text, "it has " + text.length() + " characters, and no code of goods has so many");
        }
        text = Symbology.stripped(text);
        UnitCode code = text.startsWith("+") ? Hibc.read(text) : Gs1.read(text);
        if (code.lot.isEmpty() && code.serial.isEmpty() && code.label.isEmpty()) {
            throw unreadable(
                    text, "it names neither lot (10) nor serial (21): an article alone does not say which one it is");
        }
        return code;
    }

    /// The number of an article as somebody types it from a pack or a maker's letter: 8, 12, 13 or 14 digits,
    /// with or without `(01)` and spaces. Of HIBC what begins with `+` stands for it.
    ///
    /// @return as [#gtin()]
    /// @throws IllegalArgumentException when it is no such number, with what was expected
    public static String article(String typed) {
        String number = typed.replaceAll("[\\s\u00a0-]", "").replaceFirst("^\\(01\\)", "");
        if (HIBC_ARTICLE.matcher(number.toUpperCase(Locale.ROOT)).matches()) {
            return number.toUpperCase(Locale.ROOT);
        }
        if (number.length() == 16 && number.startsWith("01")) {
            number = number.substring(2);
        }
        if (!ARTICLE.matcher(number).matches()) {
            throw new IllegalArgumentException(
                    "the article number was " + shown(typed)
                            + ", expected its 8, 12, 13 or 14 digits as they are printed under the bars or after (01); nothing was recalled");
        }
        String gtin = "0".repeat(14 - number.length()) + number;
        if (!Gs1.isChecked(gtin)) {
            throw new IllegalArgumentException(
                    "the article number was " + shown(typed)
                            + ", and its last digit does not fit the others: a digit was misread or mistyped; nothing was recalled");
        }
        return gtin;
    }

    /// What somebody reads from a pack that has no code, by the rules of one.
    ///
    /// @throws IllegalArgumentException when no code could say this lot or this serial
    public static UnitCode byHand(String lot, LocalDate expiry, Optional<String> serial) {
        requireLot(lot);
        serial.filter(one -> !Gs1.fits("21", one)).ifPresent(one -> {
            throw new IllegalArgumentException("the serial was " + shown(one) + ", " + EXPECTED);
        });
        return new UnitCode(
                Optional.empty(), Optional.of(lot), Optional.empty(), Optional.of(expiry), serial, Optional.empty());
    }

    static void requireLot(String lot) {
        if (!Gs1.fits("10", lot)) {
            throw new IllegalArgumentException("the lot was " + shown(lot) + ", " + EXPECTED);
        }
    }

    private static String shown(String typed) {
        String visible = typed.strip().replaceAll("\\p{Cntrl}", "�");
        return "“"
                + (visible.length() > 60
                        ? visible.substring(0, 60) + "…” with " + visible.length() + " characters"
                        : visible + "”");
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

    /// A refusal that shows what was read, with what cannot be seen made visible.
    static IllegalArgumentException unreadable(String text, String why) {
        String shown = text.strip().replace(Gs1.SEPARATOR, '␝').replaceAll("\\p{Cntrl}", "�");
        return new IllegalArgumentException(
                "this is no code of goods that can be read here: \""
                        + (shown.length() > 60 ? shown.substring(0, 60) + "…" : shown) + "\", because " + why
                        + ". Expected lot (10), expiry (17) and serial (21), as in (01)00850001234566(17)271130(10)LOT7(21)0042");
    }
}
