package org.stipple.clinic.outcome.web;

import java.util.List;
import java.util.Optional;
import org.stipple.clinic.outcome.Conditions.JudgedGate;
import org.stipple.clinic.web.look.AftercareView;
import org.stipple.clinic.web.look.DeliveryView;
import org.stipple.clinic.web.look.IdentityView;
import org.stipple.clinic.web.look.PhotosView;
import org.stipple.clinic.web.look.Plot;
import org.stipple.clinic.web.look.ReadingView;

/// What the pages of outcome show.
public final class OutcomeViews {

    private OutcomeViews() {}

    /// One or two photos and what they say.
    ///
    /// @param inShort what came of a comparison; empty of one photo
    /// @param photos the two, the later laid onto the earlier where that could be; empty where one alone was read
    /// @param laid whether it is
    /// @param alone the one, where one alone was read
    /// @param about what the course is about, in words; empty where there is none
    /// @param maps of what changed, or of what was found in one photo
    /// @param without what has no map; empty where all have, or none was drawn when they were read
    /// @param plots how what the course is about went since the first photo; without a course, each metric
    /// @param otherPlots how all others went
    /// @param how it was measured; empty where that was not kept
    public record MeasurementPage(
            String id,
            String name,
            String made,
            IdentityView identity,
            List<InShort> inShort,
            Optional<PhotosView> photos,
            boolean laid,
            Optional<OnePhoto> alone,
            List<String> gates,
            String about,
            List<ZoneView> zones,
            List<ChangeMapView> maps,
            String without,
            List<Plot> plots,
            List<Plot> otherPlots,
            Optional<HowView> how,
            List<Beyond> beyond) {}

    /// The readings of one verdict.
    public record InShort(ReadingView.Outcome outcome, String words, String which) {}

    /// One zone.
    ///
    /// @param alone whether it is the only one
    /// @param first what the course is about
    /// @param rows all that was measured, what the course is about first
    /// @param refused what could not be, by reason
    public record ZoneView(
            String words, boolean alone, List<ReadingView> first, List<ChangeRow> rows, List<Refused> refused) {}

    /// One row of the table of readings.
    ///
    /// @param bar its change against what could be detected, as SVG of our own; empty of one photo
    /// @param about whether the course is about it
    public record ChangeRow(ReadingView reading, String bar, boolean about) {}

    /// Metrics that could not be read for the same reason.
    public record Refused(String metrics, String why) {}

    /// A map over the earlier photo.
    ///
    /// @param words what is seen, for whoever does not see it
    /// @param verdict of the reading that counts; empty of one photo
    public record ChangeMapView(
            String title,
            String words,
            String under,
            String over,
            int width,
            int height,
            List<Shade> shades,
            String verdict) {

        /// What a colour means, and how much of it there is.
        public record Shade(String words, String colour, String percent) {}
    }

    /// How it was measured.
    ///
    /// @param gatesInShort `all 14 gates passed`
    /// @param registration empty with one photo
    /// @param meanings what each kind of gate among them means
    public record HowView(
            String gatesInShort,
            String scale,
            String colour,
            String registration,
            List<JudgedGate> gates,
            List<Meaning> meanings) {}

    /// What a gate means, in plain words.
    public record Meaning(String gate, String words) {}

    /// What no such photo tells, and why.
    public record Beyond(String words, String why) {}

    /// The photo that was read where there is no second.
    public record OnePhoto(String src, String words, int width, int height) {}

    /// The report of a visit, to keep or to print.
    ///
    /// @param toLookAt what is over a limit or not the expected reaction, with how its review stands; gravest
    ///   first
    /// @param beside what was given beside the needle, and found and given at the end
    /// @param readings of the photos of this visit, newest first
    /// @param noReadings why there are none; empty where there are some
    public record ReportPage(
            String id,
            String session,
            String name,
            String born,
            String clinic,
            String title,
            String started,
            String closed,
            String course,
            String signature,
            List<String> consents,
            List<String> units,
            List<String> toLookAt,
            List<ReportZone> zones,
            List<String> beside,
            Optional<DeliveryView> delivery,
            List<VisitReadings> readings,
            String noReadings,
            AftercareView aftercare,
            String next,
            String knowledge) {}

    /// What a person takes home.
    ///
    /// @param done each zone with its depth
    /// @param notTreated where nothing was treated: each zone with the reason; empty where something may have
    ///   been
    /// @param usual what is expected, by day; empty where nothing was treated
    /// @param calls signs that are not expected, by whom to call
    /// @param next when the next session is; empty where none is planned
    public record SheetPage(
            String id,
            String session,
            String name,
            String born,
            String clinic,
            String date,
            String device,
            List<String> done,
            List<String> notTreated,
            List<AftercareView.Line> usual,
            List<AftercareView.Line> care,
            List<Calls> calls,
            String next) {}

    /// Signs for which the same is called.
    ///
    /// @param urgent whether it cannot wait
    public record Calls(String whom, boolean urgent, List<Sign> signs) {}

    /// A sign, in the patient's words, and when it can show.
    public record Sign(String words, String when) {}

    /// What was read of a photo of the visit, alone or against one before.
    public record VisitReadings(String made, List<ReadingView> readings) {}

    /// A zone in the report.
    ///
    /// @param history everything that was charted of it before, with why it was amended; empty where it was not
    /// @param review what came of the review of a departure; empty where it does not depart
    public record ReportZone(
            String zone,
            String done,
            String endpoint,
            String pain,
            String deviation,
            String reason,
            String review,
            String history,
            String by) {}
}
