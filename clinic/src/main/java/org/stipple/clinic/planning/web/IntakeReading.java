package org.stipple.clinic.planning.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.stipple.protocol.Fact;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.quantities.ZoneId;

/// What an intake form says, as the request file of the command line: everything that could be read, and what
/// is wrong with the rest.
///
/// @param request with all that fits; what does not is unknown in it
/// @param problems a sentence for each field that does not fit, by its name in the form
/// @param again questions whose answer was given before zones were added; unknown in the request
record IntakeReading(Document.Mapping request, Map<String, String> problems, Set<Fact> again) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}([.,]\\d{1,9})?");
    private static final List<String> TEXTS = List.of("device", "operator", "premises", "anaesthetic.product");
    private static final List<String> NUMBERS = List.of(
            "fitzpatrick",
            "goal.depthMm",
            "goal.densityPerCm2",
            "limits.depthMm",
            "anaesthetic.grams",
            "anaesthetic.areaCm2",
            "anaesthetic.minutes");
    private static final List<Map.Entry<String, String>> NEEDED = List.of(
            Map.entry("indication", "Choose what is to be treated, one at least."),
            Map.entry("zone", "Choose where, one zone at least."),
            Map.entry("device", "Choose the device."),
            Map.entry("operator", "Choose who treats."));

    IntakeReading {
        problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
        again = Collections.unmodifiableSet(again.isEmpty() ? EnumSet.noneOf(Fact.class) : EnumSet.copyOf(again));
    }

    /// @param on the day of the answers; later dates do not fit
    static IntakeReading of(IntakeForm form, LocalDate on) {
        var problems = new LinkedHashMap<String, String>();
        for (var needed : NEEDED) {
            if (form.texts(needed.getKey()).isEmpty()) {
                problems.put(needed.getKey(), needed.getValue());
            }
        }
        var again = EnumSet.noneOf(Fact.class);
        var facts = facts(form, again, problems);
        return new IntakeReading(fitting(top(form).with("facts", facts), on, problems), problems, again);
    }

    /// Whether it can be saved as it is.
    boolean isWhole() {
        return problems.isEmpty() && again.isEmpty();
    }

    /// Whether the problem of a field is that nothing is chosen there yet.
    boolean isMissing(String field) {
        return NEEDED.stream()
                .anyMatch(needed ->
                        needed.getKey().equals(field) && needed.getValue().equals(problems.get(field)));
    }

    private static Document.Mapping top(IntakeForm form) {
        var request = Document.mapping().with("setting", Document.of("clinic"));
        for (String path : TEXTS) {
            request = put(request, path, form.text(path).isEmpty() ? Document.UNKNOWN : Document.of(form.text(path)));
        }
        for (String path : NUMBERS) {
            request = put(request, path, number(form.text(path)));
        }
        for (ZoneId zone : ZoneId.values()) {
            request = put(request, "areaCm2." + zone.id(), number(form.text("areaCm2." + zone.id())));
        }
        if (!form.texts("limits.zones").isEmpty()) {
            request = request.withPath("limits.zones", Document.texts(form.texts("limits.zones")));
        }
        return request.with(
                        "indications",
                        Document.listing(form.texts("indication").stream()
                                .map(id -> indication(form, id))
                                .toList()))
                .with("zones", Document.texts(form.texts("zone")));
    }

    private static Document.Mapping put(Document.Mapping request, String path, Document value) {
        return value instanceof Document.Unknown ? request : request.withPath(path, value);
    }

    private static Document indication(IntakeForm form, String id) {
        String subtype = form.text("subtype:" + id);
        return subtype.isEmpty()
                ? Document.of(id)
                : Document.mapping().with("id", Document.of(id)).with("subtype", Document.of(subtype));
    }

    private static Document.Mapping facts(IntakeForm form, Set<Fact> again, Map<String, String> problems) {
        var facts = Document.mapping();
        for (Fact fact : Fact.values()) {
            if (fact.standsAtTop()) {
                continue;
            }
            if (form.hasLooseEnd(fact)) {
                problems.put(field(fact), "Something is entered here, but no answer is chosen. Does it still hold?");
            }
            if (form.answer(fact).equals("date") && form.day(fact).isEmpty()) {
                problems.put(field(fact), "Give the date, or choose “I don’t know”.");
            }
            var answer = answer(form, fact);
            if (answer.isPresent() && form.holds(fact)) {
                facts = facts.withPath(fact.path(), answer.get());
            } else if (answer.isPresent() && !IntakeForm.isDetail(fact)) {
                again.add(fact);
            }
        }
        return facts;
    }

    private static Optional<Document> answer(IntakeForm form, Fact fact) {
        if (IntakeForm.isDetail(fact)) {
            return form.answer(Fact.PREVIOUS_NEEDLING).equals("date") ? detail(form, fact) : Optional.empty();
        }
        String answer = form.answer(fact);
        if (answer.isEmpty() || answer.equals("unknown")) {
            return Optional.empty();
        }
        return switch (fact.shape()) {
            case FLAG -> Optional.of(flag(answer));
            case ZONES ->
                Optional.of(
                        answer.equals("true") && !form.only(fact).isEmpty()
                                ? Document.texts(form.only(fact))
                                : flag(answer));
            case DAY ->
                answer.equals("date")
                        ? Optional.of(form.day(fact))
                                .filter(day -> !day.isEmpty())
                                .map(Document::of)
                        : Optional.of(Document.of(answer));
            case WORD -> Optional.of(Document.of(answer));
            case WHOLE, DEPTH -> Optional.of(number(answer));
        };
    }

    private static Optional<Document> detail(IntakeForm form, Fact fact) {
        return switch (fact.shape()) {
            case ZONES ->
                Optional.of(form.only(fact)).filter(zones -> !zones.isEmpty()).map(Document::texts);
            case WHOLE, DEPTH, FLAG, DAY, WORD ->
                Optional.of(form.answer(fact)).filter(text -> !text.isEmpty()).map(IntakeReading::number);
        };
    }

    /// Only a plain yes is yes, and only a plain no is no.
    private static Document flag(String answer) {
        return switch (answer) {
            case "true" -> Document.of(true);
            case "false" -> Document.of(false);
            default -> Document.of(answer);
        };
    }

    /// What is no number stays text, which the reader of the request refuses with what it expects there.
    static Document number(String text) {
        if (text.isEmpty()) {
            return Document.UNKNOWN;
        }
        return NUMBER.matcher(text).matches() ? Document.of(new BigDecimal(text.replace(',', '.'))) : Document.of(text);
    }

    /// Takes out whatever does not fit, one by one, and keeps why.
    private static Document.Mapping fitting(Document.Mapping entered, LocalDate on, Map<String, String> problems) {
        var request = entered;
        // Every round takes out one value, and there are not more than these.
        for (int round = 0; round < 2 * (Fact.values().length + ZoneId.values().length); round++) {
            try {
                PatientFacts.read(Field.root(withWhatIsNeeded(request)), on);
                return request;
            } catch (UnusableInput unfit) {
                problems.putIfAbsent(field(unfit.path()), "This does not fit. Expected: " + unfit.expected() + ".");
                var without = without(request, unfit.path().replaceAll("\\[.*", ""));
                if (without.equals(request)) {
                    return request;
                }
                request = without;
            }
        }
        return request;
    }

    /// Where a part is missing the whole goes.
    private static Document.Mapping without(Document.Mapping request, String path) {
        if (path.isEmpty()) {
            return request;
        }
        var without = request.withPath(path, Document.UNKNOWN);
        int point = path.lastIndexOf('.');
        return without.equals(request) && point > 0 ? without(request, path.substring(0, point)) : without;
    }

    /// With stand-ins for what nobody chose yet, so that the rest is looked at. They judge nothing and go
    /// nowhere.
    private static Document.Mapping withWhatIsNeeded(Document.Mapping request) {
        var whole = request;
        var standIns = Map.<String, Document>of(
                "device", Document.of("not-chosen-yet"),
                "indications", Document.texts(List.of("texture")),
                "zones", Document.texts(List.of("forehead")));
        for (var standIn : standIns.entrySet()) {
            Document there = whole.fields().getOrDefault(standIn.getKey(), Document.UNKNOWN);
            if (there instanceof Document.Unknown || there.equals(Document.texts(List.of()))) {
                whole = whole.with(standIn.getKey(), standIn.getValue());
            }
        }
        return whole;
    }

    /// The name in the form of what stands at a path of the request.
    static String field(String path) {
        String whole = path.replaceAll("\\[.*", "");
        return switch (whole) {
            case "indications" -> "indication";
            case "zones" -> "zone";
            default ->
                whole.startsWith("facts.")
                        ? Fact.find(whole.substring("facts.".length()))
                                .map(IntakeReading::field)
                                .orElse(whole)
                        : whole;
        };
    }

    private static String field(Fact fact) {
        return (fact.shape() == Fact.Shape.DAY ? "day:" : "fact:") + fact.path();
    }
}
