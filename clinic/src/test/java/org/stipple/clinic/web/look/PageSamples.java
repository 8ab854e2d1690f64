package org.stipple.clinic.web.look;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stipple.clinic.booking.web.BookingViews;
import org.stipple.clinic.consent.web.ConsentViews;
import org.stipple.clinic.disclosure.web.WithheldCopy;
import org.stipple.clinic.outcome.Conditions.JudgedGate;
import org.stipple.clinic.outcome.web.OutcomeViews;
import org.stipple.clinic.patient.Chapter;
import org.stipple.clinic.patient.web.PeopleViews;
import org.stipple.clinic.photo.web.CaptureViews;
import org.stipple.clinic.photo.web.PhotoViews;
import org.stipple.clinic.planning.AnsweredBefore;
import org.stipple.clinic.planning.web.DoseViews;
import org.stipple.clinic.planning.web.PlanningViews;
import org.stipple.clinic.planning.web.RecheckViews;
import org.stipple.clinic.stock.web.StockViews;
import org.stipple.clinic.today.web.TodayViews;
import org.stipple.clinic.treatment.web.AfterViews;
import org.stipple.clinic.treatment.web.MapViews;
import org.stipple.clinic.treatment.web.TreatmentViews;
import org.stipple.clinic.web.EntryViews;
import org.stipple.clinic.web.TodayList;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;
import org.stipple.imaging.ChangeBar;
import org.stipple.protocol.outline.BodyView;
import org.stipple.protocol.outline.ZoneOutlines;
import org.stipple.quantities.ZoneId;

/// An invented visit, page by page, for the gallery.
final class PageSamples {

    private static final UUID KEY = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final String PERSON = "sample";
    private static final String NAME = "Ines Okafor";

    private PageSamples() {}

    private static BookingViews.BookingPage freeTimes() {
        return new BookingViews.BookingPage(
                PERSON,
                NAME,
                KEY,
                "",
                "",
                List.of(
                        new BookingViews.Option("consultation", "consultation", false),
                        new BookingViews.Option("review", "review", false),
                        new BookingViews.Option("session", "session", true)),
                List.of(new BookingViews.Option(KEY.toString(), "Dr. Noor Demo", false)),
                "2026-12-18",
                List.of(
                        new BookingViews.FreeDay(
                                "Friday, 18 Dec 2026",
                                List.of(
                                        new BookingViews.TimeButton("a", "09:00", "Dr. Noor Demo, Room 1"),
                                        new BookingViews.TimeButton("b", "09:15", "Dr. Noor Demo, Room 1"))),
                        new BookingViews.FreeDay(
                                "Saturday, 19 Dec 2026",
                                List.of(new BookingViews.TimeButton("c", "10:30", "Sam Demo, Room 2")))),
                List.of(),
                List.of(
                        "A wait stands in the record until 18 Dec 2026. The first day that is possible is 18 Dec 2026."),
                true,
                "/people/sample/booking?despite=yes",
                true,
                "",
                3,
                List.of(new BookingViews.AppointmentLine(
                        "/people/sample/booking/one", "Monday, 30 Nov 2026, 09:30", "review, Dr. Noor Demo, Room 1")),
                List.of(),
                "");
    }

    private static BookingViews.SeriesPage series() {
        return new BookingViews.SeriesPage(
                PERSON,
                NAME,
                KEY,
                List.of(
                        new BookingViews.TimeButton("a", "Friday, 18 Dec 2026, 09:00", "Dr. Noor Demo, Room 1"),
                        new BookingViews.TimeButton("b", "Friday, 15 Jan 2027, 09:00", "Dr. Noor Demo, Room 1")),
                List.of("Session 3 of 3: nothing is free within 10 days of 12 Feb 2027."),
                List.of());
    }

    private static BookingViews.AppointmentPage appointment() {
        return new BookingViews.AppointmentPage(
                PERSON,
                NAME,
                "one",
                KEY,
                "Session on Friday, 18 Dec 2026",
                List.of(
                        new BookingViews.Fact("When", "Friday, 18 Dec 2026, 09:00 to 10:00"),
                        new BookingViews.Fact("With", "Dr. Noor Demo, Room 1"),
                        new BookingViews.Fact("Did not come", "written down 18 Dec 2026, 10:05 by Kim")),
                List.of("The clinic is closed at that time: “Holiday”."),
                true,
                "They did not come. Please call, and book anew; or say why no other time is booked.",
                new BookingViews.AbsenceForms(KEY, true, true, true, true),
                "/people/sample/booking/one?code=yes",
                Optional.of(QrCode.of("https://clinic.example/own/appointment/token")),
                "/people/sample/booking?move=one",
                List.of(),
                "Taken.");
    }

    private static BookingViews.DayPage bookedDay() {
        return new BookingViews.DayPage(
                "2026-12-18",
                "Friday, 18 Dec 2026",
                "/booking?day=2026-12-17",
                "/booking?day=2026-12-19",
                List.of(
                        new BookingViews.Column(
                                "noor",
                                "Dr. Noor Demo",
                                "09:00–17:00",
                                List.of(new BookingViews.DayLine(
                                        "/people/sample/booking/one",
                                        "09:00–10:00",
                                        NAME,
                                        "session, Room 1",
                                        "no consent to this course"))),
                        new BookingViews.Column("sam", "Sam Demo", "does not work that day", List.of())),
                List.of("Closed: Room 2, Friday, 18 Dec 2026: “Service”"),
                true,
                true,
                List.of());
    }

    private static BookingViews.ClosuresPage closures() {
        return new BookingViews.ClosuresPage(
                KEY,
                List.of(new BookingViews.ClosureLine(
                        "c1", KEY, "the whole clinic", "Friday, 25 Dec 2026", "Christmas, by Dr. Noor Demo")),
                List.of(
                        new BookingViews.Option("clinic", "The whole clinic", true),
                        new BookingViews.Option("room:r1", "Room 1", false)),
                new BookingViews.ClosureTyped("2026-12-25", "", "", "", ""),
                true,
                "One appointment is to be looked at: something came into its way.",
                List.of(),
                "Written down.");
    }

    private static BookingViews.LookPage look() {
        return new BookingViews.LookPage(
                List.of(new BookingViews.LookLine(
                        "/people/sample/booking/one",
                        "/people/sample/booking?move=one",
                        "Friday, 25 Dec 2026, 09:00",
                        NAME,
                        "session with Dr. Noor Demo, Room 1",
                        List.of("The clinic is closed at that time: “Christmas”."))),
                true);
    }

    private static BookingViews.MissedPage missed() {
        return new BookingViews.MissedPage(
                "2026-09-20",
                "2026-12-19",
                "20 Sep 2026 to 19 Dec 2026",
                List.of(
                        new BookingViews.MissedLine("session", 40, 3, "8 %"),
                        new BookingViews.MissedLine("all", 40, 3, "8 %")),
                List.of());
    }

    private static BookingViews.ArrangementsPage arrangements() {
        return new BookingViews.ArrangementsPage(
                KEY,
                List.of(new BookingViews.RoomLine("r1", "Room 1", KEY)),
                List.of(new BookingViews.WeekForm(
                        "noor",
                        "Dr. Noor Demo",
                        KEY,
                        KEY,
                        "24 Dec 2026",
                        List.of(
                                new BookingViews.DayField(1, "Monday", "09:00-12:00, 13:00-17:00"),
                                new BookingViews.DayField(2, "Tuesday", "")))),
                List.of(new BookingViews.LengthField("session", "session", 60, KEY)),
                48,
                KEY,
                "2026-11-20",
                List.of(),
                "Written down.");
    }

    private static BookingViews.FeedsPage calendars() {
        return new BookingViews.FeedsPage(
                List.of(
                        new BookingViews.FeedCard(
                                "own",
                                "Your own calendar",
                                "Your appointments, with the room.",
                                "https://clinic.example/calendar/sample.ics",
                                KEY),
                        new BookingViews.FeedCard("clinic", "The clinic’s calendar", "All appointments.", "", KEY)),
                List.of());
    }

