package org.stipple.clinic.outcome.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stipple.clinic.outcome.Score;
import org.stipple.clinic.outcome.web.ResultViews.ScaleView;
import org.stipple.clinic.outcome.web.ResultViews.ScoreRow;
import org.stipple.clinic.outcome.web.ResultViews.Series;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Sentence;
import org.stipple.clinic.web.look.Plot;
import org.stipple.clinic.web.look.Plot.PlotPoint;
import org.stipple.protocol.Basis;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.OutcomeScale;

/// How scores look: over time, each with what it means, and what two say beside each other. Nothing is
/// averaged, and a difference is told without a verdict, because the knowledge has no error of any scale.
///
/// @param knowledge for what there is to know of a scale
/// @param sessions of the person
/// @param place of the clinic
record ScoreLooks(Knowledge knowledge, List<Session> sessions, ZoneId place) {

    /// What stands in place of a verdict.
    static final String NO_ERROR = "How much of it is error of judging is not known here.";

    /// @param base address of a score, before its identifier; empty where nothing is corrected
    List<ScaleView> of(List<Score> all, String base) {
        Map<String, List<Score>> byScale = Score.standing(all).stream()
                .collect(Collectors.groupingBy(score -> score.scale().id(), LinkedHashMap::new, Collectors.toList()));
        return byScale.values().stream().map(scores -> scale(scores, all, base)).toList();
    }

    private ScaleView scale(List<Score> scores, List<Score> all, String base) {
        var newest = scores.getLast().scale();
        var series = series(scores);
        Optional<Together> together = together(scores);
        return new ScaleView(
                newest.id(),
                newest.name(),
                known(newest.id()).map(OutcomeScale::of).orElse(""),
                range(newest),
                known(newest.id()).map(this::says).orElse(List.of()),
                together.map(Together::words).orElse(""),
                together.map(Together::agree).orElse(true),
                series.stream().map(one -> series(one, all, base)).toList());
    }

