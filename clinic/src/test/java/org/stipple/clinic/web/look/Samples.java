package org.stipple.clinic.web.look;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stipple.protocol.outline.BodyView;
import org.stipple.protocol.outline.Drawing;
import org.stipple.protocol.outline.ZoneOutlines;
import org.stipple.quantities.ZoneId;

/// Invented people and numbers for the gallery.
final class Samples {

    private Samples() {}

    static Page page(boolean room) {
        return new Page(
                "Harbour Skin Clinic",
                "Dr Amara Nowak",
                "0f2ce3f0-7d5b-4f0e-8d1c-2a5f0f3f9a01",
                "amara",
                855,
                "supervising clinician",
                true,
                "_csrf",
                "sample",
                "/people",
                room ? "You opened a record in an emergency. It closes by itself on 21 Nov 2026, 10:34." : "",
                List.of(
                        new Page.NavItem("Today", "/"),
                        new Page.NavItem("People", "/people"),
                        new Page.NavItem("Stock", "/stock"),
                        new Page.NavItem("Ledger", "/ledger"),
                        new Page.NavItem("Clinic", "/clinic")),
                room);
    }

    /// Where nobody is signed in.
    static Page door() {
        return new Page("", "", "", "", 0, "", true, "_csrf", "sample", "", "", List.of(), false);
    }

    static Drawing front() {
        return ZoneOutlines.standard().drawing(BodyView.FACE_FRONT);
    }

    static Map<String, Object> course() {
        var marks = Map.of(
                ZoneId.CHEEK_LEFT, ZoneMark.of(1.5, "1.5", "1.5 mm").to("#cheek-left"),
                ZoneId.CHEEK_RIGHT, ZoneMark.of(1.5, "1.5", "1.5 mm").to("#cheek-right"),
                ZoneId.FOREHEAD, ZoneMark.of(0.75, "0.75", "0.75 mm").to("#forehead"),
                ZoneId.CHIN, ZoneMark.of(1.0, "1.0", "1.0 mm").to("#chin"),
                ZoneId.JAWLINE_LEFT, ZoneMark.of(2.25, "2.25", "2.25 mm").to("#jaw"),
                ZoneId.NOSE, ZoneMark.of(ZoneShape.State.REFUSED).to("#nose"));
        var changes = Map.of(
                ZoneId.CHEEK_LEFT, ZoneMark.of(ZoneShape.State.IMPROVED),
                ZoneId.CHEEK_RIGHT, ZoneMark.of(ZoneShape.State.IMPROVED),
                ZoneId.FOREHEAD, ZoneMark.of(ZoneShape.State.SAME),
                ZoneId.CHIN, ZoneMark.of(ZoneShape.State.WORSE),
                ZoneId.NOSE, ZoneMark.of(ZoneShape.State.NOT_MEASURABLE),
                ZoneId.UPPER_LIP, ZoneMark.of(ZoneShape.State.LEFT),
                ZoneId.TEMPLE_LEFT, ZoneMark.of(ZoneShape.State.DONE),
                ZoneId.NECK, ZoneMark.of(ZoneShape.State.PLAIN).dotted(18));
        return Map.of(
                "map",
                        Maps.of(
                                front(),
                                "plan",
                                "Planned depth",
                                marks,
                                ZoneShape.State.PLAIN,
                                Optional.of(Scale.depth())),
                "outcome", Maps.of(front(), "outcome", "Change", changes, ZoneShape.State.PLAIN, Optional.empty()),
                "scale", Scale.depth());
    }