    /// What each page template shows.
    static Map<String, Object> byTemplate() {
        return Map.ofEntries(
                Map.entry("today/today", today()),
                Map.entry("erasure/person", ErasureSamples.person()),
                Map.entry("erasure/ledger", ErasureSamples.ledger()),
                Map.entry("erasure/rules", ErasureSamples.rules()),
                Map.entry("adverse/list", AdverseSamples.list()),
                Map.entry("adverse/new", AdverseSamples.asked()),
                Map.entry("adverse/event", AdverseSamples.event()),
                Map.entry("followup/follow-up", AdverseSamples.followUps()),
                Map.entry("people/list", people()),
                Map.entry("people/person", person()),
                Map.entry("people/details", details()),
                Map.entry("people/trail", trail()),
                Map.entry("planning/intake", intake()),
                Map.entry("planning/screening", screening()),
                Map.entry("planning/course", course()),
                Map.entry("planning/recheck", recheck()),
                Map.entry(
                        "planning/dose",
                        new DoseViews.DosePage(
                                NAME, new DoseViews.Part(PERSON, "course", "chin", "chin", sliders(), dose()))),
                Map.entry("asking/links", OwnSamples.links()),
                Map.entry("disclosure/copy", OwnSamples.copy()),
                Map.entry("aftercare/concern", DiarySamples.concern()),
                Map.entry("aftercare/diary", DiarySamples.diary()),
                Map.entry("meaning/meaning", DiarySamples.meaning()),
                Map.entry("consent/consent", consent()),
                Map.entry("disclosure/withheld", WITHHELD),
                Map.entry("booking/person", freeTimes()),
                Map.entry("booking/series", series()),
                Map.entry("booking/appointment", appointment()),
                Map.entry("booking/day", bookedDay()),
                Map.entry("booking/arrangements", arrangements()),
                Map.entry("booking/calendars", calendars()),
                Map.entry("booking/closures", closures()),
                Map.entry("booking/look", look()),
                Map.entry("booking/missed", missed()),
                Map.entry("consent/code", code()),
                Map.entry("consent/texts", texts()),
                Map.entry("stock/stock", stock()),
                Map.entry("stock/labels", labels()),
                Map.entry("treatment/units", units()),
                Map.entry("treatment/start", start()),
                Map.entry("treatment/room", room()),
                Map.entry("treatment/reviews", reviews()),
                Map.entry("photo/photos", photos()),
                Map.entry("photo/capture", capture()),
                Map.entry("outcome/measurement", measurement()),
                Map.entry("outcome/report", report()),
                Map.entry("outcome/outcome", ResultSamples.outcome(identity())),
                Map.entry("outcome/scales", ResultSamples.scales(identity())),
                Map.entry("outcome/score", ResultSamples.score(identity())),
                Map.entry("outcome/summary", ResultSamples.summary()),
                Map.entry("outcome/sheet", sheet()),
                Map.entry("entry/accounts", accounts()),
                Map.entry("entry/account", account()),
                Map.entry("entry/own-account", ownAccount()),
                Map.entry("messages/reach", MessageSamples.reach()),
                Map.entry("entry/unlocked", "You are signed in again."),
                Map.entry(
                        "people/emergency",
                        new PeopleViews.EmergencyPage(
                                PERSON,
                                NAME,
                                KEY,
                                List.of(new PeopleViews.WhyChoice("help-now", "The person needs help now", true)),
                                "She collapsed.",
                                List.of("The password is not yours. Nothing was opened."))),
                Map.entry(
                        "people/emergencies",
                        new PeopleViews.EmergenciesPage(
                                List.of(new PeopleViews.EmergencyLine(
                                        "e1",
                                        PERSON,
                                        NAME,
                                        "Kim Nowak",
                                        "The person needs help now",
                                        "She collapsed at the desk.",
                                        "21 Nov 2026, 10:04",
                                        "21 Nov 2026, 10:34",
                                        "25 Nov 2026, in 4 days",
                                        false,
                                        false,
                                        "",
                                        KEY)),
                                List.of())),
                Map.entry("entry/patient", "Harbour Skin Clinic"),
                Map.entry(
                        "entry/trail",
                        new EntryViews.ClinicTrailPage(
                                List.of(new EntryViews.ClinicTrailLine(
                                        "21 Nov 2026, 10:04",
                                        "Kim Nowak",
                                        "read",
                                        "person's page",
                                        Optional.of("00000000-0000-4000-8000-000000000001"))),
                                Optional.of(17L))),
                Map.entry(
                        "entry/sign-in",
                        new EntryViews.SignInPage(
                                true,
                                "2 minutes",
                                "",
                                true,
                                "This passkey opens no account here.",
                                "clinic.example",
                                "login.example")),
                Map.entry(
                        "entry/setup",
                        new EntryViews.SetupPage(
                                "token",
                                "Harbour Skin Clinic",
                                "",
                                "Europe/Berlin",
                                "Amara Nowak",
                                "amara",
                                List.of(new EntryViews.ProfessionChoice("physician", "physician", true)),
                                List.of("“Place and law” was Atlantis, expected one such as US-CA."))));
    }

    private static TodayViews.TodayPage today() {
        return new TodayViews.TodayPage(
                "20 Nov 2026",
                List.of(
                        new TodayViews.Waiting(
                                "list-10",
                                "Red flags",
                                List.of(new TodayList.Line(
                                        NAME,
                                        "left cheek: bleeding that was not expected",
                                        "19 Nov 2026, 16:40",
                                        "/reviews",
                                        true)),
                                false),
                        new TodayViews.Waiting(
                                "list-20",
                                "Courses to sign",
                                List.of(new TodayList.Line(
                                        "Per Lindqvist",
                                        "Drafted, not signed",
                                        "18 Nov 2026, 2 days ago",
                                        "/people/2",
                                        false)),
                                true)),
                List.of("Sessions that are open"),
                List.of(new TodayViews.Link("Reviews: 3", "/reviews")),
                List.of(new TodayViews.Link("Find somebody", "/people")));
    }

    private static RecheckViews.RecheckPage recheck() {
        return new RecheckViews.RecheckPage(
                PERSON,
                identity(),
                "course",
                KEY,
                2,
                false,
                "18 Sep 2026, 9 weeks ago, by Amara Nowak",
                false,
                List.of(new PlanningViews.Group(
                        "skin",
                        "The skin to be treated",
                        List.of(new PlanningViews.Asked(
                                "herpes.active",
                                "Do you have a cold sore now?",
                                List.of(
                                        new PlanningViews.Option("same", "As before: no", false),
                                        new PlanningViews.Option("true", "Yes", false),
                                        new PlanningViews.Option("false", "No", false),
                                        new PlanningViews.Option("unknown", "I don’t know", false)),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                "")))),
                List.of(new RecheckViews.Before("Do you have diabetes, and is it well controlled?", "none")),
                List.of(
                        new PlanningViews.Option("none", "Nothing of this is new", false),
                        new PlanningViews.Option("some", "Something is new", false)),
                "",
                List.of(new RecheckViews.Before("Have you ever had cold sores?", "yes")),
                List.of(),
                new RecheckViews.Changes(true, "", List.of(), List.of(), List.of(), List.of()));
    }

    private static EntryViews.AccountsPage accounts() {
        return new EntryViews.AccountsPage(
                KEY,
                List.of(new EntryViews.AccountLine("#", "Kim Nowak", "kim", "practitioner", "nurse", false)),
                true,
                List.of(new EntryViews.RoleChoice("practitioner", "practitioner", false)),
                List.of(new EntryViews.ProfessionChoice("nurse", "nurse", false)),
                List.of("Nobody answers concerns."),
                List.of());
    }

    private static EntryViews.AccountPage account() {
        return new EntryViews.AccountPage(
                "kim",
                "Kim Nowak",
                "kim",
                2,
                true,
                true,
                true,
                KEY,
                KEY,
                List.of(new EntryViews.RoleChoice("practitioner", "practitioner", true)),
                List.of(new EntryViews.ProfessionChoice("nurse", "nurse", true)),
                new EntryViews.ScopeView(
                        "at most 1 mm; cheek left; all devices",
                        "1",
                        List.of(new EntryViews.RoleChoice("cheek-left", "cheek left", true)),
                        List.of(new EntryViews.RoleChoice("skinpen-precision", "SkinPen Precision", false))),
                waysIn(),
                List.of(new EntryViews.ChangeLine(
                        "21 Nov 2026, 10:04", "Dr Amara Nowak", "profession: not stated → nurse", "Registered now.")),
                List.of("This is the last account of its kind."),
                List.of("Not changed: nothing was changed."));
    }

