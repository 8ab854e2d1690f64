package org.stipple.imaging;

import java.util.List;

/// What the operator said about the photos.
///
/// @param view from where they were taken
/// @param zones what is to be read, in pixels of the baseline; none: the whole of a patch, or the face
/// @param scale of the baseline
public record PhotoSetting(View view, List<Zone> zones, Scale scale) {

    public PhotoSetting {
        zones = List.copyOf(zones);
    }
}
