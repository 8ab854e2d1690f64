package org.stipple.clinic.asking.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.asking.Contradicted;
import org.stipple.clinic.asking.Interview;
import org.stipple.clinic.asking.Sheet;
import org.stipple.clinic.asking.SheetReading.Trouble;
import org.stipple.clinic.asking.Told;
import org.stipple.clinic.asking.web.AskingViews.Missing;
import org.stipple.clinic.asking.web.AskingViews.Progress;
import org.stipple.clinic.asking.web.AskingViews.SaidGroup;
import org.stipple.clinic.asking.web.AskingViews.SaidLine;
import org.stipple.clinic.asking.web.AskingViews.SendPage;
import org.stipple.clinic.asking.web.AskingViews.SheetPage;
import org.stipple.clinic.asking.web.AskingViews.StartPage;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.Answer;
import org.stipple.protocol.Fact;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.quantities.Indication;
import org.stipple.quantities.ZoneId;

/// Puts the pages behind a link together.
@Component
class OwnIntakeLooks {

    private final SheetLooks sheets;
    private final PatientWords patient;
    private final Ids ids;

    OwnIntakeLooks(SheetLooks sheets, PatientWords patient, Ids ids) {
        this.sheets = sheets;
        this.patient = patient;
        this.ids = ids;
    }

    StartPage start(Words words, String token, Interview interview, String first) {
        return new StartPage(
                token,
                first,
                progress(words, interview),
                !interview.known().isEmpty(),
                !interview.overtaken().isEmpty());
    }

    private static Progress progress(Words words, Interview interview) {
        int of = interview.pages().size();
        int done = of - interview.open().size();
        return new Progress(done, of, words.of("intake.progress", done, of));
    }

    /// Behind which link a page stands.
    ///
    /// @param record the number of the answers beside which it is shown
    /// @param overtaken whether it was answered before, and the record says something else by now
    record Behind(String token, int record, boolean overtaken) {}

    SheetPage sheet(
            Words words,
            Behind behind,
            Interview interview,
            Interview.Page page,
            Told entered,
            Map<String, Trouble> troubles,
            boolean opened) {
        Sheet sheet = page.sheet();
        return new SheetPage(
                behind.token(),
                behind.record(),
                behind.overtaken(),
                sheets.sheet(
                        words,
                        page,
                        interview.known(),
                        fact -> before(words, interview, fact),
                        entered,
                        troubles,
                        opened,
                        zones(interview)),
                sheet == Sheet.WANTED ? Optional.of(sheets.wanted(words, entered, troubles)) : Optional.empty(),
                sheet == Sheet.SUN ? Optional.of(sheets.sun(words, entered, troubles)) : Optional.empty(),
                progress(words, interview),
                "/own/intake/" + behind.token()
                        + interview
                                .before(sheet)
                                .map(back -> "/" + back.sheet().id())
                                .orElse(""),
                troubles.entrySet().stream()
                        .map(trouble -> trouble(words, trouble.getKey(), trouble.getValue()))
                        .toList());
    }

    private String trouble(Words words, String field, Trouble trouble) {
        return switch (field) {
            case "indication" -> words.of("intake.choose-what");
            case "zone" -> words.of("intake.choose-where");
            default ->
                Fact.find(field)
                                .filter(fact -> !fact.standsAtTop())
                                .map(fact -> patient.question(words, fact) + " ")
                                .orElse("")
                        + words.of("intake.trouble." + SheetLooks.word(trouble));
        };
    }

    /// Where a yes may be narrowed to: what is wanted, or was last time.
    private static List<ZoneId> zones(Interview interview) {
        var wanted = interview.all().texts("zone").stream()
                .flatMap(id -> ZoneId.find(id).stream())
                .toList();
        return wanted.isEmpty() ? facts(interview).map(PatientFacts::zones).orElse(List.of()) : wanted;
    }

    private static Optional<PatientFacts> facts(Interview interview) {
        try {
            return Optional.of(PatientFacts.read(Field.root(interview.base()), interview.today()));
        } catch (UnusableInput nobodyAnsweredBefore) {
            return Optional.empty();
        }
    }

    private static String before(Words words, Interview interview, Fact fact) {
        Optional<Answer> answer = facts(interview).flatMap(facts -> facts.answer(fact));
        return answer.map(one -> PatientWords.answer(words, one)).orElse("");
    }