    private static EntryViews.WaysIn waysIn() {
        return new EntryViews.WaysIn(
                List.of(new EntryViews.PasskeyLine("blue", "Blue key", "21 Nov 2026, 10:04", "not yet", KEY)),
                List.of(new EntryViews.LinkLine("login.example", "248289761001", "21 Nov 2026, 10:09")),
                KEY);
    }

    private static EntryViews.OwnAccountPage ownAccount() {
        return new EntryViews.OwnAccountPage(
                "Kim Nowak",
                "kim",
                "practitioner",
                "clinic.example",
                "https://clinic.example",
                "AAAA",
                "BBBB CCCC",
                "login.example",
                "",
                KEY,
                waysIn(),
                "",
                true,
                List.of("The password is not yours. Nothing was linked."));
    }

    private static PeopleViews.PeoplePage people() {
        return new PeopleViews.PeoplePage(
                "",
                List.of(
                        new PeopleViews.PersonLine("/people/1", "Okafor, Ines", "34 years, born 14 Mar 1992"),
                        new PeopleViews.PersonLine("/people/2", "Lindqvist, Per", "51 years, born 2 Jun 1975"),
                        new PeopleViews.PersonLine("/people/3", "Tan, Mei-Ling", "28 years, born 30 Nov 1997")),
                true,
                true);
    }

    private static PeopleViews.PersonPage person() {
        return new PeopleViews.PersonPage(
                PERSON,
                NAME,
                "34 years, born 14 Mar 1992, female, +44 20 7946 0018",
                "Date of birth corrected on 21 Nov 2026 by Dr. Ari Demo: screen again.",
                true,
                true,
                true,
                Optional.of(new Chapter.Link("Chart the session", "/people/1/sessions/1")),
                timeline().reversed(),
                List.of(
                        new Chapter.Told(
                                1,
                                "Screening",
                                "Screened today on answers of today. Two findings to sign, none against.",
                                Optional.of(new VerdictView(
                                        Verdict.CAUTION,
                                        "Caution: history of cold sores",
                                        "Prophylaxis may be advised.")),
                                Optional.empty(),
                                List.of(
                                        new Chapter.Link("The screening", "#"),
                                        new Chapter.Link("Change the answers", "#")),
                                List.of()),
                        new Chapter.Told(
                                2,
                                "Course",
                                "Acne scars, SkinPen Precision, three sessions. Signed by Dr Amara Nowak, 18 Sep.",
                                Optional.empty(),
                                Optional.empty(),
                                List.of(new Chapter.Link("The course", "#")),
                                List.of()),
                        new Chapter.Told(
                                3,
                                "Consent",
                                "To the treatment since 18 Sep. To photos for the record since 18 Sep.",
                                Optional.empty(),
                                Optional.empty(),
                                List.of(new Chapter.Link("Consent", "#")),
                                List.of()),
                        new Chapter.Told(
                                4,
                                "Sessions",
                                "Session 3 of 3 is open since 09:04.",
                                Optional.empty(),
                                Optional.of(new Chapter.Link("Chart the session", "/people/1/sessions/1")),
                                List.of(
                                        new Chapter.Link("Session 1, 20 Aug", "#"),
                                        new Chapter.Link("Session 2, 20 Oct", "#")),
                                List.of()),
                        new Chapter.Told(
                                5,
                                "Photos and readings",
                                "No photo yet.",
                                Optional.empty(),
                                Optional.empty(),
                                List.of(new Chapter.Link("Add a photo", "#")),
                                List.of())),
                timeline());
    }

    private static List<TimelineItem> timeline() {
        return List.of(
                new TimelineItem("session", "2026-12-12", "12 Dec, in 3 weeks", "Session 3 of 3", "", "#", true),
                new TimelineItem("deferral", "2026-11-20", "20 Nov, today", "Deferred", "Sunburn on 10 Nov", "", false),
                new TimelineItem(
                        "session", "2026-10-20", "20 Oct", "Session 2 of 3", "Cheeks 1.5 mm, chin 1.0 mm", "#", false),
                new TimelineItem("consent", "2026-09-18", "18 Sep", "Consent given", "Version 3", "#", false));
    }

    private static PeopleViews.DetailsPage details() {
        return new PeopleViews.DetailsPage(
                "",
                0,
                KEY,
                "Ines",
                "",
                "1992-03-14",
                "female",
                "",
                "",
                List.of(new PeopleViews.PersonLine("/people/1", "Okafor, Ines", "34 years, born 14 Mar 1992")),
                Optional.of(FieldView.text("reason", "Why it is corrected", "Passport")),
                List.of("“Family name” is missing."));
    }

    private static PeopleViews.TrailPage trail() {
        return new PeopleViews.TrailPage(
                NAME,
                "/people/" + PERSON,
                List.of(
                        new PeopleViews.TrailLine("20 Nov 09:04:12", "Dr Amara Nowak", "started", "session 3"),
                        new PeopleViews.TrailLine("20 Nov 09:01:40", "Dr Amara Nowak", "read", "record")));
    }

    private static PlanningViews.Option option(String value, String words, boolean chosen) {
        return new PlanningViews.Option(value, words, chosen);
    }

    private static PlanningViews.Asked asked(String path, String wording, String answer) {
        return new PlanningViews.Asked(
                path,
                wording,
                List.of(
                        option("true", "Yes", answer.equals("true")),
                        option("false", "No", answer.equals("false")),
                        option("unknown", "I don’t know", answer.equals("unknown"))),
                Optional.empty(),
                path.endsWith("-in-zone")
                        ? Optional.of(new PlanningViews.There(
                                true,
                                List.of(
                                        option("cheek-left", "left cheek", true),
                                        option("cheek-right", "right cheek", false)),
                                "cheek-left cheek-right",
                                answer.isEmpty() ? "true" : "",
                                answer.isEmpty() ? "Yes" : ""))
                        : Optional.empty(),
                Optional.empty(),
                !answer.isEmpty(),
                "");
    }

    private static PlanningViews.Asked lately(String path, String wording, String day, String error) {
        return new PlanningViews.Asked(
                path + ".last",
                wording,
                List.of(
                        option("never", "Never", false),
                        option("date", "Last on", !day.isEmpty()),
                        option("unknown", "I don’t know", false)),
                Optional.of(new PlanningViews.Day(day, "date")),
                Optional.empty(),
                path.equals("previous-needling")
                        ? Optional.of(new PlanningViews.More(
                                List.of(FieldView.text("fact:previous-needling.depthMm", "How deep was it set?", "")),
                                "Where was it, if not everywhere?",
                                "previous-needling.zones",
                                List.of(option("cheek-left", "left cheek", false)),
                                true))
                        : Optional.empty(),
                !day.isEmpty(),
                error);
    }

    private static PlanningViews.Asked words(String path, String wording, String... words) {
        return new PlanningViews.Asked(
                path,
                wording,
                Stream.concat(
                                Stream.of(words).map(word -> option(word, word.replace('-', ' '), false)),
                                Stream.of(option("unknown", "I don’t know", false)))
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                "");
    }

    private static PlanningViews.Select select(
            String name, String label, boolean required, String concerns, PlanningViews.Option... options) {
        return new PlanningViews.Select(name, label, "", List.of(options), required, "", concerns);
    }

    private static FieldView number(String name, String label, String value, String unit, String error) {
        return new FieldView(name, label, "decimal", value, unit, "", error, false, "");
    }

