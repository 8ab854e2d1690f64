package org.stipple.clinic.outcome.web;

import java.util.List;
import java.util.Optional;
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
    /// @param photos the two, side by side; empty where one alone was read
    /// @param alone the one, where one alone was read
    /// @param plots how each metric went since the first photo
    public record MeasurementPage(
            String id,
            String name,
            String made,
            IdentityView identity,
            Optional<PhotosView> photos,
            Optional<OnePhoto> alone,
            List<String> gates,
            List<ReadingView> readings,
            List<ReadingView> notMeasurable,
            List<Plot> plots) {}

    /// The photo that was read where there is no second.
    public record OnePhoto(String src, String words, int width, int height) {}

    /// The report of a visit, to keep or to print.
    ///
    /// @param toLookAt what is over a limit or not the expected reaction, with how its review stands; gravest
    ///   first
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
