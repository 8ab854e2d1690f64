package org.stipple.clinic.planning.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.DaysInText;
import org.stipple.clinic.web.Sentence;
import org.stipple.clinic.web.look.FindingView;
import org.stipple.clinic.web.look.SourceView;
import org.stipple.clinic.web.look.Verdict;
import org.stipple.clinic.web.look.VerdictView;
import org.stipple.protocol.Citation;
import org.stipple.protocol.Fact;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Kind;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.Question;
import org.stipple.protocol.Screening;
import org.stipple.protocol.View;
import org.stipple.quantities.ZoneId;

/// How a screening looks: its verdict in one line, its findings as cards.
public final class Looks {

    private Looks() {}

    /// The verdict in one line, with what to do about it.
    public static VerdictView verdict(Screening screening, LocalDate today) {
        long asked = screening.ask().size();
        return switch (screening.verdict()) {
            case REFUSE ->
                new VerdictView(
                        Verdict.NO,
                        "No" + refusedIn(screening),
                        screening.byZone().stream().anyMatch(Screening.InZone::isPlannable)
                                ? "Elsewhere it can be planned; each zone is judged for itself."
                                : "Something stands against treatment. It is named below, with what would change it.");
            case DEFER ->
                new VerdictView(
                        Verdict.WAIT,
                        screening
                                .until()
                                .map(day -> "Wait until " + Days.near(day, today))
                                .orElse("Wait"),
                        afterTheWait(screening));
            case UNKNOWN ->
                new VerdictView(
                        Verdict.ASK,
                        asked == 1 ? "One answer is missing" : asked + " answers are missing",
                        "An answer that is missing is never taken as “no”.");
            case SIGN_OFF ->
                new VerdictView(Verdict.SIGN_OFF, "A clinician’s sign-off is needed", "With a reason, under a name.");
            case CAUTION ->
                new VerdictView(
                        Verdict.CAUTION, "Go, with care", "Nothing stands against treatment; mind what is below.");
            case PROCEED -> new VerdictView(Verdict.GO, "Go", "Nothing stands against treatment.");
        };
    }

    /// Where, unless it is everywhere.
    private static String refusedIn(Screening screening) {
        return screening.byZone().stream().anyMatch(Screening.InZone::isPlannable)
                ? ": "
                        + screening.byZone().stream()
                                .filter(zone -> zone.verdict() == org.stipple.protocol.Verdict.REFUSE)
                                .map(zone -> zone.id().words())
                                .collect(Collectors.joining(", "))
                : "";
    }

    /// What is left when the date has come: never more promising than the findings are.
    private static String afterTheWait(Screening screening) {
        if (!screening.openEnded().isEmpty()) {
            return "There is also a wait that ends only with an examination, so a date alone is no permission.";
        }
        long unknown = count(screening, Kind.UNKNOWN);
        long signOff = count(screening, Kind.SIGN_OFF);
        if (unknown + signOff > 0) {
            return "The wait is not all: "
                    + Stream.of(
                                    some(unknown, "answer is missing", "answers are missing"),
                                    some(signOff, "finding needs a sign-off", "findings need a sign-off"))
                            .flatMap(Optional::stream)
                            .collect(Collectors.joining(", and "))
                    + ".";
        }
        return "Nothing else stands against treatment then, if the answers still hold.";
    }

    private static Optional<String> some(long count, String one, String many) {
        return count == 0 ? Optional.empty() : Optional.of(count == 1 ? "one " + one : count + " " + many);
    }

    private static long count(Screening screening, Kind kind) {
        return screening.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .count();
    }

    /// The six steps of gravity that all pages use.
    public static Verdict of(Kind kind) {
        return switch (kind) {
            case REFUSE -> Verdict.NO;
            case DEFER -> Verdict.WAIT;
            case UNKNOWN -> Verdict.ASK;
            case SIGN_OFF -> Verdict.SIGN_OFF;
            case CAUTION -> Verdict.CAUTION;
            case NOTE -> Verdict.GO;
        };
    }

    /// All findings as cards, gravest first; the first that stands in the way is open.
    public static List<FindingView> findings(Screening screening, Knowledge knowledge, LocalDate today) {
        return screening.findings().stream()
                .map(finding -> finding(finding, knowledge, today, false))
                .toList();
    }

    static FindingView finding(Finding finding, Knowledge knowledge, LocalDate today, boolean open) {
        return new FindingView(
                of(finding.kind()),
                finding.kind() == Kind.NOTE ? "Note: " + title(finding) : title(finding),
                finding.until().map(day -> "until " + Days.near(day, today)).orElse(""),
                zones(finding.zones()),
                DaysInText.of(finding.reason()),
                change(finding, knowledge),
                finding.basis(),
                sources(finding.sources(), knowledge),
                views(finding.views(), knowledge),
                override(finding),
                open,
                knowledge.entries().getOrDefault("rules", Map.of()).containsKey(finding.rule())
                        ? "/knowledge/rules/" + finding.rule()
                        : "");
    }

    /// The rule's name is the fact that it guards.
    static String title(Finding finding) {
        String words = finding.rule().replace('-', ' ').replace('.', ' ');
        return Sentence.beginning(words);
    }

    private static String zones(List<ZoneId> zones) {
        return zones.stream().map(ZoneId::words).collect(Collectors.joining(", "));
    }

    private static String change(Finding finding, Knowledge knowledge) {
        if (!finding.missing().isEmpty()) {
            return "Answer: "
                    + finding.missing().stream()
                            .map(fact -> question(fact, knowledge))
                            .collect(Collectors.joining(" "));
        }
        return finding.isOpenEnded() ? "It ends with an examination, not with a date." : "";
    }

    /// As it is asked, not as the program calls it.
    private static String question(Fact fact, Knowledge knowledge) {
        return knowledge.questions().stream()
                .filter(question -> question.fact().equals(fact))
                .map(Question::wording)
                .findFirst()
                .orElse(fact.path());
    }

    private static String override(Finding finding) {
        return switch (finding.kind()) {
            case REFUSE, DEFER, SIGN_OFF ->
                switch (finding.overridable()) {
                    case NEVER -> "Nobody may override this.";
                    case CLINICIAN -> "A supervising clinician may take this on, with a reason.";
                    case TWO_PEOPLE -> "Two supervising clinicians together may take this on, each with a reason.";
                };
            // What is not known is answered, never taken on.
            case UNKNOWN, CAUTION, NOTE -> "";
        };
    }

    private static List<SourceView> sources(List<Citation> citations, Knowledge knowledge) {
        return citations.stream()
                .map(citation ->
                        source(citation.id(), Optional.of(citation.strength().id()), knowledge))
                .toList();
    }

    static SourceView source(String id, Optional<String> strength, Knowledge knowledge) {
        return knowledge
                .source(id)
                .map(source -> new SourceView(
                        source.title(),
                        strength.orElse(source.strength().id()),
                        source.where().startsWith("http") ? source.where() : ""))
                .orElse(new SourceView(id, strength.orElse(""), ""));
    }

    private static List<FindingView.OtherView> views(List<View> views, Knowledge knowledge) {
        return views.stream()
                .map(view -> new FindingView.OtherView(
                        view.says(),
                        view.sources().stream()
                                .map(id -> source(id, Optional.empty(), knowledge))
                                .toList(),
                        view.chosen()))
                .toList();
    }
}