    private static PlanningViews.IntakePage intake() {
        return new PlanningViews.IntakePage(
                PERSON,
                NAME,
                KEY,
                2,
                true,
                "Zones were added. 2 questions about the skin are asked again.",
                List.of(
                        new PlanningViews.Trouble(
                                "f-goal.depthMm",
                                "Wished depth: This does not fit. Expected: a number from 0.05 to 5.",
                                "goal.depthMm",
                                "This does not fit. Expected: a number from 0.05 to 5.",
                                false),
                        new PlanningViews.Trouble(
                                "", "the intake was changed by somebody else meanwhile", "", "", false)),
                wanted(),
                List.of(
                        new PlanningViews.Group(
                                "medicines",
                                "Pregnancy and medicines",
                                List.of(
                                        asked("pregnant", "Are you pregnant, or could you be?", ""),
                                        asked("breastfeeding", "Are you breastfeeding?", "false"),
                                        asked(
                                                "isotretinoin.current",
                                                "Do you take isotretinoin (Roaccutane, Accutane)?",
                                                ""),
                                        asked(
                                                "anticoagulant",
                                                "Do you take a blood thinner, aspirin included?",
                                                "true"))),
                        new PlanningViews.Group(
                                "skin",
                                "The skin to be treated",
                                List.of(
                                        asked(
                                                "keloid-history",
                                                "Do your scars grow raised or beyond the wound?",
                                                "unknown"),
                                        asked("active-acne-in-zone", "Is there active acne in the zone?", "true"),
                                        asked("tattoo-in-zone", "Is there a tattoo there?", ""),
                                        words(
                                                "dermatosis-in-zone",
                                                "Is there another skin disease in the zone?",
                                                "none",
                                                "psoriasis",
                                                "eczema",
                                                "rosacea",
                                                "vitiligo",
                                                "lichen-planus",
                                                "other"))),
                        new PlanningViews.Group(
                                "health",
                                "Health",
                                List.of(
                                        asked("systemic-illness", "Do you have a fever or an infection?", ""),
                                        words(
                                                "diabetes",
                                                "Do you have diabetes?",
                                                "none",
                                                "controlled",
                                                "uncontrolled"))),
                        new PlanningViews.Group(
                                "lately",
                                "Lately",
                                List.of(
                                        lately(
                                                "sunburn",
                                                "When were you last sunburnt?",
                                                "2027-11-01",
                                                "This does not fit. Expected: a date not after 2026-11-20."),
                                        lately("peel", "When was your last chemical peel?", "", ""),
                                        lately(
                                                "previous-needling",
                                                "When was your last needling?",
                                                "2026-10-01",
                                                "")))),
                new PlanningViews.Live(
                        new VerdictView(Verdict.ASK, "3 answers still decide", "Nothing refuses it so far."),
                        List.of(new PlanningViews.Trouble(
                                "f-operator", "Choose who treats.", "operator", "Choose who treats.", true)),
                        missing(),
                        findings().subList(1, 3)));
    }

    private static PlanningViews.Wanted wanted() {
        return new PlanningViews.Wanted(
                Stream.of("texture", "fine lines", "acne scars", "pores", "stretch marks", "melasma", "laxity", "hair")
                        .map(word -> option(word.replace(' ', '-'), word, word.equals("acne scars")))
                        .toList(),
                "",
                List.of(
                        select(
                                "subtype:acne-scars",
                                "Kind of acne scars",
                                true,
                                "acne-scars",
                                option("mixed", "mixed", true),
                                option("boxcar", "boxcar", false)),
                        select(
                                "subtype:hair",
                                "Kind of hair loss",
                                true,
                                "hair",
                                option("unknown", "I don’t know", true))),
                new ZonePick(
                        "zone",
                        "Where?",
                        "Tap the map or the list. Left and right are the patient’s.",
                        Stream.of(BodyView.FACE_FRONT, BodyView.BODY_FRONT, BodyView.BODY_BACK)
                                .map(view -> Maps.plain(
                                        ZoneOutlines.standard().drawing(view),
                                        "where-" + view.id(),
                                        "Where: " + view.words()))
                                .toList(),
                        Arrays.stream(ZoneId.values())
                                .map(zone -> new ZonePick.Zone(
                                        zone.id(), zone.words(), zone.id().startsWith("cheek"), false))
                                .toList(),
                        ""),
                select(
                        "device",
                        "Device",
                        true,
                        "",
                        option("skinpen-precision", "SkinPen Precision", true),
                        option("generic-pen", "Pen", false)),
                select("operator", "Who treats", true, "", option("physician", "physician", true)),
                Optional.of(select("premises", "Premises", false, "", option("permitted", "permitted", false))),
                number("goal.depthMm", "Wished depth", "abc", "mm", "Expected: a number from 0.05 to 5."),
                number("goal.densityPerCm2", "Wished density", "", "per cm²", ""),
                number("limits.depthMm", "Deepest that this practitioner sets", "1.0", "mm", ""),
                List.of(option("cheek-left", "left cheek", true)),
                true,
                List.of(new PlanningViews.Area(
                        "cheek-left", true, number("areaCm2.cheek-left", "left cheek", "22", "cm²", ""))),
                true,
                select("anaesthetic.product", "Numbing cream", false, "", option("emla", "EMLA", true)),
                List.of(number("anaesthetic.grams", "Amount", "10", "g", "")),
                true,
                IntStream.rangeClosed(1, 6)
                        .mapToObj(n -> option(
                                String.valueOf(n),
                                List.of("I", "II", "III", "IV", "V", "VI").get(n - 1),
                                n == 4))
                        .toList(),
                "");
    }

    private static List<PlanningViews.Missing> missing() {
        return List.of(
                new PlanningViews.Missing("pregnant", "Are you pregnant, or could you be?"),
                new PlanningViews.Missing("isotretinoin.current", "Do you take isotretinoin (Roaccutane, Accutane)?"),
                new PlanningViews.Missing("systemic-illness", "Do you have a fever or an infection?"));
    }

    @SuppressWarnings("unchecked")
    private static List<FindingView> findings() {
        return (List<FindingView>) Samples.screening().getOrDefault("findings", List.of());
    }

    private static PlanningViews.ScreeningPage screening() {
        return new PlanningViews.ScreeningPage(
                PERSON,
                identity(),
                KEY,
                2,
                new VerdictView(
                        Verdict.WAIT,
                        "Wait until 12 Dec",
                        "Sunburn fades first. One wait ends only with an examination."),
                "Made 20 Nov 2026 at 09:12 by Dr Amara Nowak",
                findings(),
                missing(),
                "",
                "Screened otherwise before, 20 Nov 2026, 08:40 by Dr Amara Nowak: No. Pregnant.",
                true,
                KEY,
                List.of(new PlanningViews.Refusal(
                        "breastfeeding",
                        "Nursing is a contraindication of the label.",
                        "two supervising clinicians sign for it",
                        "",
                        "Write why, in your own words.")),
                "1.0.0, sha256:9f8a4c3be2d0",
                List.of());
    }

    private static PlanningViews.CoursePage course() {
        var marks = Map.of(
                ZoneId.CHEEK_LEFT, ZoneMark.of(1.5, "1.5", "1.5 mm").to("#zone-cheek-left"),
                ZoneId.NOSE, ZoneMark.of(ZoneShape.State.REFUSED),
                ZoneId.CALF_RIGHT, ZoneMark.of(2.0, "2.0", "2.0 mm").to("#zone-calf-right"));
        return new PlanningViews.CoursePage(
                PERSON,
                identity(),
                "course",
                KEY,
                "9f8a4c3be2d07715c04b6a4df0e2a1b39c5d8e7f60718293a4b5c6d7e8f90123",
                new VerdictView(
                        Verdict.SIGN_OFF, "Sign-off: isotretinoin stopped 3 months ago", "Labels ask for six months."),
                List.of(
                        new KeyFigure("Device", "SkinPen Precision", "", ""),
                        new KeyFigure("Sessions", "3", "", "3 to 6"),
                        new KeyFigure("Apart", "28", "days", "never less than 28 without a sign-off"),
                        new KeyFigure("From", "today", "", "")),
                Stream.of(BodyView.FACE_FRONT, BodyView.BODY_BACK)
                        .map(view -> Maps.of(
                                ZoneOutlines.standard().drawing(view),
                                "plan-" + view.id(),
                                view.words() + ": planned depth",
                                marks,
                                ZoneShape.State.PLAIN,
                                Optional.of(Scale.depth())))
                        .toList(),
                List.of(Scale.depth()),
                List.of(
                        planned("cheek-left", "left cheek", "1.5", "1.0 to 2.0 mm", "goal", true),
                        planned("calf-right", "right calf", "2.0", "1.0 to 2.0 mm", "zone cap", false),
                        new PlanningViews.ZoneRow(
                                "nose",
                                "nose",
                                "A pigmented lesion was not yet looked at by a clinician.",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                List.of())),
                List.of(new PlanningViews.Disputed(
                        "How long after isotretinoin?",
                        List.of(
                                new FindingView.OtherView(
                                        "Six months.",
                                        List.of(new SourceView("SkinPen Precision", "label", "#")),
                                        true),
                                new FindingView.OtherView(
                                        "No wait at these depths.",
                                        List.of(new SourceView("A review", "review", "#")),
                                        false)),
                        "The safer view is the default.")),
                aftercare(),
                List.of("A further session once a year."),
                findings(),
                List.of(
                        new PlanningViews.ToTake(
                                "isotretinoin", "Isotretinoin stopped 3 months ago", "Sign-off", true, "", ""),
                        new PlanningViews.ToTake(
                                "off-label",
                                "Right calf is off label",
                                "Override",
                                false,
                                "x",
                                "Was “x”, expected a short sentence.")),
                List.of(),
                true,
                "I have reviewed this course and take responsibility for it. I take on: isotretinoin (left cheek).",
                "",
                false,
                FieldView.text("reason", "Your reason", ""),
                List.of(),
                "1.0.0, sha256:9f8a4c3be2d0",
                List.of(new DoseViews.Part(PERSON, "course", "cheek-left", "left cheek", sliders(), dose())),
                List.of(new PlanningViews.DoseLink("chin", "#")),
                Optional.of(new PlanningViews.Anew(
                        KEY, 2, List.of(number("goal.depthMm", "Wished depth", "1.5", "mm", "")))),
                List.of(delivered()),
                List.of());
    }

