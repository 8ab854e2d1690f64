package org.stipple.clinic.today.web;

import java.util.List;
import org.stipple.clinic.web.TodayList;

/// What the page of the day shows.
public final class TodayViews {

    private TodayViews() {}

    /// @param day in words
    /// @param lists that have something waiting
    /// @param quiet what else was looked at, and is empty
    /// @param counts other worklists with something waiting
    /// @param links where one begins, where nothing waits
    public record TodayPage(String day, List<Waiting> lists, List<String> quiet, List<Link> counts, List<Link> links) {}

    /// One list.
    ///
    /// @param id of its heading
    /// @param more whether there are more than stand here
    public record Waiting(String id, String title, List<TodayList.Line> lines, boolean more) {}

    /// Words that lead somewhere.
    public record Link(String words, String href) {}
}