    private Optional<OutcomeScale> known(String id) {
        return knowledge.scales().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    static String range(Score.ByScale scale) {
        return range(scale.least(), scale.most(), scale.lowerIsBetter());
    }

    static String range(BigDecimal least, BigDecimal most, boolean lowerIsBetter) {
        return plain(least) + " to " + plain(most) + ", " + (lowerIsBetter ? "less is better" : "more is better");
    }

    /// What to know of a scale: what it is, whose it is, where its range is from.
    List<String> says(OutcomeScale scale) {
        var says = new ArrayList<String>();
        says.add(scale.says());
        if (scale.use() == OutcomeScale.Use.SCORES_ONLY) {
            says.add("Its questions are not shown here; score it from the copy that the clinic holds.");
        }
        scale.licence().ifPresent(licence -> says.add("Licence: " + licence + "."));
        says.add(
                switch (scale.basis()) {
                    case Basis.Sourced(var citations) ->
                        "Range by "
                                + citations.stream()
                                        .map(citation -> knowledge
                                                .source(citation.id())
                                                .map(source -> source.title())
                                                .orElse(citation.id()))
                                        .collect(Collectors.joining("; "))
                                + ".";
                    case Basis.Design(var reason) -> "Range by design, not read in a source: " + reason + ".";
                });
        return says;
    }

    /// Of one kind of person, of the same zones, of numbers that mean the same.
    private static List<List<Score>> series(List<Score> scores) {
        record Alike(OutcomeScale.By by, String where, String variant, String range) {}
        return List.copyOf(scores.stream()
                .collect(Collectors.groupingBy(
                        score -> new Alike(
                                score.told().rater().by(),
                                score.told().where(),
                                score.told().variant().orElse(""),
                                range(score.scale())),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values());
    }

    private Series series(List<Score> scores, List<Score> all, String base) {
        var first = scores.getFirst();
        return new Series(
                words(first.told().rater().by()),
                first.told().where()
                        + first.told().variant().map(variant -> ", " + variant).orElse(""),
                sentence(scores),
                plot(scores),
                scores.stream().map(score -> row(score, scores, all, base)).toList());
    }

    static String words(OutcomeScale.By by) {
        return switch (by) {
            case CLINICIAN -> "Clinician";
            case PATIENT -> "The person";
        };
    }

    private static List<Score> numbered(List<Score> scores) {
        return scores.stream().filter(score -> score.total().isPresent()).toList();
    }

    /// How it went, in words that say no more than is known.
    String sentence(List<Score> scores) {
        var numbered = numbered(scores);
        if (numbered.isEmpty()) {
            return "No number was given.";
        }
        Score first = numbered.getFirst();
        Score last = numbered.getLast();
        String said = number(last) + meaning(last) + " " + when(last);
        if (last.scale().judges() == OutcomeScale.Judges.CHANGE) {
            return "Against before the treatment: " + said + ".";
        }
        if (numbered.size() == 1) {
            return "First score, what later ones are compared with: " + said + ".";
        }
        return "From " + number(first) + " " + when(first) + " to " + said + ": " + since(first, last) + ". "
                + NO_ERROR;
    }

    private static String since(Score first, Score last) {
        BigDecimal by = last.total().orElseThrow().subtract(first.total().orElseThrow());
        if (by.signum() == 0) {
            return "the same number";
        }
        boolean better = by.signum() < 0 == last.scale().lowerIsBetter();
        return plain(by.abs()) + (by.signum() < 0 ? " less" : " more") + ", towards " + (better ? "better" : "worse");
    }

    private ScoreRow row(Score score, List<Score> series, List<Score> all, String base) {
        var numbered = numbered(series);
        boolean compared = score.scale().judges() == OutcomeScale.Judges.STATE
                && score.total().isPresent()
                && !numbered.getFirst().equals(score);
        String corrected = score.correction()
                .map(correction ->
                        "corrected: " + before(correction.of(), all) + ", because “" + correction.reason() + "”")
                .orElse("");
        return new ScoreRow(
                Sentence.beginning(when(score)),
                score.total().map(ScoreLooks::plain).orElse("no answer"),
                switch (score.told().answer()) {
                    case Score.Answer.Given(var _, var meaning) -> meaning.orElse("");
                    case Score.Answer.Absent(var why) -> why.words();
                },
                compared ? since(numbered.getFirst(), score) : "",
                score.told().rater().name() + ", " + score.told().rater().how(),
                corrected,
                base.isEmpty() ? "" : base + score.id());
    }

    private static String before(UUID id, List<Score> all) {
        return all.stream()
                .filter(score -> score.id().equals(id))
                .findFirst()
                .map(score -> "it was " + score.total().map(ScoreLooks::plain).orElse("no answer") + " of "
                        + Days.full(score.told().on()))
                .orElse("it was something else");
    }

    /// `on 20 Nov 2026, 21 days after session 3`.
    String when(Score score) {
        return "on " + Days.full(score.told().on())
                + score.told()
                        .beside()
                        .flatMap(beside -> sessions.stream()
                                .filter(session -> session.id().equals(beside.session()))
                                .findFirst()
                                .map(session -> ", " + beside(score.told().on(), beside.side(), session)))
                        .orElse("");
    }

    private String beside(LocalDate on, Score.Side side, Session session) {
        long days = Math.abs(ChronoUnit.DAYS.between(LocalDate.ofInstant(session.startedAt(), place), on));
        return (days == 0 ? "" : days + (days == 1 ? " day " : " days ")) + side.id() + " session " + session.number();
    }

    private Optional<Plot> plot(List<Score> scores) {
        var numbered = numbered(scores);
        if (numbered.size() < 2) {
            return Optional.empty();
        }
        var first = numbered.getFirst();
        return Optional.of(new Plot(
                first.scale().name() + ", " + words(first.told().rater().by()).toLowerCase(java.util.Locale.ROOT) + ", "
                        + first.told().where(),
                range(first.scale()),
                numbered.stream()
                        .map(score -> new PlotPoint(
                                ChronoUnit.DAYS.between(
                                        first.told().on(), score.told().on()),
                                Days.full(score.told().on()),
                                score.total().orElseThrow().doubleValue(),
                                0,
                                plain(score.total().orElseThrow())))
                        .toList(),
                first.total().orElseThrow().doubleValue(),
                first.total().orElseThrow().doubleValue()));
    }

    private record Together(String words, boolean agree) {}

    /// The newest number of each, of the same zones: what both say, and whether it is the same.
    private Optional<Together> together(List<Score> scores) {
        return newest(scores, OutcomeScale.By.CLINICIAN)
                .flatMap(clinician -> newest(
                                scores.stream()
                                        .filter(score -> score.told()
                                                .zones()
                                                .equals(clinician.told().zones()))
                                        .filter(score -> range(score.scale()).equals(range(clinician.scale())))
                                        .toList(),
                                OutcomeScale.By.PATIENT)
                        .map(person -> together(clinician, person)));
    }

    private Together together(Score clinician, Score person) {
        boolean agree = clinician.total().orElseThrow().compareTo(person.total().orElseThrow()) == 0;
        String both = "The clinician said " + number(clinician) + meaning(clinician) + " " + when(clinician)
                + "; the person said " + number(person) + meaning(person) + " " + when(person) + ".";
        return new Together(
                agree ? both + " They agree." : both + " They do not agree: both stand, and no mean is made of them.",
                agree);
    }

    private static Optional<Score> newest(List<Score> scores, OutcomeScale.By by) {
        return numbered(scores).stream()
                .filter(score -> score.told().rater().by() == by)
                .max(Comparator.comparing((Score score) -> score.told().on()).thenComparing(Score::recordedAt));
    }

    private static String number(Score score) {
        return score.total().map(ScoreLooks::plain).orElse("no answer");
    }

    private static String meaning(Score score) {
        return switch (score.told().answer()) {
            case Score.Answer.Given(var _, var meaning) ->
                meaning.map(words -> " (" + trimmed(words) + ")").orElse("");
            case Score.Answer.Absent(var why) -> " (" + why.words() + ")";
        };
    }

    private static String trimmed(String words) {
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }

    static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString().replace('-', '−');
    }
}