    private static List<DoseViews.Slider> sliders() {
        return List.of(
                new DoseViews.Slider("depthMm", "depth-cheek-left", "Depth, set", "mm", "0.5", "2.5", "0.25", "1.25"),
                new DoseViews.Slider("passes", "passes-cheek-left", "Passes", "", "1", "12", "1", "4"));
    }

    private static DoseViews.Answer dose() {
        return new DoseViews.Answer(
                "left cheek",
                true,
                "1.25 mm, 4 passes at 20 mm/s",
                List.of("“abc” is no number; what is planned is taken instead."),
                List.of(
                        new DoseViews.Line("Punctures, mean", "per cm²", "4080", "3060", "2350 to 4370"),
                        new DoseViews.Line("Pass beyond the dermis", "", "0 % to 38 %", "0 %", "0 % to 12 %")),
                List.of("50 %", "80 %", "100 %"),
                List.of(new DoseViews.Layer("Reticular dermis", List.of("98 %", "100 %", "100 %"))),
                "",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 50"
                        + " 40\"><title>dots</title></svg>",
                "35",
                true,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 5 5\"><title>close</title></svg>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 650"
                        + " 400\"><title>depth</title></svg>",
                List.of("How this hand moves."),
                "To have it planned: as wishes below, 1.25 mm and 3060 per cm².");
    }

    private static DeliveryView delivered() {
        return new DeliveryView(
                "Session 1, 20 Aug 2026, 09:04",
                "#",
                List.of(
                        new DeliveryView.Line(
                                "left cheek",
                                "4084",
                                "3063",
                                "75 %",
                                "35 % to 107 %",
                                Verdict.CAUTION,
                                "other than planned",
                                "Another number of passes or directions than planned."),
                        new DeliveryView.Line(
                                "chin", "", "", "", "", Verdict.ASK, "not computed", "Not computed: no such depth.")));
    }

    private static PlanningViews.ZoneRow planned(
            String id, String words, String depth, String range, String boundBy, boolean onLabel) {
        return new PlanningViews.ZoneRow(
                id,
                words,
                "",
                depth,
                range,
                boundBy,
                "4 in 2 directions",
                "20",
                "248",
                "190 to 310",
                "112",
                onLabel ? "" : "6 sessions, 14 days apart",
                onLabel ? "" : "Outside the indications that the device is cleared for.",
                List.of(
                        new PlanningViews.Check("density: 250, given 248", true, List.of()),
                        new PlanningViews.Check(
                                "goal not met: 2.5, given 2.0",
                                onLabel,
                                List.of(new PlanningViews.Check.Place(
                                        "/knowledge/zones/cheek", "cheek", "by design: a reason")))));
    }

    private static final String HASH = "9f8a4c3be2d07715c04b6a4df0e2a1b39c5d8e7f60718293a4b5c6d7e8f90123";

    private static ConsentViews.ConsentPage consent() {
        return new ConsentViews.ConsentPage(
                PERSON,
                identity(),
                Words.in(Tongue.ENGLISH),
                List.of(new ConsentViews.Option("#", "Español")),
                "",
                List.of(new ConsentViews.Option("guardian", "guardian")),
                List.of(
                        purposed(
                                "treatment",
                                List.of("Left cheek, right cheek: 1.5 mm, three sessions, four weeks apart."),
                                Optional.empty(),
                                "",
                                new ConsentViews.Sent(
                                        true,
                                        "representative",
                                        "x",
                                        "",
                                        "",
                                        Optional.of(ConsentViews.Wrong.NAME),
                                        "The name was “x”, expected the given and family name of who represents.")),
                        purposed(
                                "record-photos",
                                List.of(),
                                Optional.of(new ConsentViews.Agreed(
                                        "Ines Okafor agreed on 18 Sep 2026, in the presence of Dr Amara Nowak.",
                                        "c1",
                                        "M100 200L300 120L420 260",
                                        "#",
                                        true)),
                                "",
                                NOTHING_SENT),
                        purposed(
                                "teaching",
                                List.of(),
                                Optional.empty(),
                                "First there must be a signed course.",
                                NOTHING_SENT)),
                List.of(new ConsentViews.SignedLine("photos, version 2, 18 Sep 2026, “Ines Okafor”", "", "#")),
                List.of(
                        new ConsentViews.QuestionLine(
                                "q1", "photos for teaching, 18 Sep 2026, 09:00", "Who sees my face?", "", KEY),
                        new ConsentViews.QuestionLine(
                                "q2", "treatment, 17 Sep 2026, 09:00", "Does it hurt?", "A little. (Dr Nowak)", KEY)),
                new ConsentViews.Register(
                        KEY,
                        List.of(new ConsentViews.Option("teaching", "photos for teaching")),
                        "2026-11-21",
                        List.of(
                                new ConsentViews.UseLine(
                                        "u1", "photos for marketing: both cheeks, to the web page", true, "", KEY),
                                new ConsentViews.UseLine(
                                        "u2",
                                        "photos for teaching: both cheeks, to a class",
                                        false,
                                        "taken back: the slide was deleted",
                                        KEY)),
                        List.of(new ConsentViews.Option("taken-back", "taken back"))),
                KEY,
                "A link was written to the person.",
                List.of());
    }

    private static ConsentViews.Purposed purposed(
            String purpose,
            List<String> plan,
            Optional<ConsentViews.Agreed> agreed,
            String blocked,
            ConsentViews.Sent sent) {
        return new ConsentViews.Purposed(
                purpose,
                purpose,
                KEY,
                "Consent to " + purpose,
                List.of(
                        "Fine needles make tiny channels in the skin. The skin answers by making new collagen over months.",
                        "Redness and swelling are usual for some days."),
                plan,
                3,
                HASH,
                "en",
                HASH,
                plan.isEmpty() ? "" : "course",
                plan.isEmpty() ? "" : HASH,
                agreed,
                agreed.isEmpty() && blocked.isEmpty() && plan.isEmpty()
                        ? Optional.of(new ConsentViews.Agreed(
                                "Agreed 20 Nov 2026, 09:00 as “Ines Okafor”, in the clinic.",
                                "c0",
                                "",
                                "/signed.pdf",
                                false))
                        : Optional.empty(),
                KEY,
                blocked,
                "",
                sent);
    }

    private static final WithheldCopy.WithheldPage WITHHELD = new WithheldCopy.WithheldPage(
            PERSON,
            "Ines Okafor",
            "photos for the record, measuring photos",
            true,
            "x",
            KEY,
            List.of("The reason was “x”, expected why the copy is given."));

    private static final ConsentViews.Sent NOTHING_SENT =
            new ConsentViews.Sent(false, "person", "", "", "", Optional.empty(), "");

    private static ConsentViews.CodePage code() {
        return new ConsentViews.CodePage(
                PERSON,
                NAME,
                Optional.of(new ConsentViews.Code(
                        "https://clinic.example/own/consent/x", 29, "M4 4h1v1h-1z", "5 Dec 2026, 09:00")),
                KEY,
                KEY);
    }

    private static ConsentViews.TextsPage texts() {
        return new ConsentViews.TextsPage(
                List.of(new ConsentViews.TextForm(
                        "teaching",
                        "photos for teaching",
                        KEY,
                        2,
                        "Version 2, since 18 Sep 2026, 09:00, by Dr Amara Nowak",
                        "Consent to photos for teaching",
                        "They may be shown in class.",
                        "",
                        "",
                        true,
                        true,
                        List.of(
                                new ConsentViews.EditionView(
                                        "Version 2",
                                        List.of(
                                                new ConsentViews.ChangeView("English", false, "In talks."),
                                                new ConsentViews.ChangeView("English", true, "In class."))),
                                new ConsentViews.EditionView("Version 1", List.of())))),
                "",
                List.of("Nothing is different from version 2. Nothing was published."));
    }

