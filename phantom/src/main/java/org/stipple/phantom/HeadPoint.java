package org.stipple.phantom;

/// A point of the face that is known on the mesh. Left and right are the person's.
public enum HeadPoint {
    PUPIL_LEFT,
    PUPIL_RIGHT,
    /// Where the opening of the eye ends, in the photo.
    EYE_OUTER_LEFT,
    EYE_INNER_LEFT,
    EYE_OUTER_RIGHT,
    EYE_INNER_RIGHT,
    /// The deepest point of the root of the nose.
    NASION,
    NOSE_TIP
}
