package org.stipple.clinic.adverse.web;

import java.util.List;
import java.util.UUID;
import org.stipple.clinic.web.look.Verdict;

/// What the pages of adverse events show.
public final class AdverseViews {

    private AdverseViews() {}

    /// Something to choose.
    public record Option(String value, String words, boolean chosen) {}

    /// A term and what is said of it.
    public record Fact(String term, String words) {}

    /// Events of the clinic, or of one person.
    ///
    /// @param person identifier; empty of the whole clinic
    /// @param name of that person
    public record ListPage(String person, String name, List<Line> lines) {}

    /// One of them.
    ///
    /// @param who the person; empty on their own page
    /// @param standing what it is for the next session, in a word or two
    public record Line(
            String href,
            String who,
            String words,
            String when,
            Verdict verdict,
            String standing,
            String state,
            String report) {}

    /// The form with which one is opened.
    ///
    /// @param sessions after which it may have come, newest first
    /// @param entry of the diary from which it comes; empty where it comes from elsewhere
    public record NewPage(
            String person,
            String name,
            UUID key,
            List<Option> sessions,
            String entry,
            JudgeView judge,
            List<String> problems) {}

    /// How an event is judged, as fields of a form.
    ///
    /// @param id begins the identifiers of its fields
    /// @param kindWords what it is, where it has no name here
    /// @param onset a day as `2026-11-20`; empty for not known
    public record JudgeView(
            String id,
            List<Option> flags,
            List<Option> expected,
            boolean other,
            String kindWords,
            String onset,
            String description,
            List<Option> grades,
            List<Option> serious,
            String done,
            List<Option> outcomes,
            String resolvedOn) {}

    /// An event.
    ///
    /// @param revision that is shown
    /// @param standing what it is for the next session, in a word or two
    /// @param now what stands in the way, or does not
    /// @param flag what the knowledge base says is to be done; empty where it says nothing
    /// @param kept what stood in the record of the session when it was opened
    /// @param diary that it came from the diary; empty where it did not
    /// @param clock until when it is to be reported, in words
    /// @param goOn whether the form is shown with which treatment goes on
    /// @param own why whoever is signed in cannot end the review; empty where they can, or nothing waits
    /// @param mayReview whether the form of the review is shown
    public record EventPage(
            String person,
            String name,
            String event,
            int revision,
            UUID key,
            String title,
            String sub,
            Verdict verdict,
            String standing,
            String now,
            String flag,
            List<Fact> facts,
            List<Fact> kept,
            String diary,
            String clock,
            String score,
            List<Block> blocks,
            boolean goOn,
            String goOnMeaning,
            String goOnReason,
            String review,
            String own,
            boolean mayReview,
            String reviewMeaning,
            String note,
            JudgeView judge,
            String reason,
            List<String> history,
            List<String> problems) {}

    /// A block of the report.
    public record Block(String words, List<FieldLine> lines) {}

    /// A field of the report.
    ///
    /// @param byHand whether it can be filled in
    /// @param typed what stands in the form
    /// @param notApplicable whether the form says that it does not apply
    public record FieldLine(
            String id,
            String label,
            Verdict verdict,
            String state,
            String words,
            boolean byHand,
            String typed,
            boolean notApplicable) {}
}
