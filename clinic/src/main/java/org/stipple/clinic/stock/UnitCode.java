package org.stipple.clinic.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stipple.clinic.web.Days;

/// What the code on goods says: of a maker by GS1 ([Gs1]) or HIBC ([Hibc]), or of the clinic's own label
/// ([OwnLabel]). Read as a scanner types it or as it is printed: `(01)00850001234566(17)271130(10)LOT7(21)0042`.
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

    /// @throws IllegalArgumentException when the text is no such code, with what is wrong with it in words; when
    ///   it says an impossible date or a wrong check digit, or names neither lot, serial nor label
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