    /// Everything, to be looked through.
    ///
    /// @param open pages without an answer, which are named
    SendPage send(Words words, String token, Interview interview, List<Interview.Page> open) {
        return new SendPage(
                token,
                ids.next(),
                said(words, interview, "/own/intake/" + token + "/"),
                progress(words, interview),
                open.stream().anyMatch(page -> interview.overtaken().contains(page.sheet())),
                open.stream()
                        .map(page -> new Missing(
                                words.of("intake.sheet." + page.sheet().id()),
                                "/own/intake/" + token + "/" + page.sheet().id()))
                        .toList());
    }

    /// What was said, page by page.
    ///
    /// @param href before the word of a page; empty where it leads nowhere
    List<SaidGroup> said(Words words, Interview interview, String href) {
        var groups = new ArrayList<SaidGroup>();
        for (Interview.Page page : interview.pages()) {
            Told told = interview.answered().getOrDefault(page.sheet(), Told.NOTHING);
            groups.add(new SaidGroup(
                    words.of("intake.sheet." + page.sheet().id()),
                    href.isEmpty() ? "" : href + page.sheet().id(),
                    lines(words, interview, page, told)));
        }
        return groups;
    }

    private List<SaidLine> lines(Words words, Interview interview, Interview.Page page, Told told) {
        return switch (page.sheet()) {
            case WANTED ->
                List.of(
                        new SaidLine(
                                words.of("intake.what"),
                                told.texts("indication").stream()
                                        .flatMap(id -> Indication.find(id).stream())
                                        .map(one -> PatientWords.indication(words, one))
                                        .collect(Collectors.joining(", ")),
                                false),
                        new SaidLine(
                                words.of("intake.where"),
                                told.texts("zone").stream()
                                        .flatMap(id -> ZoneId.find(id).stream())
                                        .map(zone -> PatientWords.zone(words, zone))
                                        .collect(Collectors.joining(", ")),
                                false));
            case SUN -> List.of(new SaidLine(words.of("intake.sun"), sun(words, told.text("fitzpatrick")), false));
            case PREGNANCY, MEDICINES, NOW, THERE, MARKS, HISTORY, TOLD, HEALTH, EVER, LATELY, PLANNED, NEW ->
                page.questions().stream()
                        .map(question -> new SaidLine(
                                patient.question(words, question),
                                said(words, interview, told, question.fact()),
                                told.answer(question.fact()).equals("unknown")))
                        .toList();
        };
    }

    /// What was answered otherwise than was recorded after the link was given, for whoever looks at it.
    List<String> otherwise(Words words, List<Contradicted> contradicted) {
        return contradicted.stream()
                .map(one -> patient.question(words, one.fact()) + " Recorded after the link was given: "
                        + answer(words, one.recorded()) + ". Answered by the link: " + answer(words, one.said()) + ". "
                        + (one.recordCounts()
                                ? "The record counts, as the graver one, until somebody changes it at the intake."
                                : "The answer counts, as the graver one, until somebody changes it at the intake."))
                .toList();
    }

    private static String answer(Words words, Optional<Answer> answer) {
        return answer.map(one -> PatientWords.answer(words, one)).orElseGet(() -> words.of("intake.answer.unknown"));
    }

    private static String sun(Words words, String type) {
        return switch (type) {
            case "" -> words.of("intake.not-answered");
            case "unknown" -> words.of("intake.answer.unknown");
            default -> words.of("intake.sun." + type);
        };
    }

    private static String said(Words words, Interview interview, Told told, Fact fact) {
        String answer = told.answer(fact);
        return switch (answer) {
            case "" -> words.of("intake.not-answered");
            case "date" ->
                words.of("intake.on-day", words.day(java.time.LocalDate.parse(told.text("day:" + fact.path()))));
            case "same" -> words.of("intake.same-as", before(words, interview, fact));
            case "true" -> {
                var zones = told.texts("zones:" + fact.path()).stream()
                        .flatMap(id -> ZoneId.find(id).stream())
                        .toList();
                yield PatientWords.choice(words, fact, answer)
                        + (zones.isEmpty() ? "" : ": " + PatientWords.zones(words, zones));
            }
            default -> PatientWords.choice(words, fact, answer);
        };
    }
}
