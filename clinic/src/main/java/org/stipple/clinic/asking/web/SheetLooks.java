package org.stipple.clinic.asking.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.asking.Interview.Page;
import org.stipple.clinic.asking.Sheet;
import org.stipple.clinic.asking.SheetReading;
import org.stipple.clinic.asking.SheetReading.Trouble;
import org.stipple.clinic.asking.Told;
import org.stipple.clinic.asking.web.AskingViews.Ask;
import org.stipple.clinic.asking.web.AskingViews.Choice;
import org.stipple.clinic.asking.web.AskingViews.OneOf;
import org.stipple.clinic.asking.web.AskingViews.SheetView;
import org.stipple.clinic.asking.web.AskingViews.WantedView;
import org.stipple.clinic.web.look.MapView;
import org.stipple.clinic.web.look.Maps;
import org.stipple.clinic.web.look.ZonePick;
import org.stipple.clinic.web.look.ZoneShape;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.Fact;
import org.stipple.protocol.Question;
import org.stipple.protocol.outline.BodyView;
import org.stipple.protocol.outline.ZoneOutlines;
import org.stipple.quantities.Indication;
import org.stipple.quantities.ZoneId;

/// Puts pages of questions together, in the words of who answers them.
@Component
class SheetLooks {

    private final PatientWords patient;
    private final ZoneOutlines outlines;

    SheetLooks(PatientWords patient, ZoneOutlines outlines) {
        this.patient = patient;
        this.outlines = outlines;
    }

    /// @param before what was answered last time, in words; asked of `known` alone
    /// @param told what is entered on this page
    /// @param opened whether each question is answered by itself
    /// @param zones to which a yes may be narrowed
    SheetView sheet(
            Words words,
            Page page,
            Set<Fact> known,
            Function<Fact, String> before,
            Told told,
            Map<String, Trouble> troubles,
            boolean opened,
            List<ZoneId> zones) {
        Sheet sheet = page.sheet();
        List<Ask> asks = page.questions().stream()
                .map(question -> ask(words, question, known, before, told, troubles, zones))
                .toList();
        boolean one = asks.size() == 1;
        boolean allKnown = !asks.isEmpty() && known.containsAll(page.facts());
        return new SheetView(
                sheet.id(),
                words.of("intake.sheet." + sheet.id()),
                words.of("intake.lead."
                        + sheet.plain()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-')),
                asks,
                opened || one || !troubles.isEmpty() || saysMore(page, told),
                sheet.plain() == Sheet.Plain.NONE || one ? "" : plain(words, sheet.plain()),
                allKnown && !one ? words.of(sheet == Sheet.NEW ? "intake.nothing-new" : "intake.same-all") : "");
    }

    private static String plain(Words words, Sheet.Plain plain) {
        return switch (plain) {
            case NONE -> "";
            case NO -> words.of("intake.plain.no");
            case NEVER -> words.of("intake.plain.never");
            case NOT_IN_A_YEAR -> words.of("intake.plain.year");
        };
    }

    /// Whether something is answered that one tap does not say.
    private static boolean saysMore(Page page, Told told) {
        var answers = page.facts().stream()
                .map(told::answer)
                .filter(answer -> !answer.isEmpty())
                .toList();
        return answers.stream()
                        .anyMatch(answer -> !Set.of("false", "none", "never", "over-a-year", "same")
                                .contains(answer))
                || answers.stream().distinct().count() > 2;
    }

    private Ask ask(
            Words words,
            Question question,
            Set<Fact> known,
            Function<Fact, String> before,
            Told told,
            Map<String, Trouble> troubles,
            List<ZoneId> zones) {
        Fact fact = question.fact();
        String answer = told.answer(fact);
        boolean isKnown = known.contains(fact);
        var only = told.texts("zones:" + fact.path());
        return new Ask(
                fact.path(),
                patient.question(words, question),
                isKnown ? words.of("intake.last-time", before.apply(fact)) : "",
                SheetReading.choices(fact, isKnown).stream()
                        .map(value -> new Choice(value, PatientWords.choice(words, fact, value), value.equals(answer)))
                        .toList(),
                fact.shape() == Fact.Shape.DAY,
                told.text("day:" + fact.path()),
                fact.shape() == Fact.Shape.ZONES && zones.size() > 1
                        ? zones.stream()
                                .map(zone ->
                                        new Choice(zone.id(), PatientWords.zone(words, zone), only.contains(zone.id())))
                                .toList()
                        : List.of(),
                trouble(words, troubles.get(fact.path())));
    }

    private static String trouble(Words words, @org.jspecify.annotations.Nullable Trouble trouble) {
        return trouble == null ? "" : words.of("intake.trouble." + word(trouble));
    }

    /// As it stands in the bundles.
    static String word(Trouble trouble) {
        return trouble.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// What is wanted, and where.
    WantedView wanted(Words words, Told told, Map<String, Trouble> troubles) {
        return new WantedView(
                Arrays.stream(Indication.values())
                        .map(one -> new Choice(
                                one.id(),
                                PatientWords.indication(words, one),
                                told.texts("indication").contains(one.id())))
                        .toList(),
                troubles.containsKey("indication") ? words.of("intake.choose-what") : "",
                new ZonePick(
                        "zone",
                        words.of("intake.where"),
                        words.of("intake.where-hint"),
                        Stream.of(BodyView.FACE_FRONT, BodyView.BODY_FRONT, BodyView.BODY_BACK)
                                .map(view -> translated(
                                        words,
                                        Maps.plain(
                                                outlines.drawing(view),
                                                "where-" + view.id(),
                                                words.of("intake.where"))))
                                .toList(),
                        Arrays.stream(ZoneId.values())
                                .map(zone -> new ZonePick.Zone(
                                        zone.id(),
                                        PatientWords.zone(words, zone),
                                        told.texts("zone").contains(zone.id()),
                                        false))
                                .toList(),
                        troubles.containsKey("zone") ? words.of("intake.choose-where") : ""));
    }

    /// With the names of the zones in the language of the page. Whose left and right it is stands in the hint.
    private static MapView translated(Words words, MapView map) {
        return new MapView(
                map.key(),
                map.title(),
                map.view(),
                map.viewBox(),
                map.scale(),
                map.zones().stream().map(zone -> translated(words, zone)).toList(),
                map.noGo(),
                map.lines(),
                map.dots(),
                "",
                "");
    }

    private static ZoneShape translated(Words words, ZoneShape zone) {
        String name = words.of("zone." + zone.id());
        return new ZoneShape(
                zone.id(),
                name,
                name,
                zone.path(),
                zone.box(),
                zone.state(),
                zone.fill(),
                zone.ink(),
                zone.value(),
                zone.labelX(),
                zone.labelY(),
                zone.href(),
                zone.dots());
    }

    /// The skin type, by what the sun does to it.
    OneOf sun(Words words, Told told, Map<String, Trouble> troubles) {
        var choices = new ArrayList<Choice>();
        IntStream.rangeClosed(1, 6)
                .mapToObj(String::valueOf)
                .map(type -> new Choice(
                        type,
                        words.of("intake.sun." + type),
                        told.text("fitzpatrick").equals(type)))
                .forEach(choices::add);
        choices.add(new Choice(
                "unknown",
                words.of("intake.answer.unknown"),
                told.text("fitzpatrick").equals("unknown")));
        return new OneOf(
                "fitzpatrick", words.of("intake.sun"), "", choices, trouble(words, troubles.get("fitzpatrick")));
    }
}
