package org.stipple.clinic.photo.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.web.look.IdentityView;

/// What the pages of photos show.
public final class PhotoViews {

    private PhotoViews() {}

    /// @param consented whether there is consent to photos for the record
    /// @param entered what the form to add one holds
    /// @param withheld empty where everything that there is is shown
    public record PhotosPage(
            String id,
            String name,
            IdentityView identity,
            UUID key,
            UUID measureKey,
            Entered entered,
            boolean consented,
            List<Option> views,
            List<Shot> shots,
            Optional<Withheld> withheld,
            List<String> problems) {}

    /// Photos that are there and not shown.
    ///
    /// @param since when consent was withdrawn
    /// @param mayLook whether whoever reads this may look with a reason
    public record Withheld(String since, int number, boolean mayLook, UUID key) {}

    /// What stands in the form, as it was typed: after a refusal nothing but the file has to be chosen again.
    ///
    /// @param view its identifier; empty where none was chosen
    public record Entered(String view, String takenOn, String mmPerPx) {}

    /// Something to choose.
    public record Option(String value, String words) {}

    /// A photo in the list.
    ///
    /// @param occasion for what it was taken, and of which zone; empty for photos from before that was kept
    /// @param ruler whether card or tags were found in it; may be empty
    /// @param missed what it misses, each in words
    public record Shot(
            String id,
            String src,
            String view,
            String taken,
            String size,
            int width,
            int height,
            String occasion,
            String ruler,
            List<String> missed) {}
}
