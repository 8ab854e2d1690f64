package org.stipple.clinic.planning.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.planning.web.PlanningViews.Area;
import org.stipple.clinic.planning.web.PlanningViews.Option;
import org.stipple.clinic.planning.web.PlanningViews.Select;
import org.stipple.clinic.planning.web.PlanningViews.Wanted;
import org.stipple.clinic.web.look.FieldView;
import org.stipple.clinic.web.look.Maps;
import org.stipple.clinic.web.look.ZonePick;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.Premises;
import org.stipple.protocol.Sought;
import org.stipple.protocol.outline.BodyView;
import org.stipple.protocol.outline.ZoneOutlines;
import org.stipple.quantities.Indication;
import org.stipple.quantities.ZoneId;

/// The first part of the intake: what, where, with what, by whom.
@Component
class IntakeWanted {

    private static final List<String> ROMAN = List.of("I", "II", "III", "IV", "V", "VI");

    private final Knowledge knowledge;
    private final ZoneOutlines outlines;

    IntakeWanted(Knowledge knowledge, ZoneOutlines outlines) {
        this.knowledge = knowledge;
        this.outlines = outlines;
    }

    Wanted of(IntakeForm form, Map<String, String> problems) {
        List<Area> areas = areas(form, problems);
        List<FieldView> numbing = numbing(form, problems);
        FieldView limit = number(
                "limits.depthMm",
                "Deepest that this practitioner sets",
                "mm",
                "Without zones below it holds everywhere.",
                form,
                problems);
        Select product = select(
                "anaesthetic.product",
                "Numbing cream",
                "",
                knowledge.anaesthetics().entrySet().stream().map(each -> Map.entry(each.getKey(), each.getValue())),
                false,
                form,
                problems);
        return new Wanted(
                Arrays.stream(Indication.values())
                        .map(one -> new Option(
                                one.id(), one.words(), form.texts("indication").contains(one.id())))
                        .toList(),
                problems.getOrDefault("indication", ""),
                subtypes(form, problems),
                zones(form, problems),
                select(
                        "device",
                        "Device",
                        "",
                        knowledge.devices().stream()
                                .filter(device -> !device.forHome())
                                .map(device -> Map.entry(device.id(), device.name())),
                        true,
                        form,
                        problems),
                select(
                        "operator",
                        "Who treats",
                        "For the law of the place.",
                        Stream.of("physician", "nurse", "aesthetician").map(each -> Map.entry(each, each)),
                        true,
                        form,
                        problems),
                premises(form, problems),
                number("goal.depthMm", "Wished depth", "mm", WISH, form, problems),
                number("goal.densityPerCm2", "Wished density", "per cm²", WISH, form, problems),
                limit,
                limitZones(form),
                isFilled(limit) || !form.texts("limits.zones").isEmpty(),
                areas,
                areas.stream().anyMatch(area -> isFilled(area.field())),
                product,
                numbing,
                !form.text("anaesthetic.product").isEmpty()
                        || !product.error().isEmpty()
                        || numbing.stream().anyMatch(IntakeWanted::isFilled),
                IntStream.rangeClosed(1, 6)
                        .mapToObj(n -> new Option(
                                String.valueOf(n),
                                ROMAN.get(n - 1),
                                form.text("fitzpatrick").equals(String.valueOf(n))))
                        .toList(),
                problems.getOrDefault("fitzpatrick", ""));
    }

    private static final String WISH = "A wish: the plan never goes beyond what is allowed.";

    private static boolean isFilled(FieldView field) {
        return !field.value().isEmpty() || !field.error().isEmpty();
    }

    private static ZonePick zonePick(List<ZonePick.Zone> zones, ZoneOutlines outlines, String error) {
        return new ZonePick(
                "zone",
                "Where?",
                "Tap the map or the list. Left and right are the patient’s.",
                Stream.of(BodyView.FACE_FRONT, BodyView.BODY_FRONT, BodyView.BODY_BACK)
                        .map(view -> Maps.plain(outlines.drawing(view), "where-" + view.id(), "Where: " + view.words()))
                        .toList(),
                zones,
                error);
    }

