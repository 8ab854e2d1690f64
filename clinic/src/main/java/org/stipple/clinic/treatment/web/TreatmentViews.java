package org.stipple.clinic.treatment.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.access.Reason;
import org.stipple.clinic.planning.AnsweredBefore;
import org.stipple.clinic.web.look.DeliveryView;
import org.stipple.clinic.web.look.IdentityView;
import org.stipple.clinic.web.look.Step;

/// What the pages of the room show.
public final class TreatmentViews {

    private TreatmentViews() {}

    /// Everything before the needle.
    ///
    /// @param answers how old the answers are, in words
    /// @param confirmed whether they were asked again today
    /// @param units scanned units, each as it is judged now
    /// @param treatsAs as what whoever is signed in treats; empty where they have not said
    /// @param plannedFor who is to treat by the course; empty where it does not say
    /// @param operators as what one can say to treat; none where the account says it
    /// @param notBefore first day on which it may be, in words; empty where nothing waits
    /// @param against what stands in the way of starting; where nothing does, the session can be started
    /// @param permitted what a signature makes possible that would else stand in the way
    /// @param supervises whether whoever is signed in may go on while an anaesthetic is on
    public record StartPage(
            String id,
            IdentityView identity,
            String course,
            UUID key,
            UUID whoKey,
            String answers,
            List<AnsweredBefore.Line> asked,
            boolean confirmed,
            List<ScannedUnit> units,
            String treatsAs,
            String plannedFor,
            List<Option> operators,
            List<Step> steps,
            String verdict,
            List<Against> against,
            List<String> permitted,
            ScanPart scan,
            boolean supervises,
            List<String> problems) {}

    /// What is scanned and put on before the needle.
    ///
    /// @param problem why the last scan was refused, or empty
    /// @param needed what is to be scanned, in words
    /// @param byHand what in stock may be used, to choose where no scanner reads
    /// @param numb a form for each anaesthetic that was scanned and is not on the skin yet
    /// @param numbings what was put on for this session
    public record ScanPart(
            String problem, String needed, List<Option> byHand, List<NumbForm> numb, List<NumbLine> numbings) {}

    /// An anaesthetic that is about to be put on.
    ///
    /// @param zones of the course
    /// @param typed what was sent and refused
    public record NumbForm(String unit, UUID key, String words, List<Option> zones, NumbTyped typed) {

        /// Whether it is ticked: all are until somebody said otherwise.
        public boolean isOn(String zone) {
            return !typed.about().equals(unit) || typed.zones().contains(zone);
        }

        public String grams() {
            return typed.about().equals(unit) ? typed.grams() : "";
        }

        public String area() {
            return typed.about().equals(unit) ? typed.area() : "";
        }
    }

    /// What was sent of an anaesthetic and refused: it stands in the form again.
    ///
    /// @param about the unit that was to be put on, or the anaesthetic that was to stay on; empty for nothing
    /// sent
    public record NumbTyped(String about, String grams, String area, List<String> zones, String why) {

        public static final NumbTyped NOTHING = new NumbTyped("", "", "", List.of(), "");

        public NumbTyped {
            zones = List.copyOf(zones);
        }
    }

    /// An anaesthetic that was put on.
    ///
    /// @param put when and by whom, in words
    /// @param since when, for the timer; empty where it is off
    /// @param now the server's time, by which the browser's clock is set right
    /// @param minutes on the skin
    /// @param least and most minutes of the label, 0 where it is silent
    /// @param told what is to be known of it afterwards
    /// @param override who goes on while it is on and why; empty where nobody does
    /// @param why what was sent and refused of why it stays on
    public record NumbLine(
            String id,
            UUID key,
            String words,
            String put,
            String since,
            String now,
            long minutes,
            int least,
            int most,
            boolean over,
            String labels,
            String told,
            String override,
            String why) {}

    /// What a session used.
    ///
    /// @param open whether a further unit can be added
    public record UnitsPage(
            String id,
            IdentityView identity,
            String session,
            String title,
            UUID key,
            boolean open,
            List<UsedLine> used,
            List<String> problems) {}

    /// Something that a session used.
    ///
    /// @param disposable whether it can be thrown away
    /// @param gone why it was thrown away; empty where it was not
    public record UsedLine(String id, UUID key, String words, boolean disposable, String gone) {}

    /// Something in the way, with where the step is that removes it.
    public record Against(String words, String href, String step) {}

    /// A scanned unit.
    ///
    /// @param refused why it may not be used, as it is judged now; empty where it may
    /// @param without the page without it
    public record ScannedUnit(String id, String words, String refused, String without) {}

    /// The session while it runs, and after.
    ///
    /// @param since when it started, for the elapsed timer; empty when it is closed
    /// @param shown how much of what was charted the page shows, which is what closing signs
    /// @param clock when it started, for the eye: `09:04`
    /// @param map on which it is charted
    /// @param zones of the course, and then those that were charted without it
    /// @param deepest what the device reaches, in millimetres; empty where that is not known
    /// @param notTreated each zone that was said not to have been treated, with when, by whom and why
    /// @param after what was given beside the needle, and found at the end
    /// @param delivery the delivered dose beside the planned one; empty where nothing is charted
    /// @param whole the same of the whole session in words, or empty
    /// @param flags signs that can show now and what to do then, from the knowledge base, where something
    ///   that was charted asks for them
    /// @param course of which it is
    /// @param numbings the anaesthetic that is on the skin, each; none where nothing is
    /// @param withdrawn that consent was withdrawn while the session was open, and when; empty where it was not
    /// @param arose what arose against the session after it began, each in words; none where nothing did
    /// @param closed who closed it when; empty while it is open
    /// @param note what was written when it was closed
    /// @param closing what stands in the note of the form that closes it
    public record RoomPage(
            String id,
            IdentityView identity,
            String session,
            String title,
            UUID key,
            UUID closeKey,
            int shown,
            String started,
            String since,
            String clock,
            List<Step> steps,
            MapViews.RoomMap map,
            List<ZoneForm> zones,
            AnotherZone another,
            String deepest,
            List<ChartLine> entries,
            List<String> notTreated,
            List<String> units,
            List<Option> endpoints,
            List<Option> whys,
            AfterViews.After after,
            Optional<DeliveryView> delivery,
            String whole,
            List<String> flags,
            String course,
            List<NumbLine> numbings,
            String withdrawn,
            List<String> arose,
            String left,
            String closed,
            String note,
            Noted closing,
            List<String> problems) {

        /// Whether the session is closed with a note only.
        public boolean noteWanted() {
            return !left.isEmpty() || !arose.isEmpty();
        }
    }