    /// What the pages show that a person reads on their own phone, by template.
    static Map<String, Object> ownByTemplate() {
        return Map.of("consent/own-ended", "Ask the clinic for a new link.", "consent/own", ownConsent());
    }

    private static ConsentViews.OwnPage ownConsent() {
        return new ConsentViews.OwnPage(
                "/own/consent/x",
                "Please read, Ines",
                "Take your time.",
                true,
                NAME,
                List.of(),
                Optional.of(purposed("teaching", List.of(), Optional.empty(), "", NOTHING_SENT)),
                List.of(new ConsentViews.QuestionLine(
                        "q1", "You asked on 18 September 2026: “Who sees my face?”", "Who sees my face?", "", KEY)),
                KEY,
                "",
                "",
                List.of("The question is empty. Nothing was sent."));
    }

    private static StockViews.LabelsPage labels() {
        return new StockViews.LabelsPage(
                "D7-33",
                List.of(new StockViews.LabelLine(
                        "lidocaine 4 % (LMX4)",
                        "lot D7-33, unit #12", "until 1 Nov 2027, a tube of 5 g", "7K3M9Q2XW4TC", 22, "M0 0h1v1h-1z")));
    }

    private static StockViews.StockPage stock() {
        return new StockViews.StockPage(
                KEY,
                KEY,
                KEY,
                List.of(new StockViews.Choice("skinpen-precision", "SkinPen Precision")),
                List.of(new StockViews.Group(
                        "Cartridge, roller or stamp for",
                        List.of(new StockViews.Choice("skinpen-precision", "SkinPen Precision")))),
                List.of(
                        new StockViews.Filter("/stock", "Everything", 3, true),
                        new StockViews.Filter("/stock?show=expiring", "Expiring soon", 0, false)),
                List.of(
                        new StockViews.UnitLine(
                                "u1",
                                KEY,
                                "2027-11-30",
                                "cartridge",
                                "SkinPen Precision",
                                "A-1204",
                                "0042",
                                "(17)271130(10)A-1204(21)0042",
                                "",
                                "30 Nov 2027",
                                Verdict.GO,
                                "usable",
                                false,
                                ""),
                        new StockViews.UnitLine(
                                "unit2",
                                KEY,
                                "2027-11-30",
                                "cartridge",
                                "SkinPen Precision",
                                "A-1204",
                                "0041",
                                "(17)271130(10)A-1204(21)0041",
                                "",
                                "30 Nov 2027",
                                Verdict.CAUTION,
                                "used 20 Oct",
                                true,
                                ""),
                        new StockViews.UnitLine(
                                "unit3",
                                KEY,
                                "2027-11-30",
                                "anaesthetic",
                                "Dermapen 4",
                                "D7-33",
                                "#12, a tube of 5 g",
                                "(17)261101(10)D7-33",
                                "(91)7K3M9Q2XW4TC",
                                "1 Nov 2026",
                                Verdict.NO,
                                "quarantined",
                                false,
                                "it expired on 1 Nov 2026")),
                "Units 101 to 103 of 240",
                "/stock?page=1",
                "/stock?page=3",
                List.of(new StockViews.HandpieceLine(
                        "h1",
                        "SkinPen Precision",
                        "H-0007",
                        "(21)H-0007",
                        "(91)7K3M9Q2XW4TD",
                        "2.5 mm",
                        false,
                        "The motor stalls under load",
                        "1 Nov 2026",
                        3,
                        "20 Nov 2026, 09:04",
                        KEY)),
                true,
                "2026-11-20",
                "12 units of lot D7-33 received.",
                new StockViews.Entered(
                        "skinpen-precision",
                        "(17)251130(10)A-1204(21)0044",
                        "1",
                        "SkinPen cartridges",
                        "",
                        "",
                        "",
                        "",
                        "B-1",
                        "",
                        "seal",
                        "Was “seal”, expected what was found."),
                List.of("it expired on 30 Nov 2025"),
                "No unit of lot B-1 for SkinPen Precision was ever received here.",
                List.of());
    }

    private static TreatmentViews.StartPage start() {
        return new TreatmentViews.StartPage(
                PERSON,
                identity(),
                "course",
                KEY,
                KEY,
                "18 Sep, 9 weeks ago",
                List.of(
                        new AnsweredBefore.Line("Have you ever had cold sores?", "yes", false),
                        new AnsweredBefore.Line("Do you have a cold sore now?", "no", true)),
                false,
                List.of(new TreatmentViews.ScannedUnit(
                        "u1", "SkinPen Precision, lot A-1204, serial 0042, until 30 Nov 2027", "", "#scan-it")),
                "",
                "a nurse",
                List.of(new TreatmentViews.Option("nurse", "a nurse")),
                List.of(
                        new Step("Scan", Step.State.NOW, "1 unit", ""),
                        new Step("Numb", Step.State.NEXT, "", ""),
                        new Step("Needle", Step.State.NEXT, "2 zones", ""),
                        new Step("Close", Step.State.NEXT, "", "")),
                "",
                List.of(new TreatmentViews.Against(
                        "The answers have not been asked again today.", "#ask", "Ask again, below")),
                List.of(),
                new TreatmentViews.ScanPart(
                        "Lot B-1 is recalled: seal. Take a unit of another lot.",
                        "Needed: a cartridge and the handpiece.",
                        List.of(new TreatmentViews.Option("u2", "Cartridge: lot A-1204, serial 0043")),
                        List.of(new TreatmentViews.NumbForm(
                                "u3",
                                KEY,
                                "lidocaine 4 % (LMX4)",
                                List.of(new TreatmentViews.Option("cheek-left", "left cheek")),
                                new TreatmentViews.NumbTyped("u3", "61", "400", List.of("cheek-left"), ""))),
                        List.of(numbing())),
                true,
                List.of());
    }

    private static TreatmentViews.NumbLine numbing() {
        return new TreatmentViews.NumbLine(
                "n1",
                KEY,
                "lidocaine 4 % (LMX4), 10 g on 100 cm²",
                "20 Nov 2026, 08:10 by Mara Lindqvist",
                "2026-11-20T08:10:00Z",
                "2026-11-20T09:20:00Z",
                70,
                30,
                60,
                true,
                "GB",
                "lidocaine 4 % (LMX4), 10 g on 100 cm², on the skin for 70 minutes",
                "",
                "Off on the left cheek");
    }

    private static MapViews.RoomMap roomMap() {
        return new MapViews.RoomMap(
                new ZonePick(
                        "zones",
                        "Tap what was done",
                        "",
                        List.of(Maps.of(
                                Samples.front(),
                                "room",
                                "Done and left to do",
                                Map.of(
                                        ZoneId.CHEEK_LEFT, ZoneMark.of(ZoneShape.State.DONE),
                                        ZoneId.CHEEK_RIGHT, ZoneMark.of(ZoneShape.State.LEFT),
                                        ZoneId.CHIN, ZoneMark.of(ZoneShape.State.LEFT)),
                                ZoneShape.State.PLAIN,
                                Optional.empty())),
                        List.of(
                                new ZonePick.Zone("cheek-left", "left cheek, done", false, false),
                                new ZonePick.Zone("cheek-right", "right cheek", true, false),
                                new ZonePick.Zone("chin", "chin", false, false)),
                        ""),
                "cheek-right chin",
                2,
                List.of(new MapViews.At("cheek-left", 1)),
                "As on 18 Sep 2026",
                "other",
                "erythema",
                "4",
                List.of("0.5", "1", "1.5", "2", "2.5"),
                List.of(new TreatmentViews.Option("glide", "glided")),
                List.of(new TreatmentViews.Option("star", "a star")),
                Map.of("depthMm", "1.5", "passes", "x"),
                Map.of("passes", "was “x”, expected a whole number from 1 to 100"));
    }

