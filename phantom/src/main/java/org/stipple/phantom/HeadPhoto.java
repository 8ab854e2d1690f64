package org.stipple.phantom;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// A photo of a head, and where its points are. Immutable.
///
/// @param photo the pixels
/// @param skin where skin shows: not eyes, brows, hair or background
/// @param points those that the camera sees
public record HeadPhoto(RenderedPhoto photo, Mask skin, Map<HeadPoint, SeenAt> points) {

    /// @param xPx from the left edge of the photo
    /// @param yPx from its top edge
    public record SeenAt(double xPx, double yPx) {}

    public HeadPhoto {
        points = Map.copyOf(points.isEmpty() ? Map.of() : new EnumMap<>(points));
    }

    /// Nothing when it is turned away.
    public Optional<SeenAt> at(HeadPoint point) {
        return Optional.ofNullable(points.get(point));
    }
}
