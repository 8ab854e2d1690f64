package org.stipple.clinic.planning.web;

import java.util.List;
import java.util.UUID;
import org.stipple.clinic.planning.web.PlanningViews.Group;
import org.stipple.clinic.planning.web.PlanningViews.Option;
import org.stipple.clinic.planning.web.PlanningViews.Trouble;
import org.stipple.clinic.web.look.FindingView;
import org.stipple.clinic.web.look.IdentityView;

/// What the page of the questions of the day shows.
public final class RecheckViews {

    private RecheckViews() {}

    /// @param revision number of the answers it goes on from
    /// @param asSent whether it shows what was just sent
    /// @param since the day and the person of the answers before
    /// @param askedToday whether all were answered today already
    /// @param groups asked one by one
    /// @param together read out in one question; empty where nothing is
    /// @param news what can be said to it
    /// @param newsError what is missing there, or empty
    /// @param settled what is not asked, and why, in words
    public record RecheckPage(
            String id,
            IdentityView identity,
            String course,
            UUID key,
            int revision,
            boolean asSent,
            String since,
            boolean askedToday,
            List<Group> groups,
            List<Before> together,
            List<Option> news,
            String newsError,
            List<Before> settled,
            List<Trouble> troubles,
            Changes changes) {}

    /// A question and what was said to it before.
    public record Before(String question, String answer) {}

    /// What today's answers and today's knowledge change about the course.
    ///
    /// @param asPlanned whether nothing of the course is other than planned
    /// @param knowledge what became of the knowledge
    /// @param answers answers that are others than those it was planned on
    /// @param found what is found now and was not
    /// @param gone what was found and is not any more
    /// @param limits other depths, intervals and sessions, a sentence each
    public record Changes(
            boolean asPlanned,
            String knowledge,
            List<Different> answers,
            List<FindingView> found,
            List<String> gone,
            List<String> limits) {}

    /// An answer that is another.
    public record Different(String question, String before, String now) {}
}
