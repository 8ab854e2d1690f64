package org.stipple.clinic.web.look;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.aftercare.AboutAnswers;
import org.stipple.clinic.aftercare.web.OwnAfterViews;
import org.stipple.clinic.asking.web.AskingViews;
import org.stipple.clinic.asking.web.AskingViews.Ask;
import org.stipple.clinic.asking.web.AskingViews.Choice;
import org.stipple.clinic.asking.web.AskingViews.OneOf;
import org.stipple.clinic.asking.web.AskingViews.Progress;
import org.stipple.clinic.asking.web.AskingViews.SheetView;
import org.stipple.clinic.asking.web.AskingViews.WantedView;
import org.stipple.clinic.booking.web.BookingViews;
import org.stipple.clinic.disclosure.web.CopyViews;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.outline.BodyView;
import org.stipple.protocol.outline.ZoneOutlines;

/// What patients see on their own phones, for the gallery.
final class OwnSamples {

    private static final UUID KEY = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private OwnSamples() {}

    static OwnFrame frame(Tongue tongue) {
        return new OwnFrame(
                Words.in(tongue),
                "Harbour Skin Clinic",
                new Reach.Stated(
                        Optional.of(new Telephone("030 1234567")), Map.of(Tongue.ENGLISH, "Monday to Friday 9 to 17")),
                true,
                true,
                List.of(
                        new OwnFrame.Choice("en", "English", tongue == Tongue.ENGLISH),
                        new OwnFrame.Choice("es", "Español", tongue == Tongue.SPANISH)));
    }

    /// What each page template shows.
    static Map<String, Object> byTemplate() {
        var progress = new Progress(3, 12, "3 of 12 pages are done");
        return Map.ofEntries(
                Map.entry("asking/own-start", new AskingViews.StartPage("token", "wanted", progress, true, true)),
                Map.entry("asking/own-sheet", questions(progress)),
                Map.entry(
                        "asking/own-send",
                        new AskingViews.SendPage(
                                "token",
                                KEY,
                                said(),
                                progress,
                                true,
                                List.of(new AskingViews.Missing("Pregnancy", "/own/intake/token/pregnancy")))),
                Map.entry("asking/own-done", new AskingViews.DonePage(true)),
                Map.entry(
                        "disclosure/own",
                        new CopyViews.OwnCopyPage(
                                "/own/copy/token",
                                "12 MB",
                                "Friday, 27 November 2026, 09:00",
                                "This is no date that we can read.",
                                "31",
                                "2",
                                "1990")),
                Map.entry("disclosure/own-over", ""),
                Map.entry(
                        "asking/check",
                        new AskingViews.CheckPage(
                                wanted(), List.of(sun()), "a", "Please give your age.", List.of("Choose where."))),
                Map.entry(
                        "asking/check-questions",
                        new AskingViews.CheckQuestions(
                                List.of(new AskingViews.Carried("zone", "chin")), sheet(true), List.of(), true)),
                Map.entry("asking/check-result", result()),
                Map.entry(
                        "booking/own",
                        new BookingViews.OwnAppointmentPage(
                                "/own/appointment/token", KEY, "Friday, 18 December 2026, 09:00", true, "", false)),
                Map.entry("aftercare/entry", entry()),
                Map.entry("own/failure", failure()),
                Map.entry("asking/check-busy", "Many people are asking right now."));
    }

    private static OwnFailure failure() {
        return new OwnFailure(
                "This does not fit",
                "Your words have 2,300 characters. There is room for 2,000. Nothing was kept yet.",
                "Look at it once more and send it again.",
                "./",
                true,
                List.of(new OwnFailure.Sent("words", "My cheek is hot.\nSince Monday.")),
                List.of(new OwnFailure.Sent("question", "other")));
    }

    /// With words about symptoms, and a photo that was refused.
    private static OwnAfterViews.EntryPage entry() {
        return new OwnAfterViews.EntryPage(
                "/own/after/token",
                "/own/after/token/entry/x",
                Optional.empty(),
                List.of(new OwnAfterViews.GivenLine("pain", "Does it hurt?", "A lot")),
                List.of(),
                Optional.of(new AboutAnswers.Told(
                        "What your answers may mean",
                        List.of("Does it hurt? “A lot”: this is a sign. The clinic was told."),
                        "If an answer of yours does not stand here, that tells you nothing about it.",
                        "A program wrote these lines.")),
                Optional.of(new OwnAfterViews.PhotoPart(
                        KEY,
                        "/own/after/token/entry/x/photo",
                        "This photo is too large.",
                        false,
                        "Photos sent with this: 1",
                        true,
                        25_000_000)));
    }

    private static AskingViews.SheetPage questions(Progress progress) {
        return new AskingViews.SheetPage(
                "token",
                2,
                true,
                sheet(false),
                Optional.empty(),
                Optional.empty(),
                progress,
                "/own/intake/token",
                List.of("Please choose an answer."));
    }

