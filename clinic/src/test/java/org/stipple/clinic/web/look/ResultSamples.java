package org.stipple.clinic.web.look;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.outcome.web.OutcomeViews;
import org.stipple.clinic.outcome.web.ResultViews;
import org.stipple.imaging.ChangeBar;
import org.stipple.protocol.outline.BodyView;
import org.stipple.protocol.outline.ZoneOutlines;
import org.stipple.quantities.ZoneId;

/// An invented result, for the gallery.
final class ResultSamples {

    private static final UUID KEY = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final String PERSON = "sample";
    private static final String NAME = "Ines Okafor";

    private ResultSamples() {}

    static ResultViews.OutcomePage outcome(IdentityView identity) {
        return new ResultViews.OutcomePage(
                PERSON,
                NAME,
                identity,
                "The same photo was chosen twice. Choose an earlier and a later one.",
                List.of(new ResultViews.SummaryLink("Course of 18 Sep 2026", "#", "#")),
                Optional.of(new ResultViews.Compared(
                        new PhotosView(
                                "pair",
                                "/static/sample-before.svg",
                                "20 Sep 2026",
                                "/static/sample-after.svg",
                                "20 Nov 2026",
                                600,
                                800),
                        "front",
                        true,
                        "Both at the same scale.",
                        "",
                        "one",
                        "two",
                        KEY)),
                List.of(new ResultViews.ViewRow(
                        "front",
                        "view-frontal",
                        true,
                        List.of(
                                photo("one", "20 Sep 2026", "/static/sample-before.svg", true),
                                moment("session", "Session 1, 20 Sep 2026"),
                                moment("reaction", "Reaction, 20 Sep 2026: redness clear (2)"),
                                moment("deferral", "Deferred, 18 Oct 2026"),
                                photo("two", "20 Nov 2026", "/static/sample-after.svg", false)))),
                "wrinkles",
                "",
                changes(),
                List.of(Maps.of(
                        ZoneOutlines.standard().drawing(BodyView.FACE_FRONT),
                        "change-wrinkle-density",
                        "face from the front: change of wrinkle density",
                        Map.of(
                                ZoneId.CHEEK_LEFT,
                                mark(ZoneShape.State.IMPROVED, "better"),
                                ZoneId.CHEEK_RIGHT,
                                mark(ZoneShape.State.SAME, "="),
                                ZoneId.FOREHEAD,
                                mark(ZoneShape.State.WORSE, "worse"),
                                ZoneId.CHIN,
                                mark(ZoneShape.State.NOT_MEASURABLE, "?")),
                        ZoneShape.State.OFF,
                        Optional.empty())),
                scaleViews());
    }

    private static ZoneMark mark(ZoneShape.State state, String words) {
        return new ZoneMark(state, java.util.OptionalDouble.empty(), words, words, "", 0);
    }

    private static ResultViews.Moment photo(String id, String day, String src, boolean before) {
        return new ResultViews.Moment(
                "photo",
                "2026-09-20",
                day,
                "",
                Optional.of(new ResultViews.Small(id, src, 180, 240, "front, taken " + day, before, !before)));
    }

    private static ResultViews.Moment moment(String kind, String words) {
        return new ResultViews.Moment(kind, "2026-09-20", words, "#", Optional.empty());
    }

    private static List<ResultViews.ZoneChanges> changes() {
        return List.of(new ResultViews.ZoneChanges(
                "Left cheek",
                List.of(
                        change("Wrinkle density", -3.2, 1.1, ReadingView.Outcome.IMPROVED, "improved"),
                        change("Shine", -0.4, 1.1, ReadingView.Outcome.SAME, "no change that can be told"),
                        change("Erythema index", 37, 2, ReadingView.Outcome.WORSE, "worse")),
                List.of(new OutcomeViews.Refused("Typology angle (ITA)", "no colour card"))));
    }

    private static ResultViews.Change change(
            String metric, double change, double limit, ReadingView.Outcome outcome, String verdict) {
        return new ResultViews.Change(
                metric,
                "mm/cm²",
                ChangeBar.svg(change, limit),
                String.valueOf(change),
                (change - limit) + " to " + (change + limit),
                String.valueOf(limit),
                change / limit,
                outcome,
                verdict,
                true);
    }