    static Map<String, Object> screening() {
        var label = new SourceView("SkinPen Precision, instructions for use", "label", "#");
        var trial = new SourceView("Ablon 2018, J Clin Aesthet Dermatol", "trial", "#");
        return Map.of(
                "findings",
                List.of(
                        new FindingView(
                                Verdict.ASK,
                                "Pregnancy is not answered",
                                "",
                                "all zones",
                                "A missing answer is not a no. Anaesthetic and the treatment itself are not given"
                                        + " during pregnancy.",
                                "An answer to “Are you pregnant?”",
                                "sourced",
                                List.of(label),
                                List.of(),
                                "",
                                false,
                                "/knowledge/rules/active-acne"),
                        new FindingView(
                                Verdict.WAIT,
                                "Sunburn in the last two weeks",
                                "until 12 Dec",
                                "left cheek, right cheek",
                                "Needling burnt skin raises the risk of lasting pigment, most of all in skin types IV"
                                        + " to VI.",
                                "Two weeks without redness or peeling.",
                                "sourced",
                                List.of(label),
                                List.of(),
                                "A clinician may override this with a reason.",
                                true,
                                "/knowledge/rules/active-acne"),
                        new FindingView(
                                Verdict.WAIT,
                                "Active acne in the zone",
                                "until examined",
                                "left cheek",
                                "Inflamed lesions may be spread by needling.",
                                "An examination that finds no inflamed lesion.",
                                "sourced",
                                List.of(),
                                List.of(
                                        new FindingView.OtherView("Not during breakouts.", List.of(label), true),
                                        new FindingView.OtherView(
                                                "Even mid-breakout, at 0.5 mm.", List.of(trial), false)),
                                "",
                                true,
                                "/knowledge/rules/active-acne"),
                        new FindingView(
                                Verdict.SIGN_OFF,
                                "Isotretinoin stopped 3 months ago",
                                "",
                                "all zones",
                                "Labels ask for six months.",
                                "",
                                "sourced",
                                List.of(label),
                                List.of(),
                                "",
                                false,
                                "/knowledge/rules/active-acne"),
                        new FindingView(
                                Verdict.CAUTION,
                                "History of cold sores",
                                "",
                                "upper lip",
                                "Prophylaxis may be advised.",
                                "",
                                "sourced",
                                List.of(label),
                                List.of(),
                                "",
                                false,
                                "/knowledge/rules/active-acne")),
                "choices",
                List.of(
                        new Choice("pregnant", "Are you pregnant, or could you be?", "", "", ""),
                        new Choice(
                                "keloid-history",
                                "Do your scars grow raised or beyond the wound?",
                                "Keloid or hypertrophic scars.",
                                "unknown",
                                ""),
                        new Choice(
                                "anticoagulant",
                                "Do you take a blood thinner?",
                                "Aspirin and clopidogrel count.",
                                "false",
                                "")),
                "pick",
                new ZonePick(
                        "zones",
                        "Where?",
                        "Tap the face or the names.",
                        List.of(Maps.plain(front(), "pick-front", "Face from the front")),
                        Arrays.stream(ZoneId.values())
                                .filter(ZoneId::isFace)
                                .map(zone -> new ZonePick.Zone(
                                        zone.id(),
                                        zone.words(),
                                        zone == ZoneId.CHEEK_LEFT || zone == ZoneId.PERIORBITAL_RIGHT,
                                        zone == ZoneId.UPPER_LIP))
                                .toList(),
                        ""));
    }

    static Map<String, Object> person() {
        return Map.of(
                "items",
                List.of(
                        new TimelineItem(
                                "session",
                                "2026-12-12",
                                "12 Dec, in 3 weeks",
                                "Session 3 of 3",
                                "Cheeks and chin",
                                "#",
                                true),
                        new TimelineItem(
                                "deferral", "2026-11-20", "20 Nov, today", "Deferred", "Sunburn on 28 Nov", "", false),
                        new TimelineItem(
                                "reaction",
                                "2026-10-23",
                                "23 Oct",
                                "Swelling longer than usual",
                                "Settled on day 4 without treatment",
                                "#",
                                false),
                        new TimelineItem(
                                "session",
                                "2026-10-20",
                                "20 Oct",
                                "Session 2 of 3",
                                "Cheeks 1.5 mm, chin 1.0 mm",
                                "#",
                                false),
                        new TimelineItem("photo", "2026-09-20", "20 Sep", "Photos: front, left, right", "", "#", false),
                        new TimelineItem("consent", "2026-09-18", "18 Sep", "Consent given", "Version 3", "#", false)),
                "steps",
                List.of(
                        new Step("Scan", Step.State.DONE, "2 units", "#"),
                        new Step("Numb", Step.State.NOW, "32 of 45 min", "#"),
                        new Step("Needle", Step.State.NEXT, "5 zones", ""),
                        new Step("Close", Step.State.NEXT, "", "")),
                "readings",
                List.of(
                        new ReadingView(
                                "Wrinkle density",
                                "mm/cm²",
                                "14.2",
                                "11.0",
                                "−3.2",
                                "± 1.1",
                                ReadingView.Outcome.IMPROVED,
                                ""),
                        new ReadingView("Pore density", "1/cm²", "41", "39", "−2", "± 6", ReadingView.Outcome.SAME, ""),
                        new ReadingView(
                                "Erythema index", "", "12.1", "15.8", "+3.7", "± 2.0", ReadingView.Outcome.WORSE, ""),
                        new ReadingView(
                                "Skin tone (ITA)",
                                "deg",
                                "",
                                "",
                                "",
                                "",
                                ReadingView.Outcome.NOT_MEASURABLE,
                                "No colour card in the photo.")),
                "plot",
                new Plot(
                        "Wrinkle density, left cheek",
                        "mm/cm²",
                        List.of(
                                new Plot.PlotPoint(0, "20 Sep", 14.2, 1.1, "14.2"),
                                new Plot.PlotPoint(30, "20 Oct", 13.8, 1.1, "13.8"),
                                new Plot.PlotPoint(62, "21 Nov", 12.4, 1.2, "12.4"),
                                new Plot.PlotPoint(140, "7 Feb", 11.0, 1.1, "11.0")),
                        13.1,
                        15.3),
                "fields",
                List.of(
                        new FieldView("name", "Full name", "text", "Ines Okafor", "", "", "", true, "name"),
                        new FieldView("born", "Date of birth", "date", "1992-03-14", "", "", "", true, "bday"),
                        new FieldView(
                                "weight",
                                "Weight",
                                "number",
                                "",
                                "kg",
                                "For the dose of the anaesthetic.",
                                "",
                                false,
                                ""),
                        new FieldView(
                                "lot",
                                "Lot on the cartridge",
                                "text",
                                "A-1",
                                "",
                                "As printed, with dashes.",
                                "This lot was recalled on 3 Nov. Take another cartridge.",
                                true,
                                "")));
    }
}
