package org.stipple.clinic.asking.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.asking.Interview;
import org.stipple.clinic.asking.SelfCheck;
import org.stipple.clinic.asking.SelfCheck.Found;
import org.stipple.clinic.asking.SheetReading.Trouble;
import org.stipple.clinic.asking.Told;
import org.stipple.clinic.asking.web.AskingViews.Carried;
import org.stipple.clinic.asking.web.AskingViews.CheckPage;
import org.stipple.clinic.asking.web.AskingViews.CheckQuestions;
import org.stipple.clinic.asking.web.AskingViews.CheckResult;
import org.stipple.clinic.asking.web.AskingViews.Choice;
import org.stipple.clinic.asking.web.AskingViews.Dispute;
import org.stipple.clinic.asking.web.AskingViews.FoundLine;
import org.stipple.clinic.asking.web.AskingViews.OneOf;
import org.stipple.clinic.asking.web.AskingViews.Place;
import org.stipple.clinic.asking.web.AskingViews.Side;
import org.stipple.clinic.web.look.SourceView;
import org.stipple.clinic.web.look.Verdict;
import org.stipple.clinic.web.words.KnowledgeWords;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.Disagreement;
import org.stipple.protocol.Fact;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Kind;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.Overridable;
import org.stipple.protocol.Screening;
import org.stipple.protocol.Setting;
import org.stipple.protocol.View;

/// Puts the pages of the self-check together. Nothing it says reassures by itself: where nothing was found, it
/// says that somebody who is trained still looks.
@Component
class SelfCheckLooks {

    /// Rules about the device, which nobody named here: what they say is said once, as a question for the
    /// clinic.
    private static final Set<String> OF_THE_DEVICE =
            Set.of("device-uncleared", "device-off-label", "under-label-age", "skin-type-outside-label");

    /// Rules about the law of a place, which nobody named here.
    private static final String OF_THE_LAW = "law-";

    private static final Set<String> FOR_A_DERMATOLOGIST =
            Set.of("skin-cancer", "pigmented-lesion", "actinic-keratosis", "dermatosis", "dermatosis-koebner");

    private static final Set<String> FOR_WHO_PRESCRIBED = Set.of(
            "anticoagulant",
            "isotretinoin-current",
            "isotretinoin-stopped",
            "antiarrhythmic-class-iii",
            "photosensitising-drug",
            "immunosuppressed");

    private final Knowledge knowledge;
    private final PatientWords patient;
    private final SheetLooks sheets;

    SelfCheckLooks(Knowledge knowledge, PatientWords patient, SheetLooks sheets) {
        this.knowledge = knowledge;
        this.patient = patient;
        this.sheets = sheets;
    }

    /// The first page, as it was sent.
    CheckPage first(Words words, Told told, Map<String, Trouble> troubles) {
        return new CheckPage(
                sheets.wanted(words, told, troubles),
                List.of(
                        sheets.sun(words, told, troubles),
                        oneOf(words, "sex", List.of("female", "male", "other", "unknown"), told, troubles),
                        oneOf(words, "heat", List.of("yes", "no", "unknown"), told, troubles),
                        oneOf(words, "needles", List.of("0.25", "0.5", "1", "1.5", "unknown"), told, troubles)),
                told.text("age"),
                troubles.containsKey("age") ? words.of("selfcheck.age-trouble") : "",
                troubles.keySet().stream().map(field -> missing(words, field)).toList());
    }

    private static String missing(Words words, String field) {
        return switch (field) {
            case "indication" -> words.of("intake.choose-what");
            case "zone" -> words.of("intake.choose-where");
            case "fitzpatrick" -> words.of("intake.sun");
            case "age" -> words.of("selfcheck.age-trouble");
            default -> words.of("selfcheck." + field);
        };
    }

    private static OneOf oneOf(
            Words words, String name, List<String> values, Told told, Map<String, Trouble> troubles) {
        return new OneOf(
                name,
                words.of("selfcheck." + name),
                words.of("selfcheck." + name + ".hint"),
                values.stream()
                        .map(value -> new Choice(
                                value,
                                value.equals("unknown")
                                        ? words.of("intake.answer.unknown")
                                        : words.of("selfcheck." + name + "." + value.replace('.', '-')),
                                told.text(name).equals(value)))
                        .toList(),
                troubles.containsKey(name) ? words.of("intake.trouble.missing") : "");
    }

    /// A page of questions.
    ///
    /// @param steps the pages that were answered, in order
    CheckQuestions questions(
            Words words,
            SelfCheck check,
            Interview.Page page,
            Told entered,
            Map<String, Trouble> troubles,
            boolean opened,
            List<String> steps) {
        return new CheckQuestions(
                carried(check, steps),
                sheets.sheet(words, page, Set.of(), _ -> "", entered, troubles, opened, check.zones()),
                problems(words, troubles),
                true);
    }