    private static List<ResultViews.ScaleView> scaleViews() {
        return List.of(new ResultViews.ScaleView(
                "gais",
                "global aesthetic improvement scale",
                "the result as a whole",
                "1 to 5, less is better",
                List.of("Many trials run the other way."),
                "The clinician said 2 (much improved); the person said 4 (no change). They do not agree: both stand,"
                        + " and no mean is made of them.",
                false,
                List.of(
                        series("Clinician", "2", "much improved", Optional.empty()),
                        series(
                                "The person",
                                "4",
                                "no change",
                                Optional.of(new Plot(
                                        "Scale, the person",
                                        "1 to 5",
                                        List.of(
                                                new Plot.PlotPoint(0, "20 Sep 2026", 3, 0, "3"),
                                                new Plot.PlotPoint(61, "20 Nov 2026", 4, 0, "4")),
                                        3,
                                        3))))));
    }

    private static ResultViews.Series series(String by, String score, String meaning, Optional<Plot> plot) {
        return new ResultViews.Series(
                by,
                "as a whole",
                "Against before the treatment: " + score + " (" + meaning + ") on 20 Nov 2026.",
                plot,
                List.of(new ResultViews.ScoreRow(
                        "On 20 Nov 2026, 30 days after session 3",
                        score,
                        meaning,
                        "",
                        "Dr Amara Nowak, knew the visit",
                        "corrected: it was 3 of 20 Nov 2026, because “Mixed up two photos.”",
                        "#")));
    }

    static ResultViews.ScalesPage scales(IdentityView identity) {
        var line =
                new ResultViews.ScaleLine("Goodman-Baron, qualitative", "acne scars", "scored by the clinician", "#");
        return new ResultViews.ScalesPage(PERSON, NAME, identity, List.of(line), List.of(line, line));
    }

    static ResultViews.ScorePage score(IdentityView identity) {
        return new ResultViews.ScorePage(
                PERSON,
                NAME,
                identity,
                "#",
                KEY,
                "gais",
                "global aesthetic improvement scale",
                "the result as a whole",
                "1 to 5, less is better",
                List.of("Many trials run the other way."),
                true,
                true,
                List.of(
                        new ResultViews.Option("1", "very much improved", false),
                        new ResultViews.Option("2", "much improved", true)),
                "1",
                List.of(new ResultViews.Option("blinded", "blinded to the visit", true)),
                List.of(new ResultViews.Option("room", "said in the room, written down by the clinic", true)),
                List.of(new ResultViews.Option("declined", "did not want to say", false)),
                List.of(new ResultViews.Option("cheek-left", "left cheek", true)),
                List.of(new ResultViews.Option("", "Not tied to a session", true)),
                "",
                "2026-11-20",
                "",
                "",
                "clinician",
                "3 on 20 Nov 2026, by Dr Amara Nowak, as a whole",
                List.of("4 on 20 Nov 2026; corrected because “Mixed up two photos.”"),
                List.of("The reason was “x”, expected why it is corrected."));
    }

    static ResultViews.SummaryPage summary() {
        return new ResultViews.SummaryPage(
                PERSON,
                "course",
                NAME,
                "Harbour Skin Clinic",
                "Made 20 Nov 2026, 09:00 by Dr Amara Nowak",
                List.of(new ResultViews.Fact("Person", NAME), new ResultViews.Fact("Treated for", "wrinkles")),
                List.of(new ResultViews.PlanRow(
                        "left cheek", "1.5 mm", "3 passes in 4 directions", "bound by the label")),
                List.of("wrinkles: a source, observational"),
                List.of(new ResultViews.SessionPart(
                        "Session 1, 20 Sep 2026",
                        List.of(new ResultViews.Fact("Used", "lot LOT7, serial 0042")),
                        List.of(new ResultViews.DoneRow("left cheek", "1.5 mm", "230 of 240 per cm²", "as planned")))),
                "Shown on the consent to photos for the record.",
                List.of(new ResultViews.PicturePair(
                        "front",
                        "/static/sample-before.svg",
                        "20 Sep 2026",
                        "/static/sample-after.svg",
                        "20 Nov 2026",
                        600,
                        800,
                        "Both at the same scale.")),
                List.of(new ResultViews.ChangePart("front, 20 Sep 2026 to 20 Nov 2026", changes())),
                List.of("Typology angle (left cheek): no colour card"),
                scaleViews(),
                List.of("Session 1: redness clear (2)"),
                List.of(new ResultViews.AdverseLine(
                        "/people/x/adverse/y",
                        "Spreading redness",
                        "Session 1, opened 22 Nov 2026, 09:00",
                        "adverse event, grade 2, open: it goes on; waits to be looked at")),
                List.of("2 sessions of the course still to be had."),
                "1.0.0, sha256:0");
    }
}