    private ZonePick zones(IntakeForm form, Map<String, String> problems) {
        List<String> chosen = form.texts("zone");
        return zonePick(
                Arrays.stream(ZoneId.values())
                        .map(zone -> new ZonePick.Zone(zone.id(), zone.words(), chosen.contains(zone.id()), false))
                        .toList(),
                outlines,
                problems.getOrDefault("zone", ""));
    }

    private static List<Select> subtypes(IntakeForm form, Map<String, String> problems) {
        return Arrays.stream(Indication.values())
                .filter(indication -> !Sought.subtypes(indication).equals(List.of("")))
                .map(indication -> subtype(indication, form, problems))
                .toList();
    }

    /// The assumed subtype is what is taken where nothing is said, and so is the empty choice.
    private static Select subtype(Indication indication, IntakeForm form, Map<String, String> problems) {
        List<String> words = Sought.subtypes(indication);
        var select = select(
                "subtype:" + indication.id(),
                "Kind of " + (indication == Indication.HAIR ? "hair loss" : indication.words()),
                "",
                words.subList(0, words.size() - 1).stream().map(word -> Map.entry(word, word.replace('-', ' '))),
                false,
                form,
                problems);
        var options = Stream.concat(
                        Stream.of(new Option(
                                words.getLast(),
                                words.getLast().equals("unknown") ? "I don’t know" : words.getLast(),
                                select.options().stream().noneMatch(Option::chosen))),
                        select.options().stream())
                .toList();
        return new Select(select.name(), select.label(), "", options, true, select.error(), indication.id());
    }

    private Optional<Select> premises(IntakeForm form, Map<String, String> problems) {
        return Acting.current()
                .jurisdiction()
                .filter(knowledge::asksForPremises)
                .map(_ -> select(
                        "premises",
                        "Premises",
                        "The law of this place looks at where needling is done.",
                        Arrays.stream(Premises.values())
                                .map(each -> Map.entry(
                                        each.id(),
                                        switch (each) {
                                            case PERMITTED -> "permitted by that law";
                                            case OTHER -> "other";
                                        })),
                        false,
                        form,
                        problems));
    }

    private static List<Area> areas(IntakeForm form, Map<String, String> problems) {
        return Arrays.stream(ZoneId.values())
                .map(zone -> new Area(
                        zone.id(),
                        form.texts("zone").contains(zone.id()),
                        number("areaCm2." + zone.id(), zone.words(), "cm²", "", form, problems)))
                .toList();
    }

    /// The zones wanted, and those that the limit names already.
    private static List<Option> limitZones(IntakeForm form) {
        List<String> named = form.texts("limits.zones");
        return Arrays.stream(ZoneId.values())
                .filter(zone -> form.zones().contains(zone) || named.contains(zone.id()))
                .map(zone -> new Option(zone.id(), zone.words(), named.contains(zone.id())))
                .toList();
    }

    private static List<FieldView> numbing(IntakeForm form, Map<String, String> problems) {
        return List.of(
                number("anaesthetic.grams", "Amount", "g", "", form, problems),
                number("anaesthetic.areaCm2", "On an area of", "cm²", "", form, problems),
                number("anaesthetic.minutes", "For", "minutes", "", form, problems));
    }

    private static Select select(
            String name,
            String label,
            String hint,
            Stream<Map.Entry<String, String>> choices,
            boolean required,
            IntakeForm form,
            Map<String, String> problems) {
        return new Select(
                name,
                label,
                hint,
                choices.map(choice -> new Option(
                                choice.getKey(),
                                choice.getValue(),
                                choice.getKey().equals(form.text(name))))
                        .toList(),
                required,
                problems.getOrDefault(name, ""),
                "");
    }

    static FieldView number(
            String name, String label, String unit, String hint, IntakeForm form, Map<String, String> problems) {
        return new FieldView(
                name, label, "decimal", form.text(name), unit, hint, problems.getOrDefault(name, ""), false, "");
    }
}
