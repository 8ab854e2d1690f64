package org.stipple.clinic.asking;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stipple.clinic.web.Form;
import org.stipple.protocol.Fact;
import org.stipple.quantities.Indication;
import org.stipple.quantities.ZoneId;

/// What one page of questions sent.
///
/// @param told all that fits
/// @param troubles what is missing or does not fit, by the path of the question or the name of the field
/// @param opened whether the questions are wanted one by one, so that nothing is to be kept yet
public record SheetReading(Told told, Map<String, Trouble> troubles, boolean opened) {

    /// The button that answers the whole page.
    public static final String ALL = "all";

    /// What is wrong with an answer.
    public enum Trouble {
        MISSING,
        NO_DAY,
        DAY_TO_COME,
        NOTHING_CHOSEN
    }

    /// `design`: nobody who is needled was born earlier.
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    public SheetReading {
        troubles = Collections.unmodifiableMap(new LinkedHashMap<>(troubles));
    }

    /// Whether it can be kept.
    public boolean isWhole() {
        return troubles.isEmpty() && !opened;
    }

    /// @param asked the questions of the page
    /// @param known those of which an earlier answer is shown beside them
    /// @param today later days do not fit
    public static SheetReading of(Sheet sheet, List<Fact> asked, Set<Fact> known, Form sent, LocalDate today) {
        return switch (sheet) {
            case WANTED -> wanted(sent);
            case SUN -> sun(sent);
            case PREGNANCY, MEDICINES, NOW, THERE, MARKS, HISTORY, TOLD, HEALTH, EVER, LATELY, PLANNED, NEW ->
                questions(sheet, asked, known, sent, today);
        };
    }

    private static SheetReading wanted(Form sent) {
        var troubles = new LinkedHashMap<String, Trouble>();
        var indications = new LinkedHashSet<String>();
        sent.texts("indication").stream()
                .filter(id -> Indication.find(id).isPresent())
                .forEach(indications::add);
        var zones = EnumSet.noneOf(ZoneId.class);
        sent.texts("zone").forEach(id -> ZoneId.find(id).ifPresent(zones::add));
        if (indications.isEmpty()) {
            troubles.put("indication", Trouble.NOTHING_CHOSEN);
        }
        if (zones.isEmpty()) {
            troubles.put("zone", Trouble.NOTHING_CHOSEN);
        }
        return new SheetReading(
                Told.NOTHING
                        .with("indication", List.copyOf(indications))
                        .with("zone", zones.stream().map(ZoneId::id).toList()),
                troubles,
                false);
    }

    private static SheetReading sun(Form sent) {
        Optional<String> type = sent.text("fitzpatrick").filter(word -> word.matches("[1-6]|" + Told.UNKNOWN));
        return new SheetReading(
                type.map(word -> Told.NOTHING.with("fitzpatrick", List.of(word)))
                        .orElse(Told.NOTHING),
                type.isPresent() ? Map.of() : Map.of("fitzpatrick", Trouble.MISSING),
                false);
    }

    private static SheetReading questions(Sheet sheet, List<Fact> asked, Set<Fact> known, Form sent, LocalDate today) {
        String all = sent.text(ALL).orElse("");
        if (all.equals("plain") && sheet.plain() != Sheet.Plain.NONE) {
            var told = Told.NOTHING;
            for (Fact fact : asked) {
                told = told.with("fact:" + fact.path(), List.of(sheet.plain().to(fact)));
            }
            return new SheetReading(told, Map.of(), false);
        }
        if (all.equals(Told.SAME) && known.containsAll(asked)) {
            var told = Told.NOTHING;
            for (Fact fact : asked) {
                told = told.with("fact:" + fact.path(), List.of(Told.SAME));
            }
            return new SheetReading(told, Map.of(), false);
        }
        if (all.equals("open")) {
            return new SheetReading(Told.NOTHING, Map.of(), true);
        }
        var told = Told.NOTHING;
        var troubles = new LinkedHashMap<String, Trouble>();
        for (Fact fact : asked) {
            String answer = sent.text("fact:" + fact.path()).orElse("");
            if (!choices(fact, known.contains(fact)).contains(answer)) {
                troubles.put(fact.path(), Trouble.MISSING);
                continue;
            }
            told = told.with("fact:" + fact.path(), List.of(answer));
            if (answer.equals(Told.DATE)) {
                String entered = sent.text("day:" + fact.path()).orElse("");
                told = told.with("day:" + fact.path(), entered.isEmpty() ? List.of() : List.of(entered));
                Optional<LocalDate> day = day(entered);
                if (day.isEmpty()) {
                    troubles.put(fact.path(), Trouble.NO_DAY);
                } else if (day.get().isAfter(today)) {
                    troubles.put(fact.path(), Trouble.DAY_TO_COME);
                }
            }
            if (answer.equals("true") && fact.shape() == Fact.Shape.ZONES) {
                told = told.with(
                        "zones:" + fact.path(),
                        sent.texts("zones:" + fact.path()).stream()
                                .filter(id -> ZoneId.find(id).isPresent())
                                .distinct()
                                .toList());
            }
        }
        return new SheetReading(told, troubles, false);
    }

    private static Optional<LocalDate> day(String entered) {
        try {
            return Optional.of(LocalDate.parse(entered)).filter(day -> !day.isBefore(EARLIEST));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /// The answers to choose from, in order.
    ///
    /// @param known whether an earlier answer is shown beside it
    public static List<String> choices(Fact fact, boolean known) {
        var choices = new java.util.ArrayList<String>();
        if (known) {
            choices.add(Told.SAME);
        }
        choices.addAll(
                switch (fact.shape()) {
                    case FLAG, ZONES -> List.of("true", "false");
                    case DAY -> List.of("never", Told.OVER_A_YEAR, Told.DATE);
                    case WORD -> fact.words();
                    case WHOLE, DEPTH -> List.<String>of();
                });
        choices.add(Told.UNKNOWN);
        return choices;
    }
}
