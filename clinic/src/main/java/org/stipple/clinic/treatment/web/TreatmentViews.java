package org.stipple.clinic.treatment.web;

import java.util.List;
import java.util.UUID;
import org.stipple.clinic.web.look.MapView;
import org.stipple.clinic.web.look.Step;

/// What the pages of the room show.
public final class TreatmentViews {

    private TreatmentViews() {}

    /// Everything before the needle.
    ///
    /// @param answers how old the answers are, in words
    /// @param confirmed whether they were asked again today
    /// @param units scanned units that passed their check
    /// @param against what stands against starting, as far as it is known before trying
    public record StartPage(
            String id,
            String name,
            String course,
            String device,
            UUID key,
            UUID confirmKey,
            int revision,
            String answers,
            boolean confirmed,
            List<ScannedUnit> units,
            List<Step> steps,
            List<String> against,
            List<String> problems) {}

    /// A scanned unit.
    public record ScannedUnit(String id, String words) {}

    /// The session while it runs, and after.
    ///
    /// @param since when it started, for the elapsed timer; empty when it is closed
    /// @param closed who closed it when; empty while it is open
    public record RoomPage(
            String id,
            String name,
            String session,
            String title,
            UUID key,
            UUID closeKey,
            String started,
            String since,
            List<Step> steps,
            MapView map,
            List<ZoneForm> zones,
            List<ChartLine> entries,
            List<String> units,
            List<Option> endpoints,
            String closed,
            String note,
            List<String> problems) {}

    /// The form of one zone, filled with the plan.
    ///
    /// @param charted whether something is charted already, so that a further entry amends it
    public record ZoneForm(
            String zone,
            String words,
            String plan,
            String depthMm,
            String passes,
            String directions,
            String glide,
            boolean charted) {}

    /// What waits for somebody who supervises, oldest first.
    public record ReviewsPage(List<ReviewLine> lines, List<String> problems) {}

    /// A departure from the plan.
    ///
    /// @param person identifier of the person
    /// @param entry number of the entry within the session
    public record ReviewLine(
            String person,
            String name,
            String session,
            String title,
            int entry,
            UUID key,
            String zone,
            String deviation,
            String reason,
            String charted) {}

    /// Something to choose.
    public record Option(String value, String words) {}

    /// What was charted.
    ///
    /// @param stands whether it counts, or was amended later
    public record ChartLine(
            int entry,
            String zone,
            String done,
            String endpoint,
            String pain,
            String deviation,
            String reason,
            String by,
            boolean stands) {}
}
