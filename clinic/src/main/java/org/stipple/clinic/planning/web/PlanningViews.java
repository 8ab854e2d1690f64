package org.stipple.clinic.planning.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.web.look.AftercareView;
import org.stipple.clinic.web.look.DeliveryView;
import org.stipple.clinic.web.look.FieldView;
import org.stipple.clinic.web.look.FindingView;
import org.stipple.clinic.web.look.IdentityView;
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
    /// @param asEntered whether it shows what was just sent, which the browser must not replace by an older copy
    /// @param why what the reader should know first, or empty
    /// @param troubles what does not fit, each with the place to mend it
    public record IntakePage(
            String id,
            String name,
            UUID key,
            int revision,
            boolean asEntered,
            String why,
            List<Trouble> troubles,
            Wanted wanted,
            List<Group> groups,
            Live live) {

        /// The same, told that somebody else saved meanwhile.
        IntakePage overtaken(String words, List<Trouble> differences) {
            return new IntakePage(id, name, key, revision, asEntered, words, differences, wanted, groups, live);
        }
    }

    /// Something that is missing or does not fit.
    ///
    /// @param place identifier of the element to mend it at; empty for the whole page
    /// @param words where it stands alone
    /// @param field name of the field in the form, or empty
    /// @param here the words at the field itself
    /// @param missing whether nothing is there yet, rather than something that does not fit
    public record Trouble(String place, String words, String field, String here, boolean missing) {}

    /// What is wanted, where, with what and by whom.
    ///
    /// @param subtypes for indications that have some
    /// @param premises asked where the law of the place looks at them
    /// @param limit the practitioner's own limit, and the zones where it holds; none for everywhere
    /// @param areas a measured area for each zone, the chosen ones first
    /// @param numbing the product, if one is meant to be used
    /// @param numbingDetails how it is meant to be used
    public record Wanted(
            List<Option> indications,
            String indicationError,
            List<Select> subtypes,
            ZonePick zones,
            Select device,
            Select operator,
            Optional<Select> premises,
            FieldView goalDepth,
            FieldView goalDensity,
            FieldView limit,
            List<Option> limitZones,
            boolean limitOpen,
            List<Area> areas,
            boolean areasOpen,
            Select numbing,
            List<FieldView> numbingDetails,
            boolean numbingOpen,
            List<Option> skinTypes,
            String skinTypeError) {}

    /// A list to choose from.
    ///
    /// @param concerns the indication on which it depends, or empty
    public record Select(
            String name,
            String label,
            String hint,
            List<Option> options,
            boolean required,
            String error,
            String concerns) {}

    /// The measured area of a zone.
    public record Area(String zone, boolean chosen, FieldView field) {}

    /// Questions that belong together.
    public record Group(String id, String title, List<Asked> questions) {}

    /// A question with its answers.
    ///
    /// @param path of the fact
    /// @param options what can be answered, "I don't know" last
    /// @param day for a question that has a date
    /// @param there for a question about the zones
    /// @param more details below a date
    /// @param answered whether there is an answer, "I don't know" included
    /// @param error what does not fit, or empty
    public record Asked(
            String path,
            String wording,
            List<Option> options,
            Optional<Day> day,
            Optional<There> there,
            Optional<More> more,
            boolean answered,
            String error) {}

    /// A date, as it was entered.
    ///
    /// @param type of its field: `date`, or `text` where what was entered is none
    public record Day(String value, String type) {}

    /// What a question about zones rests on.
    ///
    /// @param narrows whether a yes can be narrowed to some zones
    /// @param only those to which it can be narrowed
    /// @param about identifiers of the zones that it is asked about, with spaces between them
    /// @param before the answer that was given before zones were added, or empty
    /// @param beforeWords that answer in words
    public record There(boolean narrows, List<Option> only, String about, String before, String beforeWords) {}

    /// Details of an answer that has a date; all may stay open.
    public record More(List<FieldView> fields, String zonesWords, String zonesName, List<Option> zones, boolean open) {}

    /// What the answers give so far, beside the questions.
    ///
    /// @param verdict as it would be now, never better than what saving would give
    /// @param troubles what is missing or unusable, so that nothing could be saved
    /// @param ask what can still change the verdict, most decisive first
    public record Live(VerdictView verdict, List<Trouble> troubles, List<Missing> ask, List<FindingView> against) {}

    /// A question that can still change the verdict.
    public record Missing(String path, String wording) {}

    /// A screening with all findings.
    ///
    /// @param revision number of the answers that it rests on, which are therefore saved
    /// @param problems why what was sent was not done
    /// @param asideKey key of the form that sets refusals aside
    /// @param refusals what refuses and may be set aside by whom; empty for whoever may not ask for that
    /// @param knowledge version and hash of the release that it was made on
    public record ScreeningPage(
            String id,
            IdentityView identity,
            UUID key,
            int revision,
            VerdictView verdict,
            String madeWords,
            List<FindingView> findings,
            List<Missing> ask,
            String corrected,
            String graverBefore,
            boolean plannable,
            UUID asideKey,
            List<Refusal> refusals,
            String knowledge,
            List<String> problems) {}

    /// A refusal that may be set aside, by name and with a reason.
    ///
    /// @param whoSigns who has to sign for that, in words
    /// @param reason as it was entered, or empty
    /// @param error what is missing at it, or empty
    public record Refusal(String rule, String words, String whoSigns, String reason, String error) {}

    /// A course: what is planned where, on what it rests, and who signed.
    ///
    /// @param toTake findings that the signer has to take on, with a reason each
    /// @param meaning what a signature says
    /// @param doses what the first zones receive, with sliders to try
    /// @param moreDoses the other zones, on pages of their own
    /// @param anew wishes for another plan; empty without answers
    /// @param delivered what was delivered in each session
    /// @param signed who signed when, or empty
    /// @param waits whether it is signed by the first of two people
    /// @param second the reason of the second, as it was sent
    public record CoursePage(
            String id,
            IdentityView identity,
            String course,
            UUID key,
            String sha256,
            VerdictView verdict,
            List<KeyFigure> figures,
            List<MapView> maps,
            List<Scale> scales,
            List<ZoneRow> zones,
            List<Disputed> disagreements,
            AftercareView aftercare,
            List<String> maintenance,
            List<FindingView> findings,
            List<ToTake> toTake,
            List<String> changed,
            boolean maySign,
            String meaning,
            String signed,
            boolean waits,
            FieldView second,
            List<String> acceptances,
            String knowledge,
            List<DoseViews.Part> doses,
            List<DoseLink> moreDoses,
            Optional<Anew> anew,
            List<DeliveryView> delivered,
            List<String> problems) {}

    /// The dose of a zone on a page of its own.
    public record DoseLink(String words, String href) {}

    /// Planning otherwise.
    ///
    /// @param revision number of the answers that it changes the wishes of
    public record Anew(UUID key, int revision, List<FieldView> fields) {}

    /// One zone of a course.
    ///
    /// @param refused why it is not treated; empty when it is
    /// @param depth in millimetres
    /// @param boundBy the limit that binds
    /// @param speed in millimetres a second; empty where it has none
    /// @param density mean punctures per square centimetre; empty where no dose was computed
    /// @param densityBand what 95 % and 5 % of the area receive at least
    /// @param seconds of contact
    /// @param sessions how many and how far apart, where that is its own; empty where it is the course's
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
            String sessions,
            String offLabel,
            List<Check> checks) {}

    /// A check of a zone's plan.
    ///
    /// @param places where the limit is written, and on what it rests
    public record Check(String words, boolean passed, List<Place> places) {
        public Check {
            places = List.copyOf(places);
        }

        /// A place in the knowledge base.
        ///
        /// @param basis the sources, or the reason of a decision; empty where the entry itself says it all
        public record Place(String href, String words, String basis) {}
    }

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
    /// @param reason as it was sent, or given before the course was planned; or empty
    /// @param error what is to be mended about it; may be empty
    public record ToTake(String rule, String words, String kind, boolean required, String reason, String error) {
        ToTake and(String more) {
            return new ToTake(rule, words + more, kind, required, reason, error);
        }
    }
}
