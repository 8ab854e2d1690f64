package org.stipple.clinic.asking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stipple.clinic.web.Form;
import org.stipple.protocol.Disagreement;
import org.stipple.protocol.Fact;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.Question;
import org.stipple.protocol.Screening;
import org.stipple.protocol.Setting;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Indication;
import org.stipple.quantities.Sex;
import org.stipple.quantities.ZoneId;

/// May I, and may I at home: asked by anybody of the same knowledge by which everybody here is screened.
/// Nothing is kept: whatever was told comes with every page. Pure.
///
/// @param told what was told so far, in fields that are checked
/// @param today the day of the question
public record SelfCheck(Told told, LocalDate today) {

    /// Whoever does not know the device is judged with any motorised pen. `design`: the device that a clinic
    /// most often uses, and no label is claimed for it.
    static final String ANY_PEN = "generic-pen";

    private static final String HOME_ROLLER = "home-roller";

    /// Any device whose name begins so is known as radio-frequency.
    private static final String HEATS = "rf-device";

    /// What was told about the wish and the device, with what is missing.
    public record Wish(SelfCheck check, Map<String, SheetReading.Trouble> troubles) {
        public Wish {
            troubles = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(troubles));
        }
    }

    /// What was found for one place.
    ///
    /// @param disagreements where people are told two things about it
    /// @param deviceUnclear whether it is not known if the device heats, or how long its needles are
    public record Found(
            Setting setting, Screening screening, List<Disagreement> disagreements, boolean deviceUnclear) {}

    /// Reads everything that a page carried. What does not fit is left out and named.
    public static Wish read(Form sent, LocalDate today) {
        var wanted = SheetReading.of(Sheet.WANTED, List.of(), java.util.Set.of(), sent, today);
        var sun = SheetReading.of(Sheet.SUN, List.of(), java.util.Set.of(), sent, today);
        var troubles = new LinkedHashMap<>(wanted.troubles());
        var told = wanted.told().with(sun.told());
        for (var choice : Map.of(
                        "sex", "female|male|other|unknown",
                        "heat", "yes|no|unknown",
                        "needles", "0.25|0.5|1|1.5|unknown")
                .entrySet()) {
            Optional<String> chosen = sent.text(choice.getKey()).filter(word -> word.matches(choice.getValue()));
            if (chosen.isPresent()) {
                told = told.with(choice.getKey(), List.of(chosen.get()));
            } else {
                troubles.put(choice.getKey(), SheetReading.Trouble.MISSING);
            }
        }
        troubles.putAll(sun.troubles());
        Optional<String> age = sent.text("age");
        if (age.isPresent() && age.get().matches("\\d{1,3}") && Integer.parseInt(age.get()) <= 120) {
            told = told.with("age", List.of(age.get()));
        } else if (age.isPresent()) {
            troubles.put("age", SheetReading.Trouble.MISSING);
        }
        return new Wish(new SelfCheck(told.with(answers(sent, today)), today), troubles);
    }

    /// The answers that the page carried from earlier pages.
    private static Told answers(Form sent, LocalDate today) {
        var told = Told.NOTHING;
        for (Sheet sheet : Sheet.values()) {
            for (Fact fact : sheet.facts()) {
                if (sent.text("fact:" + fact.path()).isPresent()) {
                    var read = SheetReading.of(sheet, List.of(fact), java.util.Set.of(), plain(sent), today);
                    if (read.isWhole()) {
                        told = told.with(read.told());
                    }
                }
            }
        }
        return told;
    }

    /// Without the button that answers a whole page.
    private static Form plain(Form sent) {
        var fields = new LinkedHashMap<>(sent.fields());
        fields.remove(SheetReading.ALL);
        return new Form(fields);
    }

    /// This with more told.
    public SelfCheck with(Told more) {
        return new SelfCheck(told.with(more), today);
    }

    /// This without the answers of a page, to go back to it.
    public SelfCheck without(Sheet sheet) {
        return without(sheet.facts());
    }

    /// This without the answers to some questions.
    public SelfCheck without(List<Fact> facts) {
        var fields = new LinkedHashMap<>(told.fields());
        for (Fact fact : facts) {
            for (String kind : List.of("fact:", "day:", "zones:")) {
                fields.remove(kind + fact.path());
            }
        }
        return new SelfCheck(new Told(fields), today);
    }

    /// The page that decides most, with those of its questions that can still change what is found.
    ///
    /// @return empty when no answer can change anything any more, or every one that could is given
    public Optional<Interview.Page> next(Knowledge knowledge) {
        var open = new LinkedHashSet<Fact>();
        for (Setting setting : Setting.values()) {
            screening(knowledge, setting).ask().stream()
                    .filter(fact -> told.answer(fact).isEmpty())
                    .filter(fact -> !(isMale() && Sheet.PREGNANCY.facts().contains(fact)))
                    .filter(fact -> Interview.sheetOf(fact).isPresent())
                    .forEach(open::add);
        }
        return open.stream()
                .findFirst()
                .flatMap(Interview::sheetOf)
                .map(sheet -> new Interview.Page(sheet, questions(knowledge, sheet, open)));
    }

    private static List<Question> questions(Knowledge knowledge, Sheet sheet, LinkedHashSet<Fact> open) {
        var order = new ArrayList<>(open);
        return knowledge.questions().stream()
                .filter(question -> sheet.facts().contains(question.fact()) && open.contains(question.fact()))
                .sorted(Comparator.comparing(question -> order.indexOf(question.fact())))
                .toList();
    }

    /// A page with these of its questions, as it was shown.
    ///
    /// @param paths of the questions
    public static Interview.Page page(Knowledge knowledge, Sheet sheet, List<String> paths) {
        return new Interview.Page(
                sheet,
                paths.stream()
                        .distinct()
                        .flatMap(path -> knowledge.questions().stream()
                                .filter(question -> question.fact().path().equals(path))
                                .filter(question -> sheet.facts().contains(question.fact())))
                        .toList());
    }

    private boolean isMale() {
        return told.text("sex").equals(Sex.MALE.id());
    }

    /// What is found at a clinic, and at home.
    public List<Found> found(Knowledge knowledge) {
        return java.util.Arrays.stream(Setting.values())
                .map(setting -> new Found(
                        setting,
                        screening(knowledge, setting),
                        knowledge.disagreements(facts(setting), today),
                        deviceUnclear(setting)))
                .toList();
    }

    private boolean deviceUnclear(Setting setting) {
        boolean heatUnclear = !told.text("heat").matches("yes|no");
        return switch (setting) {
            case CLINIC -> heatUnclear;
            case HOME -> heatUnclear || told.text("needles").matches("unknown|");
        };
    }

    private Screening screening(Knowledge knowledge, Setting setting) {
        return knowledge.screen(facts(setting), today);
    }

    private PatientFacts facts(Setting setting) {
        return PatientFacts.read(Field.root(request(setting)), today);
    }

    /// The request file of the command line that asks the same.
    Document.Mapping request(Setting setting) {
        boolean heats = told.text("heat").equals("yes");
        var request = Document.mapping()
                .with("setting", Document.of(setting.id()))
                .with(
                        "device",
                        Document.of(
                                heats
                                        ? HEATS
                                        : switch (setting) {
                                            case CLINIC -> ANY_PEN;
                                            case HOME -> HOME_ROLLER;
                                        }));
        if (!told.text("age").isEmpty()) {
            request = request.with("age", Document.of(Integer.parseInt(told.text("age"))));
        }
        if (Sex.find(told.text("sex")).isPresent()) {
            request = request.with("sex", Document.of(told.text("sex")));
        }
        if (setting == Setting.HOME && !told.text("needles").matches("unknown|0.25|")) {
            request = request.withPath("goal.depthMm", Document.of(new java.math.BigDecimal(told.text("needles"))));
        }
        request = told.over(request, Document.mapping(), today);
        return isMale()
                ? request.withPath("facts.pregnant", Document.of(false))
                        .withPath("facts.breastfeeding", Document.of(false))
                : request;
    }

    /// The words of what is wanted, for whoever reads the result: identifiers in their order.
    public List<Indication> indications() {
        return told.texts("indication").stream()
                .flatMap(id -> Indication.find(id).stream())
                .toList();
    }

    /// Where, in order.
    public List<ZoneId> zones() {
        return told.texts("zone").stream()
                .flatMap(id -> ZoneId.find(id).stream())
                .toList();
    }
}
