package org.stipple.imaging;

import java.util.List;

/// What the operator said about the photos.
///
/// @param view from where they were taken
/// @param zones what is to be read, in pixels of the baseline; none: the whole of a patch, or the face
/// @param scale of the baseline as it was given; unknown when only rulers were
/// @param rulers what in the photo has a known size; the first that is found counts, tag before card before
///   the given scale before the pupils
/// @param face who knows where the points of the face are
public record PhotoSetting(View view, List<Zone> zones, Scale scale, List<Ruler> rulers, LandmarkProvider face) {

    public PhotoSetting {
        zones = List.copyOf(zones);
        rulers = List.copyOf(rulers);
    }

    /// Without rulers and landmarks.
    public PhotoSetting(View view, List<Zone> zones, Scale scale) {
        this(view, zones, scale, List.of(), LandmarkProvider.NONE);
    }

    /// The same with rulers in the photo.
    public PhotoSetting measuredBy(List<Ruler> others) {
        return new PhotoSetting(view, zones, scale, others, face);
    }

    /// The same with somebody who knows the face.
    public PhotoSetting knowing(LandmarkProvider provider) {
        return new PhotoSetting(view, zones, scale, rulers, provider);
    }

    PhotoSetting settled(List<Zone> found, Scale measured) {
        return new PhotoSetting(view, found, measured, rulers, face);
    }
}