    private static TreatmentViews.UnitsPage units() {
        return new TreatmentViews.UnitsPage(
                PERSON,
                identity(),
                "session",
                "Session 3",
                KEY,
                true,
                List.of(
                        new TreatmentViews.UsedLine("u1", KEY, "Cartridge: lot A-1204, serial 0042", true, ""),
                        new TreatmentViews.UsedLine(
                                "u2", KEY, "Cartridge: lot A-1204, serial 0041", true, "Fell on the floor")),
                List.of("Lot A-1204, serial 0040 was used before. A unit is used once; take another."));
    }

    private static TreatmentViews.RoomPage room() {
        return new TreatmentViews.RoomPage(
                PERSON,
                identity(),
                "session",
                "Session 3 of 3",
                KEY,
                KEY,
                3,
                "Started 20 Nov 2026, 09:04",
                "2026-11-20T09:04:00Z",
                "09:04",
                List.of(
                        new Step("Scan", Step.State.DONE, "1 unit", ""),
                        new Step("Numb", Step.State.DONE, "45 min", ""),
                        new Step("Needle", Step.State.NOW, "1 of 3 zones", ""),
                        new Step("Close", Step.State.NEXT, "", "")),
                roomMap(),
                List.of(
                        zone("cheek-left", "left cheek", 1, Map.of(), ""),
                        zone(
                                "cheek-right",
                                "right cheek",
                                0,
                                Map.of(
                                        "reason",
                                        "say what happened",
                                        "why",
                                        "choose why",
                                        "time",
                                        "was “2:5”, expected minutes and seconds such as 1:25"),
                                "the cap of the zone (1.5 mm)"),
                        zone("chin", "chin", 0, Map.of(), "")),
                new TreatmentViews.AnotherZone(
                        List.of(new TreatmentViews.Option("nose", "nose")),
                        "",
                        zone("another", "another zone", 0, Map.of(), "")),
                "2.5",
                List.of(
                        new TreatmentViews.ChartLine(
                                1,
                                "left cheek",
                                "1.25 mm, 4 passes in 2 directions, 20 mm/s, 1:25 on the skin",
                                "uniform redness",
                                "4",
                                "depth 1.25 mm instead of 1.5 mm",
                                "",
                                "Thin skin near the ear.",
                                "Dr Amara Nowak",
                                true),
                        new TreatmentViews.ChartLine(
                                2,
                                "left cheek",
                                "1.5 mm, 3 passes",
                                "more than pinpoint bleeding",
                                "4",
                                "more than pinpoint bleeding",
                                "not the expected reaction",
                                "It stopped under pressure.",
                                "Dr Amara Nowak",
                                false)),
                List.of("Chin: 20 Nov 2026, 09:31 by Dr Amara Nowak: not treated, because “a cold sore, seen today”"),
                List.of("SkinPen Precision, lot A-1204, serial 0042"),
                List.of(
                        new TreatmentViews.Option("erythema", "Redness"),
                        new TreatmentViews.Option("pinpoint", "Pinpoint bleeding"),
                        new TreatmentViews.Option("more", "More bleeding")),
                List.of(new TreatmentViews.Option("skin", "the skin reacted otherwise than expected")),
                new AfterViews.After(
                        List.of("20 Nov 2026, 09:40 by Dr Amara Nowak: a mask: collagen, lot C2"),
                        List.of("lot C2 is recalled here: the maker found it too strong"),
                        List.of("20 Nov 2026, 09:50 by Dr Amara Nowak: redness slight (1)"),
                        1,
                        List.of(new TreatmentViews.Option("mask", "a mask")),
                        List.of(new TreatmentViews.Option("erythema", "redness")),
                        List.of(new TreatmentViews.Option("0", "none"), new TreatmentViews.Option("1", "slight")),
                        List.of(new TreatmentViews.Option("sheet", "the sheet was given")),
                        Map.of("erythema", "1")),
                Optional.empty(),
                "31 % of the punctures that the whole plan asks for",
                List.of("Wheeze: emergency call at once."),
                "course",
                List.of(numbing()),
                "",
                List.of("No: Pregnant; elective needling waits."),
                "Not charted: chin.",
                "",
                "",
                new TreatmentViews.Noted("x", "Was “x”, expected what happened and why."),
                List.of());
    }

    private static TreatmentViews.ZoneForm zone(
            String id, String words, int last, Map<String, String> wrong, String over) {
        var planned = new TreatmentViews.Values("1.5", "4", "2", "20", "", "", "", "", "", "", "", "", "");
        return new TreatmentViews.ZoneForm(
                id,
                words,
                "planned 1.5 mm, 4 passes in 2 directions",
                "1:28, from 1:07 to 2:05 with a quicker or slower hand",
                planned,
                wrong.isEmpty()
                        ? planned
                        : new TreatmentViews.Values(
                                "2.25", "4", "2", "20", "2:5", "erythema", "3", "", "x", "", "", "", ""),
                last,
                List.of(
                        new TreatmentViews.Limit("the cap of the zone", "1.5"),
                        new TreatmentViews.Limit("the deepest setting of the device", "2.5")),
                over,
                wrong,
                !wrong.isEmpty(),
                id.equals("chin")
                        ? "20 Nov 2026, 09:31 by Dr Amara Nowak: not treated, because “a cold sore, seen today”"
                        : "",
                planned,
                Map.of(),
                false);
    }

    private static TreatmentViews.ReviewsPage reviews() {
        return new TreatmentViews.ReviewsPage(
                List.of(
                        new TreatmentViews.ReviewLine(
                                PERSON,
                                NAME,
                                "s3",
                                "Session 3",
                                "",
                                KEY.toString(),
                                "I have looked at this session, in which consent was withdrawn.",
                                KEY,
                                "the session",
                                "consent withdrawn",
                                true,
                                "consent was withdrawn at 21 Nov 2026, 10:12, while the session was open",
                                "",
                                "",
                                "",
                                "Treated by Sam Lee",
                                "",
                                TreatmentViews.Noted.NOTHING),
                        new TreatmentViews.ReviewLine(
                                PERSON,
                                NAME,
                                "s1",
                                "Session 2",
                                "1",
                                "",
                                "I have looked at this departure from the plan.",
                                KEY,
                                "left cheek",
                                "over a limit",
                                true,
                                "depth 2.25 mm instead of 1.5 mm, over the cap of the zone (1.5 mm)",
                                "the device was set wrongly",
                                "The dial had slipped; ice, and looked at after an hour.",
                                "It was amended 20 Nov 2026, 09:40 by Sam Lee: 1.5 mm, 4 passes in 2 directions.",
                                "Charted 20 Nov 2026, 09:31 by Sam Lee",
                                "",
                                new TreatmentViews.Noted("x", "Was “x”, expected what happened and why.")),
                        new TreatmentViews.ReviewLine(
                                PERSON,
                                "Per Lindqvist",
                                "s2",
                                "Session 1",
                                "3",
                                "",
                                "I have looked at this departure from the plan.",
                                KEY,
                                "chin",
                                "other than planned",
                                false,
                                "6 passes instead of 4",
                                "",
                                "",
                                "",
                                "Charted 21 Nov 2026, 15:02 by Sam Lee",
                                "You charted this. Somebody else who supervises reviews it: Dr. Ari Demo.",
                                TreatmentViews.Noted.NOTHING)),
                List.of(),
                "22 Aug 2026",
                List.of("Dr. Ari Demo: 3 of 41 courses, 7 %", "Dr. Noor Demo: 0 of 12 courses, 0 %"));
    }

    private static PhotoViews.PhotosPage photos() {
        return new PhotoViews.PhotosPage(
                PERSON,
                NAME,
                identity(),
                KEY,
                KEY,
                new PhotoViews.Entered("left-45", "2026-11-20", "0.04"),
                true,
                List.of(
                        new PhotoViews.Option("frontal", "from the front"),
                        new PhotoViews.Option("left-45", "left, 45°")),
                List.of(
                        new PhotoViews.Shot(
                                "p1",
                                "/static/sample-before.svg",
                                "from the front",
                                "20 Sep",
                                "2400 × 3200, 0.04 mm/px",
                                600,
                                800,
                                "",
                                "",
                                List.of()),
                        new PhotoViews.Shot(
                                "p2",
                                "/static/sample-after.svg",
                                "from the front",
                                "20 Nov",
                                "2400 × 3200, 0.04 mm/px",
                                600,
                                800,
                                "right after the needle",
                                "No colour card and no tag found",
                                List.of("sharpness 0.61, at least 0.72 is needed"))),
                Optional.empty(),
                List.of());
    }