    List<String> problems(Words words, Map<String, Trouble> troubles) {
        return troubles.entrySet().stream()
                .map(trouble -> Fact.find(trouble.getKey())
                                .map(fact -> patient.question(words, fact) + " ")
                                .orElse("")
                        + words.of("intake.trouble." + SheetLooks.word(trouble.getValue())))
                .toList();
    }

    static List<Carried> carried(SelfCheck check, List<String> steps) {
        var carried = new ArrayList<Carried>();
        check.told().fields().forEach((name, values) -> values.forEach(value -> carried.add(new Carried(name, value))));
        steps.forEach(step -> carried.add(new Carried("step", step)));
        return carried;
    }

    /// What was found.
    CheckResult result(Words words, SelfCheck check, List<String> steps) {
        var places = new ArrayList<Place>();
        Verdict leastGrave = Verdict.CAUTION;
        for (Found found : check.found(knowledge)) {
            Place place = place(words, check, found, leastGrave);
            places.add(place);
            leastGrave = place.verdict();
        }
        return new CheckResult(
                carried(check, steps),
                places,
                Stream.concat(
                                check.indications().stream().map(one -> PatientWords.indication(words, one)),
                                check.zones().stream().map(zone -> PatientWords.zone(words, zone)))
                        .toList(),
                words.of(
                        "selfcheck.rests",
                        words.day(check.today()),
                        knowledge.release().version()),
                true);
    }

    /// @param leastGrave no better than this
    private Place place(Words words, SelfCheck check, Found found, Verdict leastGrave) {
        Screening screening = found.screening();
        Verdict verdict = verdict(found, leastGrave);
        var lines = new ArrayList<FoundLine>();
        if (found.deviceUnclear()) {
            lines.add(asked(words, found.setting()));
        }
        boolean ofTheDevice = false;
        var open = new LinkedHashSet<Fact>();
        for (Finding finding : screening.findings()) {
            if (OF_THE_DEVICE.contains(finding.rule()) && finding.kind() != Kind.UNKNOWN) {
                ofTheDevice = true;
            } else if (finding.kind() == Kind.UNKNOWN) {
                open.addAll(finding.missing());
            } else if (!finding.rule().startsWith(OF_THE_LAW)) {
                lines.add(line(words, check, finding));
            }
        }
        if (!open.isEmpty()) {
            lines.add(notKnown(words, open));
        }
        if (ofTheDevice) {
            lines.add(note(words, Verdict.CAUTION, "selfcheck.which-device"));
        }
        lines.add(note(words, Verdict.CAUTION, "selfcheck.law"));
        lines.sort(java.util.Comparator.comparing(FoundLine::verdict).reversed());
        String id = found.setting().id();
        return new Place(
                id,
                words.of("selfcheck.place." + id),
                verdict,
                words.of("selfcheck.word." + verdict.css()),
                headline(words, found, verdict),
                words.of("selfcheck.detail." + (isHomeWithCare(found, verdict) ? "home" : verdict.css())),
                lines,
                found.disagreements().stream()
                        .filter(dispute -> found.setting() == Setting.CLINIC
                                || dispute.id().startsWith("home"))
                        .map(dispute -> dispute(words, dispute))
                        .toList(),
                see(words, screening));
    }

    /// Never better than with care: no page has seen the skin. And at home never better than at a clinic.
    private static Verdict verdict(Found found, Verdict leastGrave) {
        Verdict verdict = switch (found.screening().verdict()) {
            case REFUSE -> Verdict.NO;
            case DEFER -> Verdict.WAIT;
            case UNKNOWN -> Verdict.ASK;
            case SIGN_OFF -> Verdict.SIGN_OFF;
            case CAUTION, PROCEED -> Verdict.CAUTION;
        };
        Verdict graver = found.deviceUnclear() && verdict.compareTo(Verdict.ASK) < 0 ? Verdict.ASK : verdict;
        return graver.compareTo(leastGrave) < 0 ? leastGrave : graver;
    }

    private static boolean isHomeWithCare(Found found, Verdict verdict) {
        return found.setting() == Setting.HOME && verdict == Verdict.CAUTION;
    }