    private static SheetView sheet(boolean opened) {
        return new SheetView(
                "marks",
                "Scars and marks",
                "Read each line.",
                List.of(
                        new Ask(
                                "tattoo-in-zone",
                                "Is there a tattoo there?",
                                "We have noted: No.",
                                List.of(new Choice("true", "Yes", true), new Choice("unknown", "I don’t know", false)),
                                false,
                                "",
                                List.of(new Choice("chin", "chin", true), new Choice("nose", "nose", false)),
                                ""),
                        new Ask(
                                "peel.last",
                                "When did you last have a peel there?",
                                "",
                                List.of(new Choice("date", "On this day:", true)),
                                true,
                                "2026-11-01",
                                List.of(),
                                "Please give the day.")),
                opened,
                "No to all of these",
                "All as noted");
    }

    private static WantedView wanted() {
        return new WantedView(
                List.of(new Choice("acne-scars", "acne scars", true)),
                "Choose what you would like to have treated.",
                new ZonePick(
                        "zone",
                        "Where?",
                        "Tap the picture or the list.",
                        List.of(Maps.plain(
                                ZoneOutlines.standard().drawing(BodyView.FACE_FRONT), "where-face-front", "Where?")),
                        List.of(new ZonePick.Zone("chin", "chin", true, false)),
                        "Choose where."));
    }

    private static OneOf sun() {
        return new OneOf(
                "fitzpatrick",
                "What does the sun do to your skin?",
                "",
                List.of(new Choice("1", "It always burns", true), new Choice("unknown", "I don’t know", false)),
                "Please choose an answer.");
    }

    private static List<AskingViews.SaidGroup> said() {
        return List.of(new AskingViews.SaidGroup(
                "Pregnancy",
                "/own/intake/token/pregnancy",
                List.of(
                        new AskingViews.SaidLine("Are you pregnant, or could you be?", "No", false),
                        new AskingViews.SaidLine("Are you breastfeeding?", "I don’t know", true))));
    }

    private static AskingViews.CheckResult result() {
        var sides = List.of(
                new AskingViews.Side("Two weeks.", List.of(new SourceView("A label", "", "")), true),
                new AskingViews.Side("24 to 48 hours.", List.of(), false));
        return new AskingViews.CheckResult(
                List.of(new AskingViews.Carried("zone", "chin")),
                List.of(new AskingViews.Place(
                        "clinic",
                        "At a clinic",
                        Verdict.WAIT,
                        "Wait",
                        "until 4 December 2026",
                        "Something has to heal or to pass first.",
                        List.of(new AskingViews.FoundLine(
                                Verdict.WAIT,
                                "Wait",
                                "Your skin was sunburnt or tanned lately.",
                                "chin",
                                "Time. It stands until 4 December 2026.",
                                List.of("Are you pregnant?"),
                                sides,
                                List.of(new SourceView("A label", "", "https://example.org")))),
                        List.of(new AskingViews.Dispute("How deep at home?", "The safer one.", sides)),
                        List.of("A clinician who is trained in microneedling."))),
                List.of("acne scars", "chin"),
                "Asked on 20 November 2026.",
                true);
    }

    /// The page of the staff from which a copy is given.
    static CopyViews.CopyPage copy() {
        return new CopyViews.CopyPage(
                "sample",
                "Ines Okafor",
                KEY,
                "The link is on its way.",
                Optional.of(QrCode.of("https://clinic.example/own/copy/token")),
                List.of(
                        new CopyViews.LinkLine(
                                "l1",
                                "Given 20 Nov 2026, 09:00",
                                "Good until 27 Nov 2026, 09:00.",
                                true,
                                false,
                                KEY,
                                KEY),
                        new CopyViews.LinkLine(
                                "l2", "Given 19 Nov 2026, 10:00", "Ended 19 Nov 2026, 11:00.", false, true, KEY, KEY)),
                List.of("20 Nov 2026, 09:10, fetched by their own link"),
                Optional.empty());
    }

    /// The page of the staff.
    static AskingViews.LinksPage links() {
        return new AskingViews.LinksPage(
                "sample",
                "Ines Okafor",
                true,
                KEY,
                List.of("Choose the device that is meant to be used."),
                "The link is on its way.",
                Optional.of(QrCode.of("https://clinic.example/own/intake/token")),
                List.of(new Choice("skinpen-precision", "SkinPen Precision", true)),
                List.of(new Choice("nurse", "nurse", true)),
                List.of(new Choice("permitted", "permitted", false)),
                List.of(new AskingViews.LinkLine(
                        "l1",
                        "a1",
                        "Answered by their own link 20 Nov 2026, 09:00; nobody who treats has looked at it yet.",
                        "Given 19 Nov 2026, 10:00 by Dr. Amara Nowak",
                        true,
                        true,
                        true,
                        List.of("Do you have a cold sore now? Recorded after the link was given: Yes. Answered by the"
                                + " link: No. The record counts, as the graver one, until somebody changes it at the"
                                + " intake."),
                        said(),
                        KEY,
                        KEY)));
    }
}
