package org.stipple.clinic.web.look;

import java.util.List;
import java.util.UUID;
import org.stipple.clinic.adverse.web.AdverseViews.Block;
import org.stipple.clinic.adverse.web.AdverseViews.EventPage;
import org.stipple.clinic.adverse.web.AdverseViews.Fact;
import org.stipple.clinic.adverse.web.AdverseViews.FieldLine;
import org.stipple.clinic.adverse.web.AdverseViews.JudgeView;
import org.stipple.clinic.adverse.web.AdverseViews.Line;
import org.stipple.clinic.adverse.web.AdverseViews.ListPage;
import org.stipple.clinic.adverse.web.AdverseViews.NewPage;
import org.stipple.clinic.adverse.web.AdverseViews.Option;
import org.stipple.clinic.followup.web.FollowUpViews;

/// An invented adverse event, and whom to ask how it went, for the gallery.
final class AdverseSamples {

    private static final UUID KEY = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final String PERSON = "sample";
    private static final String NAME = "Ines Okafor";

    private AdverseSamples() {}

    static ListPage list() {
        return new ListPage(
                "",
                "",
                List.of(new Line(
                        "#",
                        NAME,
                        "Itchy or tender plaques and papules",
                        "opened 20 Nov 2026, 10:04 by Dr. Noor",
                        Verdict.NO,
                        "open",
                        "adverse event, grade 2, open: it goes on; waits to be looked at",
                        "Report: 14 of 22 fields")));
    }

    static NewPage asked() {
        return new NewPage(
                PERSON,
                NAME,
                KEY,
                List.of(new Option("s1", "Session 2, 20 Nov 2026, today", true)),
                "e7",
                judge("n"),
                List.of("Choose what it is."));
    }

    private static JudgeView judge(String id) {
        return new JudgeView(
                id,
                List.of(new Option("red-flag.granuloma", "Itchy or tender plaques and papules", true)),
                List.of(new Option("expected.redness", "Redness and swelling", false)),
                false,
                "",
                "2026-11-20",
                "Itchy plaques on the left cheek.",
                List.of(new Option("1", "grade 1: mild; no intervention", true)),
                List.of(new Option("none", "not serious", true), new Option("death", "death", false)),
                "The products were stopped.",
                List.of(new Option("open", "open: it goes on", true)),
                "");
    }

    static EventPage event() {
        return new EventPage(
                PERSON,
                NAME,
                "e1",
                2,
                KEY,
                "Itchy or tender plaques and papules",
                "adverse event, grade 2, open: it goes on; waits to be looked at",
                Verdict.NO,
                "open",
                "No session of this person begins while it is open.",
                "Stop all products, biopsy; record product and lot. To leave: More products.",
                List.of(new Fact("What happened", "Itchy plaques on the left cheek.")),
                List.of(new Fact("Cartridge", "SkinPen Precision, lot LOT7, serial 0042, expires 30 Nov 2028")),
                "Opened from the person’s diary, entry 7.",
                "Not said to be serious, so no law that we know sets a day.",
                "14 of 22 fields; missing: the weight",
                List.of(
                        new Block(
                                "The person",
                                List.of(
                                        new FieldLine(
                                                "age", "The age", Verdict.GO, "there", "34 years", false, "", false),
                                        new FieldLine(
                                                "weight", "The weight", Verdict.ASK, "missing", "", true, "", false))),
                        new Block(
                                "The place",
                                List.of(new FieldLine(
                                        "facility",
                                        "The user facility",
                                        Verdict.GO,
                                        "does not apply",
                                        "A physician’s office is none.",
                                        true,
                                        "A physician’s office is none.",
                                        true)))),
                true,
                "Treatment may go on.",
                "",
                "",
                "",
                true,
                "I have looked at this event.",
                "",
                judge("r"),
                "",
                List.of("20 Nov 2026, 10:04: Revision 1 by Dr. Noor"),
                List.of("A review ends with a note."));
    }

    static FollowUpViews.FollowUpPage followUps() {
        return new FollowUpViews.FollowUpPage(
                PERSON,
                NAME,
                "+1 212 555 0100",
                "Nobody asks for now.",
                true,
                List.of(
                        new FollowUpViews.Ask(
                                "s1",
                                "safety",
                                "Safety and satisfaction, a month after the last session",
                                Verdict.ASK,
                                "due 20 Dec 2026, today",
                                true,
                                KEY,
                                ""),
                        new FollowUpViews.Ask(
                                "s1",
                                "outcome-3",
                                "Photo and scale, three months after the last session",
                                Verdict.WAIT,
                                "due 20 Feb 2027, in 2 months",
                                false,
                                KEY,
                                "")),
                List.of(new FollowUpViews.Option("reached", "reached; they told how it is")),
                List.of("20 Dec 2026, 10:04, no answer, Kim Nowak"),
                List.of());
    }
}