    private static CaptureViews.CapturePage capture() {
        return new CaptureViews.CapturePage(
                PERSON,
                NAME,
                identity(),
                "Before session 2",
                "s1",
                "before",
                "2026-11-20",
                List.of(
                        new CaptureViews.Occasion("#before", "Before session 2", true),
                        new CaptureViews.Occasion("#visit", "A visit for photos", false)),
                true,
                "",
                List.of(
                        new CaptureViews.Step(
                                1,
                                KEY,
                                "frontal",
                                "",
                                "front",
                                "front",
                                false,
                                "Straight into the camera, eyes open.",
                                0,
                                "/static/sample-before.svg",
                                "20 Sep 2026, 2 months ago",
                                false,
                                Optional.of(new CaptureViews.Answer(
                                        "p3",
                                        "/static/sample-after.svg",
                                        600,
                                        800,
                                        "Colour card found, no tag",
                                        true,
                                        List.of("sharpness 0.61, at least 0.72 is needed"),
                                        List.of(),
                                        List.of("Not sharp: 0.60, at least 0.72"),
                                        1))),
                        step(2, "left-45", "", "left, half turned", "half", -45),
                        step(3, "left-90", "", "left side", "side", -90),
                        step(4, "right-45", "", "right, half turned", "half", 45),
                        step(5, "right-90", "", "right side", "side", 90),
                        step(6, "patch", "back", "back", "patch", 0)),
                "/people/1/sessions/1",
                "To session 2",
                List.of("Not stored: the file is a GIF file."));
    }

    private static CaptureViews.Step step(
            int number, String view, String zone, String words, String drawing, int turned) {
        return new CaptureViews.Step(
                number,
                KEY,
                view,
                zone,
                words,
                drawing,
                turned > 0,
                "The nose points half way to the edge of the picture.",
                turned,
                "",
                "",
                false,
                Optional.empty());
    }

    private static OutcomeViews.MeasurementPage measurement() {
        var readings = readings();
        return new OutcomeViews.MeasurementPage(
                PERSON,
                NAME,
                "Measured 20 Nov 2026",
                identity(),
                List.of(
                        new OutcomeViews.InShort(ReadingView.Outcome.IMPROVED, "Improved", "wrinkle density"),
                        new OutcomeViews.InShort(ReadingView.Outcome.WORSE, "Worse", "erythema index"),
                        new OutcomeViews.InShort(ReadingView.Outcome.SAME, "No detectable change", "pore density")),
                Optional.of(new PhotosView(
                        "pair", "/static/sample-before.svg", "20 Sep", "/static/sample-after.svg", "20 Nov", 600, 800)),
                true,
                Optional.empty(),
                List.of("Photo after, evenness of light: 0.61, limit 0.50"),
                "wrinkles",
                List.of(new OutcomeViews.ZoneView(
                        "Left cheek",
                        true,
                        readings.subList(0, 1),
                        List.of(
                                new OutcomeViews.ChangeRow(readings.get(0), ChangeBar.svg(-3.2, 1.1), true),
                                new OutcomeViews.ChangeRow(readings.get(1), ChangeBar.svg(-2, 6), false),
                                new OutcomeViews.ChangeRow(readings.get(2), ChangeBar.svg(37, 2), false)),
                        List.of(new OutcomeViews.Refused("Typology angle (ITA)", "no colour card")))),
                List.of(new OutcomeViews.ChangeMapView(
                        "Wrinkles",
                        "Wrinkles: newly found 10 %, no longer found 30 %, found in both 60 %",
                        "/static/sample-before.svg",
                        "/static/sample-after.svg",
                        600,
                        800,
                        List.of(
                                new OutcomeViews.ChangeMapView.Shade("newly found", "#D55E00", "10 %"),
                                new OutcomeViews.ChangeMapView.Shade("no longer found", "#0072B2", "30 %"),
                                new OutcomeViews.ChangeMapView.Shade("found in both", "#3A3A3A", "60 %")),
                        "Wrinkle density: improved")),
                "stretch marks",
                List.of(new Plot(
                        "Wrinkle density: change since the baseline",
                        "mm/cm²",
                        List.of(
                                new Plot.PlotPoint(0, "20 Sep 2026", 0, 0, "baseline"),
                                new Plot.PlotPoint(61, "20 Nov 2026", -3.2, 1.1, "−3.2 ± 1.1")),
                        -1.1,
                        1.1)),
                List.of(),
                Optional.of(new OutcomeViews.HowView(
                        "1 of 2 gates not passed",
                        "0.05 mm a pixel, as it was given",
                        "no colour card",
                        "half of the skin lies within 0.01 mm, 95 % within 0.02 mm; 0 % of it could not be laid and"
                                + " does not count",
                        List.of(
                                new JudgedGate(
                                        "exposure against the baseline",
                                        "followup",
                                        "left cheek",
                                        "0.61 stops",
                                        "at most 0.5 stops",
                                        false),
                                new JudgedGate("sharpness", "baseline", "left cheek", "1.05", "at least 0.72", true)),
                        List.of(new OutcomeViews.Meaning("Sharpness", "How steep fine detail is.")))),
                List.of(new OutcomeViews.Beyond("porphyrins", "they shine under ultraviolet light only")));
    }

    private static IdentityView identity() {
        return new IdentityView(
                NAME,
                "/people/" + PERSON,
                "14 Mar 1992, 34 years",
                "female",
                "metals such as nickel or steel",
                true,
                List.of("left cheek 1.5 mm", "right cheek 1.5 mm"),
                "SkinPen Precision");
    }

    @SuppressWarnings("unchecked")
    private static List<ReadingView> readings() {
        return (List<ReadingView>) Samples.person().getOrDefault("readings", List.of());
    }

    private static OutcomeViews.ReportPage report() {
        return new OutcomeViews.ReportPage(
                PERSON,
                "session",
                NAME,
                "born 14 Mar 1992",
                "Harbour Skin Clinic",
                "Session 3 of 3",
                "20 Nov 2026, 09:04",
                "20 Nov 2026, 09:51, by Dr Amara Nowak",
                "SkinPen Precision",
                "9f8a4c3be2d07715c04b6a4df0e2a1b39c5d8e7f60718293a4b5c6d7e8f90123",
                List.of("Treatment, version 3, 18 Sep 2026"),
                List.of("SkinPen Precision, lot A-1204, serial 0042"),
                List.of("Over a limit, chin: depth 2 mm instead of 1.5 mm. Not reviewed yet."),
                List.of(
                        new OutcomeViews.ReportZone(
                                "left cheek",
                                "1.25 mm, 4 passes",
                                "redness",
                                "4",
                                "depth 1.25 mm instead of 1.5 mm",
                                "Thin skin near the ear.",
                                "Not reviewed yet.",
                                "",
                                "Dr Amara Nowak"),
                        new OutcomeViews.ReportZone(
                                "right cheek", "1.5 mm, 4 passes", "redness", "5", "", "", "", "", "Dr Amara Nowak")),
                List.of("a mask: collagen, lot C2"),
                Optional.of(delivered()),
                List.of(new OutcomeViews.VisitReadings("Measured 20 Nov 2026", readings())),
                "",
                aftercare(),
                "The next session can be in 4 weeks, from 18 Dec.",
                "1.0.0, sha256:9f8a4c3be2d0");
    }

    private static OutcomeViews.SheetPage sheet() {
        return new OutcomeViews.SheetPage(
                PERSON,
                "session",
                NAME,
                "14 Mar 1992",
                "Harbour Skin Clinic",
                "20 Nov 2026",
                "SkinPen Precision",
                List.of("left cheek, 1.25 mm", "right cheek, 1.5 mm"),
                List.of(),
                List.of(new AftercareView.Line("until day 3", "Red and swollen as after a sunburn.", "")),
                aftercare().steps(),
                List.of(new OutcomeViews.Calls(
                        "Call the emergency number at once, before anybody else",
                        true,
                        List.of(new OutcomeViews.Sign("You cannot breathe well.", "in the first hours")))),
                "The next session is planned for 20 Dec 2026, 30 days after this one.");
    }

    private static AftercareView aftercare() {
        return new AftercareView(
                List.of(
                        new AftercareView.Line("0 h to 24 h", "Sterile water and what you were given.", "Make-up."),
                        new AftercareView.Line("day 14", "A photograph.", "")),
                List.of(new AftercareView.Line(
                        "24 h to 7 days", "Spreading redness or fever: to a clinician today.", "Waiting.")));
    }
}
