package org.stipple.clinic.outcome.web;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stipple.clinic.outcome.web.ResultViews.Change;
import org.stipple.clinic.outcome.web.ResultViews.ChangePart;
import org.stipple.clinic.outcome.web.ResultViews.PicturePair;
import org.stipple.clinic.outcome.web.ResultViews.ScaleView;
import org.stipple.clinic.outcome.web.ResultViews.Series;
import org.stipple.clinic.outcome.web.ResultViews.SessionPart;
import org.stipple.clinic.outcome.web.ResultViews.SummaryPage;
import org.stipple.clinic.outcome.web.ResultViews.ZoneChanges;
import org.stipple.clinic.web.paper.TaggedPdf;
import org.stipple.clinic.web.paper.TaggedPdf.Cell;
import org.stipple.clinic.web.paper.TaggedPdf.Picture;

/// The summary of a course as a file: what its page says, in the same order and words.
final class SummaryPdf {

    private static final float[] PLAN = {0.2f, 0.3f, 0.22f, 0.28f};
    private static final float[] DONE = {0.17f, 0.33f, 0.27f, 0.23f};
    private static final float[] CHANGES = {0.25f, 0.2f, 0.23f, 0.12f, 0.2f};
    private static final float[] ADVERSE = {0.34f, 0.28f, 0.38f};
    private static final float[] SCORES = {0.32f, 0.12f, 0.28f, 0.28f};

    private SummaryPdf() {}

    /// @param made when
    /// @param bytes the file of a picture, by its address on the page
    static byte[] of(SummaryPage page, Instant made, Function<String, byte[]> bytes) {
        // Whose it is stands in it, not in what a list of files shows.
        var pdf = new TaggedPdf("Course summary", made);
        pdf.title("Course summary: " + page.name());
        pdf.small(page.clinic() + ". " + page.made() + ".");
        pdf.facts(facts(page.facts()));
        pdf.heading("Planned");
        pdf.table(
                List.of("Zone", "Depth", "How", "Why so"),
                PLAN,
                page.plan().stream()
                        .map(row -> cells(row.zone(), row.depth(), row.how(), row.note()))
                        .toList());
        if (!page.sources().isEmpty()) {
            pdf.under("What the plan rests on");
            page.sources().forEach(pdf::small);
        }
        pdf.heading("Sessions");
        if (page.sessions().isEmpty()) {
            pdf.text("None yet.");
        }
        page.sessions().forEach(session -> session(pdf, session));
        pdf.heading("Photos");
        pdf.text(page.photos());
        page.pictures().forEach(pair -> pair(pdf, pair, bytes));
        pdf.heading("What changed in each zone");
        pdf.text(
                "Each change with its 95 % interval, against the smallest change that can be detected. In the grey band"
                        + " a change cannot be told from none. The method has not been validated in patients.");
        if (page.changes().isEmpty()) {
            pdf.text("No two photos were measured against each other.");
        }
        page.changes().forEach(part -> changes(pdf, part));
        if (!page.notMeasured().isEmpty()) {
            pdf.under("What could not be measured");
            pdf.list(page.notMeasured());
        }
        pdf.heading("Scales");
        if (page.scales().isEmpty()) {
            pdf.text("Nobody judged by a scale.");
        }
        page.scales().forEach(scale -> scale(pdf, scale));
        pdf.heading("Reactions and incidents");
        if (page.reactions().isEmpty()) {
            pdf.text("No session yet, so there is nothing to tell.");
        } else {
            pdf.list(page.reactions());
        }
        pdf.heading("Adverse events");
        if (page.adverse().isEmpty()) {
            pdf.text("None was opened for this course.");
        } else {
            pdf.table(
                    List.of("What", "When", "Grade and state"),
                    ADVERSE,
                    page.adverse().stream()
                            .map(event -> cells(event.words(), event.when(), event.state()))
                            .toList());
        }
        pdf.heading("Owed");
        pdf.list(page.owed());
        pdf.small("Knowledge release " + page.knowledge() + ". Stipple has not been clinically validated.");
        return pdf.file(page.clinic() + " · Course summary · " + page.name());
    }

    private static List<TaggedPdf.Fact> facts(List<ResultViews.Fact> facts) {
        return facts.stream()
                .map(fact -> new TaggedPdf.Fact(fact.term(), fact.words()))
                .toList();
    }

    private static List<Cell> cells(String... words) {
        return Stream.of(words).<Cell>map(Cell.Words::new).toList();
    }

    private static void session(TaggedPdf pdf, SessionPart session) {
        pdf.under(session.title());
        pdf.facts(facts(session.facts()));
        if (!session.zones().isEmpty()) {
            pdf.table(
                    List.of("Zone", "Done", "Dose delivered of planned", "Plan"),
                    DONE,
                    session.zones().stream()
                            .map(zone -> cells(zone.zone(), zone.done(), zone.dose(), zone.note()))
                            .toList());
        }
    }

    private static void pair(TaggedPdf pdf, PicturePair pair, Function<String, byte[]> bytes) {
        pdf.under(pair.view());
        pdf.pair(
                new Picture(
                        bytes.apply(pair.before()),
                        "Before: " + pair.view() + ", taken " + pair.beforeDay(),
                        "Before, " + pair.beforeDay()),
                new Picture(
                        bytes.apply(pair.after()),
                        "After: " + pair.view() + ", taken " + pair.afterDay(),
                        "After, " + pair.afterDay()),
                pair.width(),
                pair.height());
        pdf.small(pair.scale());
    }

    private static void changes(TaggedPdf pdf, ChangePart part) {
        for (ZoneChanges zone : part.zones()) {
            pdf.under(zone.zone() + " (" + part.title() + ")");
            if (zone.rows().isEmpty()) {
                pdf.text("Nothing could be measured here. The reasons are below.");
                continue;
            }
            pdf.table(
                    List.of("Metric", "Change (95 % interval)", "Against the limit", "Limit", "Verdict"),
                    CHANGES,
                    zone.rows().stream().map(SummaryPdf::row).toList());
        }
    }

    private static List<Cell> row(Change change) {
        return List.of(
                new Cell.Words(change.metric() + (change.unit().isEmpty() ? "" : ", " + change.unit())),
                new Cell.Words(change.change() + " (" + change.interval() + ")"),
                new Cell.Bar(change.times()),
                new Cell.Words("± " + change.limit()),
                new Cell.Words(change.verdict()));
    }

    private static void scale(TaggedPdf pdf, ScaleView scale) {
        pdf.under(scale.name() + " (" + scale.range() + ")");
        if (!scale.together().isEmpty()) {
            pdf.text(scale.together());
        }
        for (Series series : scale.series()) {
            pdf.text(series.by() + ", " + series.where() + ". " + series.sentence());
            pdf.table(
                    List.of("When", "Score", "Meaning", "By"),
                    SCORES,
                    series.rows().stream()
                            .map(row -> cells(
                                    row.when(),
                                    row.score(),
                                    row.meaning() + (row.note().isEmpty() ? "" : " " + row.note()),
                                    row.by()))
                            .toList());
        }
        scale.says().forEach(pdf::small);
    }
}
