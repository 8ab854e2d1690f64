package org.stipple.clinic.aftercare.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.web.look.QrCode;

/// What the staff's pages after a session show.
public final class ConcernViews {

    private ConcernViews() {}

    /// What waits for an answer.
    ///
    /// @param unreached whether nobody of those who answer is told anywhere but on this page
    public record ConcernsPage(List<PersonLines> people, boolean unreached) {}

    /// What is open of one person.
    ///
    /// @param lines the gravest
    /// @param more how many more there are, in words; empty for none
    /// @param all where all of it stands
    public record PersonLines(String who, List<ConcernLine> lines, String more, String all) {}

    /// @param standing `nobody has taken it on`
    /// @param taken whether somebody has
    public record ConcernLine(
            String href, String sign, String when, String answerBy, String standing, boolean grave, boolean taken) {}

    /// One concern.
    ///
    /// @param phone how the person is called; empty where nothing is written down
    /// @param answers everything that was told in that entry
    /// @param history before whom it was laid, who took it on, what came of it; in order
    /// @param todo what the knowledge base says to do; empty for what it does not list
    /// @param open whether it waits
    /// @param mine whether everything that is open of this person was taken on, this by whoever looks
    /// @param seen everything that is open of this person, as its forms name it
    /// @param seenHere this one, as its form names it
    /// @param others what else is open of this person
    /// @param adverse where an adverse event is opened from it
    public record ConcernPage(
            String person,
            String concern,
            String name,
            String phone,
            String sign,
            String call,
            boolean grave,
            String session,
            String answerBy,
            List<Answered> answers,
            List<String> history,
            String todo,
            boolean open,
            boolean mine,
            List<String> seen,
            String seenHere,
            List<ConcernLine> others,
            UUID takeKey,
            UUID closeKey,
            List<Outcome> outcomes,
            String record,
            String adverse,
            String words,
            List<String> problems) {}

    /// An answer of the entry, in words.
    public record Answered(String question, String answer) {}

    /// @param chosen whether it was chosen before the form came back
    public record Outcome(String id, String words, boolean chosen) {}

    /// The diary of a session, for whoever reads the record.
    ///
    /// @param code the link, to be scanned; empty where none is shown
    /// @param done what was just done; may be empty
    /// @param links the links that were given, newest first
    public record DiaryPage(
            String person,
            String name,
            String session,
            String title,
            UUID key,
            Optional<QrCode> code,
            String done,
            List<LinkLine> links,
            List<EntryLine> entries) {}

    /// @param id for taking it back; empty where it opens nothing any more
    public record LinkLine(String id, String words, UUID key) {}

    /// What was written at a time.
    public record EntryLine(String when, List<Answered> answers, List<RaisedLine> raised) {}

    /// @param href to the concern
    public record RaisedLine(String words, String href, boolean open) {}

    /// Where whoever is signed in is reached.
    ///
    /// @param answers whether whoever looks answers concerns, or sees to it that somebody does
    public record ReachPage(
            UUID key,
            boolean answers,
            String email,
            String mobile,
            List<String> notSetUp,
            String done,
            List<String> problems) {}
}
