package org.stipple.clinic.web;

import java.util.List;
import org.stipple.clinic.access.Actor;

/// What waits for somebody today, as one list of the page of the day. Modules further down the line add theirs,
/// so that the page need not know them.
public interface TodayList {

    /// How many lines of one list stand on the page.
    int LONGEST = 12;

    /// Where it stands: what is gravest comes first.
    int order();

    /// What it is called: `Courses to sign`.
    String title();

    /// Whether it is this person's work.
    boolean isFor(Actor actor);

    /// Whether it reads of people. What tells of none leaves nothing in the trail.
    default boolean opensRecords() {
        return true;
    }

    /// What waits, the most urgent first: at most [#LONGEST] and one more, which says that there are more. It
    /// is asked in the transaction in which the page enters in the trail that it read of all people.
    List<Line> lines();

    /// Something that waits for somebody.
    ///
    /// @param who it is about; a name or a thing
    /// @param words what stands in the way or what is to be done, in one line
    /// @param when since when or until when, with its day
    /// @param href where it is done
    /// @param grave whether it cannot wait
    record Line(String who, String words, String when, String href, boolean grave) {}
}
