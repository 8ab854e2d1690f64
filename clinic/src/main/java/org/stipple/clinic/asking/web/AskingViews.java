package org.stipple.clinic.asking.web;

import java.util.List;
import java.util.UUID;
import org.stipple.clinic.web.look.QrCode;
import org.stipple.clinic.web.look.SourceView;
import org.stipple.clinic.web.look.Verdict;
import org.stipple.clinic.web.look.ZonePick;

/// What the pages show.
public final class AskingViews {

    private AskingViews() {}

    /// Something to choose.
    public record Choice(String value, String words, boolean chosen) {}

    /// A field that a page carries along.
    public record Carried(String name, String value) {}

    /// One question.
    ///
    /// @param before what was answered last time; empty where nothing was
    /// @param dated whether one of the answers is a day
    /// @param zones to which a yes may be narrowed; none where it may not
    public record Ask(
            String path,
            String wording,
            String before,
            List<Choice> choices,
            boolean dated,
            String day,
            List<Choice> zones,
            String error) {
        public Ask {
            choices = List.copyOf(choices);
            zones = List.copyOf(zones);
        }
    }

    /// Questions on one page.
    ///
    /// @param plain the button that answers all of them; empty where there is none
    /// @param same the button that says that all is as last time; empty where there is none
    /// @param opened whether each is answered by itself
    public record SheetView(
            String id, String title, String lead, List<Ask> asks, boolean opened, String plain, String same) {
        public SheetView {
            asks = List.copyOf(asks);
        }
    }

    /// What is wanted and where.
    public record WantedView(List<Choice> indications, String indicationError, ZonePick zones) {
        public WantedView {
            indications = List.copyOf(indications);
        }
    }

    /// The choice of one thing among few.
    public record OneOf(String name, String legend, String hint, List<Choice> choices, String error) {
        public OneOf {
            choices = List.copyOf(choices);
        }
    }

    /// The first page of the self-check.
    public record CheckPage(WantedView wanted, List<OneOf> about, String age, String ageError, List<String> problems) {
        public CheckPage {
            about = List.copyOf(about);
            problems = List.copyOf(problems);
        }
    }

    /// A page of questions of the self-check.
    ///
    /// @param problems what is missing, each in a sentence
    public record CheckQuestions(List<Carried> carried, SheetView sheet, List<String> problems, boolean mayGoBack) {
        public CheckQuestions {
            carried = List.copyOf(carried);
            problems = List.copyOf(problems);
        }
    }

    /// One side of a dispute.
    public record Side(String says, List<SourceView> sources, boolean followed) {
        public Side {
            sources = List.copyOf(sources);
        }
    }

    /// What is disputed.
    public record Dispute(String question, String why, List<Side> sides) {
        public Dispute {
            sides = List.copyOf(sides);
        }
    }

    /// Something that was found.
    ///
    /// @param kind its word: `No`
    /// @param change what would change it
    /// @param points what it is about, one by one; none where the words say it all
    public record FoundLine(
            Verdict verdict,
            String kind,
            String words,
            String zones,
            String change,
            List<String> points,
            List<Side> sides,
            List<SourceView> sources) {
        public FoundLine {
            points = List.copyOf(points);
            sides = List.copyOf(sides);
            sources = List.copyOf(sources);
        }
    }

    /// What is found at a clinic, or at home.
    public record Place(
            String id,
            String title,
            Verdict verdict,
            String word,
            String headline,
            String detail,
            List<FoundLine> found,
            List<Dispute> disputes,
            List<String> see) {
        public Place {
            found = List.copyOf(found);
            disputes = List.copyOf(disputes);
            see = List.copyOf(see);
        }
    }

    /// What the self-check found.
    ///
    /// @param rests on which day and which release of the knowledge
    public record CheckResult(
            List<Carried> carried, List<Place> places, List<String> told, String rests, boolean mayGoBack) {
        public CheckResult {
            carried = List.copyOf(carried);
            places = List.copyOf(places);
            told = List.copyOf(told);
        }
    }

    /// How far somebody has come.
    ///
    /// @param words said of it
    public record Progress(int done, int of, String words) {}

    /// The first page behind a link.
    ///
    /// @param overtaken whether pages are asked anew, as the record says something else by now
    public record StartPage(String token, String first, Progress progress, boolean again, boolean overtaken) {}

    /// A page of questions behind a link.
    ///
    /// @param record the number of the answers beside which it is shown
    /// @param overtaken whether it was answered before, and the record says something else by now
    /// @param wanted on the page that asks what is wanted
    /// @param sun on the page that asks for the skin type
    /// @param back address of the page before; empty at the first
    /// @param draft under what the browser keeps what it could not send
    public record SheetPage(
            String token,
            int record,
            boolean overtaken,
            SheetView sheet,
            java.util.Optional<WantedView> wanted,
            java.util.Optional<OneOf> sun,
            Progress progress,
            String back,
            List<String> problems) {
        public SheetPage {
            problems = List.copyOf(problems);
        }
    }

    /// One question with what was said to it.
    public record SaidLine(String question, String answer, boolean unknown) {}

    /// The answers of one page, to be looked through before they are sent.
    public record SaidGroup(String title, String href, List<SaidLine> lines) {
        public SaidGroup {
            lines = List.copyOf(lines);
        }
    }

    /// The last page behind a link: everything, to be looked through and sent.
    ///
    /// @param overtaken whether pages are missing because the record says something else by now
    public record SendPage(
            String token,
            UUID key,
            List<SaidGroup> groups,
            Progress progress,
            boolean overtaken,
            List<Missing> missing) {
        public SendPage {
            groups = List.copyOf(groups);
            missing = List.copyOf(missing);
        }
    }

    /// What has no answer yet.
    public record Missing(String words, String href) {}

    /// It is done.
    public record DonePage(boolean callFirst) {}

    /// A link that was given, for staff.
    ///
    /// @param about identifier of the asking, to say that the answers were looked at
    /// @param otherwise what was answered otherwise than was recorded after the link was given
    public record LinkLine(
            String id,
            String about,
            String state,
            String when,
            boolean open,
            boolean waits,
            boolean callFirst,
            List<String> otherwise,
            List<SaidGroup> said,
            UUID endKey,
            UUID lookedKey) {
        public LinkLine {
            otherwise = List.copyOf(otherwise);
            said = List.copyOf(said);
        }
    }

    /// The page of staff.
    ///
    /// @param reads whether whoever looks reads answers; the front desk does not
    public record LinksPage(
            String id,
            String name,
            boolean reads,
            UUID key,
            List<String> problems,
            String done,
            java.util.Optional<QrCode> code,
            List<Choice> devices,
            List<Choice> operators,
            List<Choice> premises,
            List<LinkLine> links) {
        public LinksPage {
            problems = List.copyOf(problems);
            devices = List.copyOf(devices);
            operators = List.copyOf(operators);
            premises = List.copyOf(premises);
            links = List.copyOf(links);
        }
    }
}