    private static String headline(Words words, Found found, Verdict verdict) {
        if (isHomeWithCare(found, verdict)) {
            return words.of("selfcheck.headline.home");
        }
        Screening screening = found.screening();
        return switch (verdict) {
            case WAIT ->
                screening
                        .until()
                        .filter(_ -> screening.openEnded().isEmpty())
                        .map(day -> words.of("selfcheck.wait-until", words.day(day)))
                        .orElseGet(() -> words.of("selfcheck.headline.wait"));
            case NO, ASK, SIGN_OFF, CAUTION, GO -> words.of("selfcheck.headline." + verdict.css());
        };
    }

    private static FoundLine asked(Words words, Setting setting) {
        return note(words, Verdict.ASK, "selfcheck.unclear." + setting.id());
    }

    private static FoundLine note(Words words, Verdict verdict, String key) {
        return new FoundLine(
                verdict,
                words.of("selfcheck.word." + verdict.css()),
                words.of(key),
                "",
                "",
                List.of(),
                List.of(),
                List.of());
    }

    private FoundLine line(Words words, SelfCheck check, Finding finding) {
        Verdict verdict = switch (finding.kind()) {
            case REFUSE -> Verdict.NO;
            case DEFER -> Verdict.WAIT;
            case UNKNOWN -> Verdict.ASK;
            case SIGN_OFF -> Verdict.SIGN_OFF;
            case CAUTION, NOTE -> Verdict.CAUTION;
        };
        return new FoundLine(
                verdict,
                finding.kind() == Kind.NOTE
                        ? words.of("selfcheck.word.note")
                        : words.of("selfcheck.word." + verdict.css()),
                reason(words, finding),
                finding.zones().size() == check.zones().size() ? "" : PatientWords.zones(words, finding.zones()),
                change(words, finding),
                List.of(),
                IntStream.range(0, finding.views().size())
                        .mapToObj(i -> side(
                                finding.views().get(i),
                                KnowledgeWords.in(words)
                                        .findingView(
                                                finding.rule(),
                                                i + 1,
                                                finding.views().get(i).says())))
                        .toList(),
                finding.sources().stream()
                        .map(citation -> source(citation.id()))
                        .toList());
    }

    /// Radio-frequency is refused by name: whoever holds such a device may not know it by what it does.
    private String reason(Words words, Finding finding) {
        return finding.rule().equals("radio-frequency")
                ? words.of("selfcheck.radio-frequency")
                : patient.reason(words, finding);
    }

    private Dispute dispute(Words words, Disagreement dispute) {
        var said = KnowledgeWords.in(words);
        return new Dispute(
                said.disputed(dispute),
                said.why(dispute),
                IntStream.range(0, dispute.views().size())
                        .mapToObj(i -> side(
                                dispute.views().get(i),
                                said.view(dispute, dispute.views().get(i))))
                        .toList());
    }

    /// What nobody answered, each question once, whatever it would decide.
    private FoundLine notKnown(Words words, Set<Fact> open) {
        return new FoundLine(
                Verdict.ASK,
                words.of("selfcheck.word." + Verdict.ASK.css()),
                words.of("selfcheck.not-known", open.size()),
                "",
                words.of("selfcheck.change.answer"),
                open.stream().map(fact -> patient.question(words, fact)).toList(),
                List.of(),
                List.of());
    }

    private static String change(Words words, Finding finding) {
        return switch (finding.kind()) {
            case DEFER ->
                finding.until()
                        .map(day -> words.of("selfcheck.change.until", words.day(day)))
                        .orElseGet(() -> words.of("selfcheck.change.examined"));
            case UNKNOWN -> words.of("selfcheck.change.answer");
            case SIGN_OFF -> words.of("selfcheck.change.decides");
            case REFUSE ->
                words.of(
                        finding.overridable() == Overridable.NEVER
                                ? "selfcheck.change.never"
                                : "selfcheck.change.clinician");
            case CAUTION, NOTE -> "";
        };
    }

    private Side side(View view, String says) {
        return new Side(says, view.sources().stream().map(this::source).toList(), view.chosen());
    }

    private SourceView source(String id) {
        return knowledge
                .source(id)
                .map(source -> new SourceView(
                        source.title(), "", source.where().matches("https?://\\S+") ? source.where() : ""))
                .orElseGet(() -> new SourceView(id, "", ""));
    }

    private static List<String> see(Words words, Screening screening) {
        var see = new LinkedHashSet<String>();
        for (Finding finding : screening.findings()) {
            if (FOR_A_DERMATOLOGIST.contains(finding.rule())) {
                see.add(words.of("selfcheck.see.dermatologist"));
            }
            if (FOR_WHO_PRESCRIBED.contains(finding.rule()) && finding.kind() != Kind.UNKNOWN) {
                see.add(words.of("selfcheck.see.prescriber"));
            }
        }
        see.add(words.of("selfcheck.see.clinician"));
        return List.copyOf(see);
    }
}
