package org.stipple.clinic.followup.web;

import java.util.List;
import java.util.UUID;
import org.stipple.clinic.web.look.Verdict;

/// What the page of follow-ups shows.
public final class FollowUpViews {

    private FollowUpViews() {}

    /// Something that may have come of asking.
    public record Option(String value, String words) {}

    /// Whom to ask what, and what came of it.
    ///
    /// @param phone to call; empty where none stands there
    /// @param rests why nobody asks for now; empty where somebody may
    /// @param clinician whether whoever is signed in may open an adverse event
    public record FollowUpPage(
            String person,
            String name,
            String phone,
            String rests,
            boolean clinician,
            List<Ask> asks,
            List<Option> outcomes,
            List<String> notes,
            List<String> problems) {}

    /// One question.
    ///
    /// @param now whether it can be asked by now
    /// @param note what stands in the field
    public record Ask(
            String session,
            String what,
            String words,
            Verdict verdict,
            String due,
            boolean now,
            UUID key,
            String note) {}
}
