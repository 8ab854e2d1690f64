package org.stipple.protocol;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Area;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Indication;
import org.stipple.quantities.PunctureDensity;
import org.stipple.quantities.ZoneId;

/// Reads [PatientFacts] and refuses whatever does not fit with its full path.
///
/// @param on the day of the question
record PatientFactsReader(LocalDate on) {

    private static final Set<String> TOP = Set.of(
            "age",
            "sex",
            "fitzpatrick",
            "setting",
            "jurisdiction",
            "operator",
            "premises",
            "indications",
            "zones",
            "device",
            "facts",
            "goal",
            "areaCm2",
            "limits",
            "anaesthetic");
    private static final Set<String> FACTS = Arrays.stream(Fact.values())
            .filter(fact -> !fact.standsAtTop())
            .map(Fact::whole)
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final Pattern JURISDICTION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
    private static final List<String> ZONE_WORDS =
            Arrays.stream(ZoneId.values()).map(ZoneId::id).toList();

    PatientFacts read(Field root) {
        root.mapping(TOP);
        return new PatientFacts(
                root.required("setting").constant(Setting.class, Setting::id),
                device(root.required("device")),
                indications(root.required("indications")),
                List.copyOf(zones(root.required("zones"))),
                answers(root),
                new PatientFacts.Place(
                        root.optional("jurisdiction").map(PatientFactsReader::jurisdiction),
                        root.optional("operator").map(field -> field.constant(Operator.class, Operator::id)),
                        root.optional("premises").map(field -> field.constant(Premises.class, Premises::id))),
                wishes(root));
    }

    /// Radio-frequency is known by its name however that is written, so that a capital letter does not hide
    /// what refuses it.
    private static String device(Field field) {
        String id = field.text();
        return Contents.isRadioFrequency(id)
                ? identifier(new Field(field.path(), Document.of(id.toLowerCase(Locale.ROOT))))
                : identifier(field);
    }

    private static String identifier(Field field) {
        String id = field.text();
        if (!IDENTIFIER.matcher(id).matches()) {
            throw field.refused("an identifier such as skinpen-precision");
        }
        return id;
    }

    private static String jurisdiction(Field field) {
        String id = field.text();
        if (!JURISDICTION.matcher(id).matches()) {
            throw field.refused("a jurisdiction such as US, US-CA or GB-SCT");
        }
        return id;
    }

    private static List<Sought> indications(Field field) {
        var found = new LinkedHashSet<Sought>();
        for (var item : atLeastOne(field)) {
            if (!found.add(sought(item))) {
                throw item.refused("each indication once");
            }
        }
        return List.copyOf(found);
    }

    private static Sought sought(Field item) {
        if (!(item.document() instanceof Document.Mapping)) {
            return Sought.of(item.constant(Indication.class, Indication::id));
        }
        item.mapping(Set.of("id", "subtype"));
        var indication = item.required("id").constant(Indication.class, Indication::id);
        var words = Sought.subtypes(indication);
        var subtype = item.optional("subtype");
        if (subtype.isPresent() && words.equals(List.of(""))) {
            throw item.refused("no subtype: " + indication + " has none");
        }
        return subtype.map(field -> field.word(
                        word -> words.contains(word)
                                ? Optional.of(new Sought(indication, word))
                                : Optional.<Sought>empty(),
                        words))
                .orElseGet(() -> Sought.of(indication));
    }

    private static List<Field> atLeastOne(Field field) {
        var items = field.items();
        if (items.isEmpty()) {
            throw field.refused("one at least");
        }
        return items;
    }

    /// `face` stands for its 13 zones.
    private static Set<ZoneId> zones(Field field) {
        var found = new LinkedHashSet<ZoneId>();
        for (var item : atLeastOne(field)) {
            var named = item.word(
                    word -> word.equals("face")
                            ? Optional.of(ZoneId.face())
                            : ZoneId.find(word).map(List::of),
                    ZONE_WORDS);
            for (var zone : named) {
                if (!found.add(zone)) {
                    throw item.refused("each zone once");
                }
            }
        }
        return found;
    }

    private Map<Fact, Answer> answers(Field root) {
        var answers = new EnumMap<Fact, Answer>(Fact.class);
        var facts = root.optional("facts").map(field -> field.mapping(FACTS));
        facts.ifPresent(PatientFactsReader::requireKnownParts);
        for (var fact : Fact.values()) {
            var place = fact.standsAtTop()
                    ? root.optional(fact.path())
                    : facts.flatMap(field -> field.optional(fact.whole()));
            if (!fact.part().isEmpty()) {
                place = place.flatMap(field -> field.optional(fact.part()));
            }
            place.ifPresent(field -> answers.put(fact, answer(fact, field)));
        }
        return answers;
    }

