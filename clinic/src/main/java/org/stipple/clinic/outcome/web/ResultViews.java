package org.stipple.clinic.outcome.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.web.look.IdentityView;
import org.stipple.clinic.web.look.MapView;
import org.stipple.clinic.web.look.PhotosView;
import org.stipple.clinic.web.look.Plot;
import org.stipple.clinic.web.look.ReadingView;

/// What the pages of a result show: the photos over time, the change of each zone, the scales, the summary.
public final class ResultViews {

    private ResultViews() {}

    /// What came of the treatment of one person.
    ///
    /// @param problem why the two photos that were asked for are not compared; empty where they are
    /// @param compared the two that are looked at; empty where there are no two of one view
    /// @param about what the course is about, in words
    /// @param noChanges why no changes stand here; empty where they do
    /// @param maps the change of what the course is about, on the map of zones
    public record OutcomePage(
            String id,
            String name,
            IdentityView identity,
            String problem,
            List<SummaryLink> summaries,
            Optional<Compared> compared,
            List<ViewRow> views,
            String about,
            String noChanges,
            List<ZoneChanges> changes,
            List<MapView> maps,
            List<ScaleView> scales) {}

    /// A course with its summary.
    public record SummaryLink(String words, String href, String pdf) {}

    /// Two photos.
    ///
    /// @param laid whether the later lies on the earlier, as it was measured
    /// @param scale what is known of their scale, in a sentence
    /// @param readings where their readings stand; empty where they were not measured
    /// @param baseline for measuring them
    /// @param followup for measuring them
    /// @param key of the form that measures them
    public record Compared(
            PhotosView photos,
            String view,
            boolean laid,
            String scale,
            String readings,
            String baseline,
            String followup,
            UUID key) {}

    /// The photos of one view in the order of time, with what happened between them.
    ///
    /// @param form a word that is unique on the page
    /// @param two whether there are two to choose
    public record ViewRow(String view, String form, boolean two, List<Moment> moments) {}

    /// A photo, or what happened between two.
    ///
    /// @param kind `photo`, `session`, `reaction`, `deferral`
    /// @param photo where it is one
    public record Moment(String kind, String date, String words, String href, Optional<Small> photo) {}

    /// A photo made small, to be chosen.
    public record Small(String id, String src, int width, int height, String alt, boolean before, boolean after) {}

    /// How one zone changed.
    ///
    /// @param rows what was measured, what the course is about first
    /// @param refused what could not be, by reason
    public record ZoneChanges(String zone, List<Change> rows, List<OutcomeViews.Refused> refused) {}

    /// A change with its interval.
    ///
    /// @param bar it against what could be detected, as SVG of our own
    /// @param change `−3.2`
    /// @param interval `−4.3 to −2.1`
    /// @param limit `1.1`
    /// @param times how many limits the change is, for whoever draws it
    public record Change(
            String metric,
            String unit,
            String bar,
            String change,
            String interval,
            String limit,
            double times,
            ReadingView.Outcome outcome,
            String verdict,
            boolean about) {}

    /// One scale over time.
    ///
    /// @param range `1 to 4, less is better`
    /// @param says what to know of it; licence and sources among it
    /// @param together what clinician and person say beside each other; empty where only one does
    /// @param agree whether they say the same
    public record ScaleView(
            String id,
            String name,
            String of,
            String range,
            List<String> says,
            String together,
            boolean agree,
            List<Series> series) {}

    /// Scores that can be compared: by the same kind of person, of the same zones, on the same variant.
    ///
    /// @param sentence how it went
    /// @param plot empty with fewer than two numbers
    public record Series(String by, String where, String sentence, Optional<Plot> plot, List<ScoreRow> rows) {}

    /// One score.
    ///
    /// @param when the day, and where in the course
    /// @param score `2`, or `no answer`
    /// @param meaning what the scale says of it, or why there is no answer
    /// @param since what it differs from the first; empty for the first
    /// @param by who, and how
    /// @param note what it corrected and why; empty where nothing
    public record ScoreRow(
            String when, String score, String meaning, String since, String by, String note, String correct) {}

    /// Which scale to judge by.
    ///
    /// @param first those that serve what the course is about
    /// @param others all others
    public record ScalesPage(
            String id, String name, IdentityView identity, List<ScaleLine> first, List<ScaleLine> others) {}

    /// A scale to choose.
    public record ScaleLine(String name, String of, String by, String href) {}

    /// The form of one score, new or corrected.
    ///
    /// @param href where it is sent
    /// @param entered what was entered, by the name of the field
    /// @param told what stands now, where it is corrected; empty where it is new
    /// @param history all that was said before it, with the reasons
    public record ScorePage(
            String id,
            String name,
            IdentityView identity,
            String href,
            UUID key,
            String scale,
            String title,
            String of,
            String range,
            List<String> says,
            boolean clinician,
            boolean person,
            List<Option> grades,
            String step,
            List<Option> blindings,
            List<Option> ways,
            List<Option> absences,
            List<Option> zones,
            List<Option> moments,
            String total,
            String day,
            String variant,
            String reason,
            String rater,
            String told,
            List<String> history,
            List<String> problems) {}

    /// A choice of a form.
    public record Option(String value, String words, boolean chosen) {}

    /// A course from its plan to what is owed, to be printed or saved.
    ///
    /// @param made when and by whom the summary was made
    /// @param facts who, for what, with what
    /// @param plan zone by zone
    /// @param sources of the plan
    /// @param photos why there are none, or on what consent they rest
    /// @param notMeasured what could not be measured, by reason
    /// @param reactions what the skin did and what went wrong
    /// @param adverse adverse events of its sessions and of its days
    /// @param owed what is still to be done
    public record SummaryPage(
            String id,
            String course,
            String name,
            String clinic,
            String made,
            List<Fact> facts,
            List<PlanRow> plan,
            List<String> sources,
            List<SessionPart> sessions,
            String photos,
            List<PicturePair> pictures,
            List<ChangePart> changes,
            List<String> notMeasured,
            List<ScaleView> scales,
            List<String> reactions,
            List<AdverseLine> adverse,
            List<String> owed,
            String knowledge) {}

    /// An adverse event.
    ///
    /// @param when after which session, and on which day it was opened
    /// @param state its grade, and how it stands
    public record AdverseLine(String href, String words, String when, String state) {}

    /// What somebody should know first.
    public record Fact(String term, String words) {}

    /// What is planned in a zone, or why nothing is.
    public record PlanRow(String zone, String depth, String how, String note) {}

    /// One session.
    public record SessionPart(String title, List<Fact> facts, List<DoneRow> zones) {}

    /// What was done in a zone.
    public record DoneRow(String zone, String done, String dose, String note) {}

    /// Two photos of one view.
    ///
    /// @param laid whether the later lies on the earlier
    public record PicturePair(
            String view,
            String before,
            String beforeDay,
            String after,
            String afterDay,
            int width,
            int height,
            String scale) {}

    /// What changed in the photos of one view.
    public record ChangePart(String title, List<ZoneChanges> zones) {}
}
