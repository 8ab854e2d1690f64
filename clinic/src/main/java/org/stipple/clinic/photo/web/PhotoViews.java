package org.stipple.clinic.photo.web;

import java.util.List;
import java.util.UUID;
import org.stipple.clinic.web.look.IdentityView;

/// What the pages of photos show.
public final class PhotoViews {

    private PhotoViews() {}

    /// @param consented whether there is consent to photos for the record
    /// @param measured whether a pair can be sent to be measured
    public record PhotosPage(
            String id,
            String name,
            IdentityView identity,
            UUID key,
            UUID measureKey,
            String today,
            boolean consented,
            List<Option> views,
            List<Shot> shots,
            List<String> problems) {}

    /// Something to choose.
    public record Option(String value, String words) {}

    /// A photo in the list.
    public record Shot(String id, String src, String view, String taken, String size, int width, int height) {}
}
