package org.stipple.clinic.aftercare.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.aftercare.AboutAnswers;

/// What a person's own pages after a session show. The texts are in the language of the page already.
public final class OwnAfterViews {

    private OwnAfterViews() {}

    /// Where one is, what to do today, and how it is.
    ///
    /// @param path of the pages of this link
    /// @param title `Day 2 after your session`
    /// @param session the day of the session
    /// @param newer that the session of the link was not the last, in a sentence; empty where it was
    /// @param bars what is expected, by day
    /// @param todayAt where today stands among the days; -1 where it is beyond them
    /// @param expected what is expected today
    /// @param usual what is usual in all, in a sentence; may be empty
    /// @param steps what to do and what to leave today
    /// @param disputed where sources disagree about the days after
    /// @param question the first of the questions
    /// @param signs for what to call whom
    /// @param later what was written before, newest first
    public record AfterPage(
            String path,
            String title,
            String session,
            String newer,
            List<Bar> bars,
            int todayAt,
            String chartWords,
            List<String> expected,
            String usual,
            List<StepLine> steps,
            List<Disputed> disputed,
            Asked question,
            List<Signs> signs,
            List<Written> later) {}

    /// Something that is expected from one day to another.
    public record Bar(String words, int from, int to, boolean now) {}

    /// @param when from when to when; `now` whether it counts at present
    public record StepLine(int fromHours, int toHours, String when, String todo, String avoid, boolean now) {}

    /// Where sources disagree.
    ///
    /// @param follow what we follow
    /// @param elsewhere what one may read elsewhere
    public record Disputed(String question, String follow, List<String> elsewhere, String why) {}

    /// Signs with whom to call for them.
    ///
    /// @param dial the number of the place for emergencies, as the clinic states it; empty where it has stated
    ///   none, and for what is none
    public record Signs(String whom, boolean emergency, String dial, List<String> words) {}

    /// What was written at a time.
    public record Written(String when, List<String> answers) {}

    /// A question with its answers, each of which is one tap.
    ///
    /// @param number which of how many it is, from 1
    /// @param signs signs that can be told by name; at the last question alone
    /// @param free whether words of their own can be written
    public record Asked(
            UUID key,
            UUID entry,
            String question,
            int number,
            int of,
            String words,
            List<Answer> answers,
            List<Answer> signs,
            boolean free) {}

    /// @param value as it is sent
    public record Answer(String value, String words) {}

    /// The next question, or what comes after the last.
    ///
    /// @param here its own address
    /// @param given what was answered so far, each to be changed
    /// @param calls what to do now, gravest first; empty while nothing was raised
    /// @param told what a program says about the answers; empty where that is not turned on
    /// @param photo where a photo may be added; empty while questions come first, and in an emergency
    public record EntryPage(
            String path,
            String here,
            Optional<Asked> asked,
            List<GivenLine> given,
            List<Call> calls,
            Optional<AboutAnswers.Told> told,
            Optional<PhotoPart> photo) {

        /// With what a program says about the answers.
        EntryPage with(Optional<AboutAnswers.Told> said) {
            return new EntryPage(path, here, asked, given, calls, said, photo);
        }
    }

    /// Where a photo may be added to what was written.
    ///
    /// @param said what came of the last one; may be empty
    /// @param kept whether that one was kept
    /// @param sent how many came with this entry, in words; empty for none
    /// @param may whether a photo is kept at all
    /// @param mostBytes that a file may have
    public record PhotoPart(
            UUID key, String action, String said, boolean kept, String sent, boolean may, int mostBytes) {}

    /// An answer as it stands.
    public record GivenLine(String question, String words, String answer) {}

    /// What to do now.
    ///
    /// @param answered whether nothing is open any more: somebody has answered
    /// @param dial as [Signs#dial()]
    public record Call(boolean emergency, boolean answered, String title, String words, String dial) {}
}
