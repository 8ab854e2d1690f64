package org.stipple.imaging;

import java.util.Optional;

/// Knows where the points of the face in a photo are.
@FunctionalInterface
public interface LandmarkProvider {

    /// Knows no face.
    LandmarkProvider NONE = (_, _) -> Optional.empty();

    /// The face in this photo.
    ///
    /// @param shot which of the two photos it is, for those who were told and do not look
    /// @return nothing when there is none, or none of which one can be sure
    Optional<Landmarks> find(Photo photo, Gate.Shot shot);
}