    /// The form with which a zone is charted that is not in the course.
    ///
    /// @param zones those of which nothing is charted yet
    /// @param chosen the zone that was sent and is to be mended; empty where none was
    public record AnotherZone(List<Option> zones, String chosen, ZoneForm form) {}

    /// A note as it was typed.
    ///
    /// @param error what is to be mended about it; may be empty
    public record Noted(String words, String error) {

        /// Nothing was typed yet.
        public static final Noted NOTHING = new Noted("", "");

        /// A note that was sent where one is needed.
        static Noted sent(String words) {
            return sent(words, false);
        }

        /// @param grave whether it is about more than two words can say
        static Noted sent(String words, boolean grave) {
            return new Noted(
                    words,
                    Reason.says(words, grave)
                            ? ""
                            : (words.isBlank() ? "Is empty" : "Was “" + words.strip() + "”") + ", expected "
                                    + (grave ? Reason.MORE : Reason.SOME) + ".");
        }
    }

    /// The form of one zone.
    ///
    /// @param plan what is planned, or that nothing is, in words
    /// @param time how long the zone takes as planned, in words; empty where that is not computed
    /// @param planned the planned values
    /// @param sent what stands in the form of what was done: the plan, or what was sent and is to be mended
    /// @param last number of the entry that counts for the zone, 0 for none
    /// @param limits the limits of depth of the plan, lowest first
    /// @param over the limits that the depth in the form is beyond, in words; empty where none
    /// @param wrong what is wrong with which field, by the field's name
    /// @param open whether something was sent that is not charted yet, so that the form is shown open
    /// @param leftOut that it was not treated, with when, by whom and why; empty where that was not said
    /// @param leaving what stands in the form of that it was not treated
    /// @param leavingWrong what is wrong with which field of that form, by the field's name
    /// @param isLeaving whether that was sent and is to be mended, so that its form is shown open
    public record ZoneForm(
            String zone,
            String words,
            String plan,
            String time,
            Values planned,
            Values sent,
            int last,
            List<Limit> limits,
            String over,
            Map<String, String> wrong,
            boolean open,
            String leftOut,
            Values leaving,
            Map<String, String> leavingWrong,
            boolean isLeaving) {

        /// Whether something is charted already, so that a further entry amends it.
        public boolean charted() {
            return last > 0;
        }

        /// Whether anything is to be mended in one of its forms.
        public boolean asksForMore() {
            return open || isLeaving;
        }

        /// What is wrong with a field of the form of that it was not treated; empty where nothing is.
        public String aboutLeaving(String field) {
            return leavingWrong.getOrDefault(field, "");
        }

        /// What is wrong with a field; empty where nothing is.
        public String about(String field) {
            return wrong.getOrDefault(field, "");
        }
    }

    /// What stands in the fields of a zone, as it was typed.
    public record Values(
            String depthMm,
            String passes,
            String directions,
            String glide,
            String onSkin,
            String endpoint,
            String pain,
            String why,
            String reason,
            String passDepths,
            String motion,
            String pattern,
            String note) {

        /// Nothing was typed.
        static final Values NONE = new Values("", "", "", "", "", "", "", "", "", "", "", "", "");
    }

    /// A limit of depth.
    public record Limit(String words, String mm) {}

    /// What waits for somebody who supervises, gravest first.
    ///
    /// @param since the first day of which refusals that were set aside are counted, in words
    /// @param setAside of each who signs, how often; empty where nobody signed
    public record ReviewsPage(List<ReviewLine> lines, List<String> problems, String since, List<String> setAside) {}

    /// A departure from the plan.
    ///
    /// @param person identifier of the person
    /// @param entry number of the entry within the session; empty where it is about the session
    /// @param withdrawn identifier of the consent that was withdrawn; empty where it is about an entry
    /// @param meaning what is signed
    /// @param gravity how grave it is, in words; grave ones are marked
    /// @param why the kind of reason that was chosen, or empty
    /// @param amendment when, by whom, to what and why it was amended; empty where it was not
    /// @param own why whoever is signed in cannot review it; empty where they can
    /// @param note what stands in the note of the form
    public record ReviewLine(
            String person,
            String name,
            String session,
            String title,
            String entry,
            String withdrawn,
            String meaning,
            UUID key,
            String zone,
            String gravity,
            boolean grave,
            String deviation,
            String why,
            String reason,
            String amendment,
            String charted,
            String own,
            Noted note) {

        /// Tells it from all others on the page.
        public String mark() {
            return session + "-" + entry + withdrawn;
        }
    }

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
            String gravity,
            String reason,
            String by,
            boolean stands) {}
}
