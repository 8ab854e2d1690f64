package org.stipple.clinic.recall.web;

import java.util.List;
import java.util.UUID;
import org.stipple.clinic.web.look.Verdict;

/// What the pages of recalls show.
public final class RecallViews {

    private RecallViews() {}

    /// All recalls, newest first.
    public record RecallsPage(List<RecallLine> recalls) {}

    /// @param about goods and what they are
    /// @param state where it stands
    public record RecallLine(String href, String title, String about, Verdict state, String words) {}

    /// One recall.
    ///
    /// @param words what stands behind the link, to be approved
    /// @param approved who approved it, or that nobody did
    /// @param mayWrite whether whoever looks may send it as it stands
    /// @param mayChangeWords whether they may approve other words
    /// @param unwritten how many were not written to yet
    public record RecallPage(
            String id,
            String title,
            String about,
            String done,
            List<String> problems,
            List<PersonRow> people,
            String words,
            String approved,
            boolean mayWrite,
            boolean mayChangeWords,
            int unwritten,
            List<String> notices,
            UUID key) {}

    /// Somebody whom it concerns.
    ///
    /// @param sessions each in words: number, day, zones
    /// @param key of the form that writes down a call; used where `message` is not empty
    public record PersonRow(
            String href,
            String name,
            String born,
            String phone,
            List<String> sessions,
            Verdict state,
            String words,
            List<String> details,
            String message,
            boolean open,
            UUID key) {}
}