    private static void requireKnownParts(Field facts) {
        for (String name : facts.names()) {
            var parts = new HashSet<String>();
            for (var fact : Fact.values()) {
                if (!fact.standsAtTop()
                        && fact.whole().equals(name)
                        && !fact.part().isEmpty()) {
                    parts.add(fact.part());
                }
            }
            if (!parts.isEmpty()) {
                facts.optional(name).ifPresent(field -> field.mapping(parts));
            }
        }
    }

    private Answer answer(Fact fact, Field field) {
        return switch (fact.shape()) {
            case FLAG -> new Answer.Flag(field.flag());
            case ZONES -> inZones(field);
            case DAY -> day(field);
            case WORD ->
                new Answer.Word(field.word(
                        word -> fact.words().contains(word) ? Optional.of(word) : Optional.empty(), fact.words()));
            case WHOLE -> new Answer.Whole(field.integer(fact.least(), fact.most()));
            case DEPTH -> new Answer.Deep(depth(field, "0"));
        };
    }

    private static Answer inZones(Field field) {
        if (field.document() instanceof Document.Listing) {
            var zones = EnumSet.noneOf(ZoneId.class);
            if (!field.items().isEmpty()) {
                zones.addAll(zones(field));
            }
            return new Answer.InZones(zones);
        }
        if (!(field.document() instanceof Document.Flag(var everywhere))) {
            throw field.refused("true, false or a list of zones" + (field.isYesOrNo() ? ": write true or false" : ""));
        }
        return everywhere ? Answer.InZones.everywhere() : Answer.InZones.nowhere();
    }

    private Answer day(Field field) {
        if (field.document() instanceof Document.Text(var word) && word.equals("never")) {
            return new Answer.Never();
        }
        LocalDate date;
        try {
            date = field.date();
        } catch (org.stipple.protocol.document.UnusableInput _) {
            throw field.refused("a date such as 2026-11-20, or never");
        }
        if (date.isAfter(on)) {
            throw field.refused("a date not after " + on);
        }
        return new Answer.Day(date);
    }

    private static PatientFacts.Wishes wishes(Field root) {
        var goal = root.optional("goal").map(field -> field.mapping(Set.of("depthMm", "densityPerCm2")));
        var areas = new EnumMap<ZoneId, Area>(ZoneId.class);
        root.optional("areaCm2")
                .map(field -> field.mapping(Set.copyOf(ZONE_WORDS)))
                .ifPresent(field -> {
                    for (String name : field.names()) {
                        ZoneId.find(name)
                                .ifPresent(zone -> field.optional(name)
                                        .ifPresent(area ->
                                                areas.put(zone, Area.ofSquareCentimetres(area.number(0.01, 20_000)))));
                    }
                });
        return new PatientFacts.Wishes(
                goal.flatMap(field -> field.optional("depthMm")).map(field -> depth(field, "0.05")),
                goal.flatMap(field -> field.optional("densityPerCm2"))
                        .map(field -> PunctureDensity.ofPerSquareCentimetre(field.number(1, 1_000_000))),
                areas,
                root.optional("limits").map(PatientFactsReader::scope),
                root.optional("anaesthetic").map(PatientFactsReader::anaesthetic));
    }

    private static PatientFacts.Scope scope(Field field) {
        field.mapping(Set.of("depthMm", "zones"));
        return new PatientFacts.Scope(
                depth(field.required("depthMm"), "0.05"),
                field.optional("zones").map(PatientFactsReader::zones).orElse(Set.of()));
    }

    /// What no label comes near is a slip of the hand: the largest of them are 180 g (LMX4 on 900 cm²) and five
    /// hours.
    private static PatientFacts.AnaestheticUse anaesthetic(Field field) {
        field.mapping(Set.of("product", "grams", "areaCm2", "minutes"));
        return new PatientFacts.AnaestheticUse(
                identifier(field.required("product")),
                field.optional("grams").map(grams -> grams.number(0.1, 200)),
                field.optional("areaCm2").map(area -> Area.ofSquareCentimetres(area.number(0.1, 2_000))),
                field.optional("minutes").map(minutes -> minutes.integer(1, 720)));
    }

    private static Depth depth(Field field, String least) {
        BigDecimal millimetres = field.decimal(least, "5");
        if (millimetres.stripTrailingZeros().scale() > 3) {
            throw field.refused("a whole number of micrometres, so three decimals at most");
        }
        return Depth.ofMillimetres(millimetres);
    }
}
