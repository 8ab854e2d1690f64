package org.stipple.clinic.web.look;

import java.util.List;

/// What a patient is told on their own phone when something goes wrong. What they sent stands on the page: they
/// can send it once more, or copy it.
///
/// @param why what was in the way, and whether something was kept
/// @param back address of the page to go on with, from here, without the secret of the link; empty where there
///   is none
/// @param again whether what was sent can be sent once more from this page
/// @param typed what they wrote, by the name of its field
/// @param carried what else the form sent
public record OwnFailure(
        String title, String why, String next, String back, boolean again, List<Sent> typed, List<Sent> carried) {

    /// @param name of the field
    public record Sent(String name, String value) {}

    public OwnFailure {
        typed = List.copyOf(typed);
        carried = List.copyOf(carried);
    }
}
