package org.stipple.clinic.planning.web;

import java.util.List;
import java.util.UUID;
import org.stipple.clinic.web.look.FindingView;
import org.stipple.clinic.web.look.KeyFigure;
import org.stipple.clinic.web.look.MapView;
import org.stipple.clinic.web.look.Scale;
import org.stipple.clinic.web.look.VerdictView;
import org.stipple.clinic.web.look.ZonePick;

/// What the pages of intake, screening and course show.
public final class PlanningViews {

    private PlanningViews() {}

    /// Something to choose, with whether it is chosen.
    public record Option(String value, String words, boolean chosen) {}

    /// The questions of the intake.
    ///
    /// @param revision number of the answers that are shown, 0 for none
    public record IntakePage(
            String id,
            String name,
            UUID key,
            int revision,
            List<Option> indications,
            ZonePick zones,
            List<Option> devices,
            List<Option> operators,
            List<Option> skinTypes,
            String jurisdiction,
            String goalDepthMm,
            List<Group> groups,
            Live live,
            List<String> problems) {}

    /// Questions that belong together.
    public record Group(String id, String title, List<Asked> questions) {}

    /// A question with its answers.
    ///
    /// @param path of the fact
    /// @param options what can be answered, "I don't know" last
    /// @param day the date, for a question that has one
    /// @param hasDay whether a date can be given
    /// @param only zones to which a yes can be narrowed; empty where it cannot
    /// @param answered whether there is an answer, "I don't know" included
    public record Asked(
            String path,
            String wording,
            List<Option> options,
            boolean hasDay,
            String day,
            List<Option> only,
            boolean answered) {}

    /// What the answers give so far, beside the questions.
    ///
    /// @param verdict as it would be now
    /// @param ask what can still change it, most decisive first
    public record Live(VerdictView verdict, List<Missing> ask, List<FindingView> against) {}

    /// A question that can still change the verdict.
    public record Missing(String path, String wording) {}

    /// A screening with all findings.
    ///
    /// @param knowledge version and hash of the release that it was made on
    public record ScreeningPage(
            String id,
            String name,
            UUID key,
            VerdictView verdict,
            String madeWords,
            List<FindingView> findings,
            List<Missing> ask,
            boolean plannable,
            String knowledge) {}

    /// A course: what is planned where, on what it rests, and who signed.
    ///
    /// @param toTake findings that the signer has to take on, with a reason each
    /// @param signed who signed when, or empty
    public record CoursePage(
            String id,
            String name,
            String course,
            UUID key,
            String sha256,
            VerdictView verdict,
            List<KeyFigure> figures,
            List<MapView> maps,
            List<Scale> scales,
            List<ZoneRow> zones,
            List<Disputed> disagreements,
            List<String> aftercare,
            List<String> maintenance,
            List<FindingView> findings,
            List<ToTake> toTake,
            boolean maySign,
            String signed,
            List<String> acceptances,
            String knowledge,
            List<String> problems) {}

    /// One zone of a course.
    ///
    /// @param refused why it is not treated; empty when it is
    /// @param depth in millimetres
    /// @param boundBy the limit that binds
    /// @param speed in millimetres a second; empty where it has none
    /// @param density mean punctures per square centimetre; empty where no dose was computed
    /// @param densityBand what 95 % and 5 % of the area receive at least
    /// @param seconds of contact
    /// @param checks what was checked, with whether it passed
    public record ZoneRow(
            String id,
            String zone,
            String refused,
            String depth,
            String depthRange,
            String boundBy,
            String passes,
            String speed,
            String density,
            String densityBand,
            String seconds,
            String offLabel,
            List<Check> checks) {}

    /// A check of a zone's plan.
    public record Check(String words, boolean passed) {}

    /// A question on which sources disagree, the views, and why one is followed.
    public record Disputed(String question, List<FindingView.OtherView> views, String why) {
        /// What the followed view says; empty where none is followed.
        public String followed() {
            return views.stream()
                    .filter(FindingView.OtherView::chosen)
                    .map(FindingView.OtherView::says)
                    .findFirst()
                    .orElse("");
        }
    }

    /// A finding that the signer has to take on.
    ///
    /// @param required whether the course cannot be signed without it
    public record ToTake(String rule, String words, String kind, boolean required) {}
}
