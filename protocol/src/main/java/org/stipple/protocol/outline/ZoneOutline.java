package org.stipple.protocol.outline;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stipple.quantities.Area;
import org.stipple.quantities.ZoneId;

/// Where a zone is in one view of a standard adult. Schematic (`design`): as seen, so that skin that turns
/// away from the viewer is foreshortened.
///
/// @param rings the outer lines: one, or more where the zone shows in several parts
/// @param holes what inside them is never treated
/// @param label the place for a word or a number: as far from every line as can be
public record ZoneOutline(ZoneId zone, BodyView view, List<Ring> rings, List<Ring> holes, Point label) {

    /// @throws IllegalArgumentException without a ring
    public ZoneOutline {
        rings = List.copyOf(rings);
        holes = List.copyOf(holes);
        if (rings.isEmpty()) {
            throw new IllegalArgumentException("a zone must have a ring at least");
        }
    }

    /// Skin inside the rings and outside the holes, as seen.
    public Area area() {
        return Area.ofSquareCentimetres(sum(rings) - sum(holes));
    }

    private static double sum(List<Ring> rings) {
        return rings.stream()
                .mapToDouble(ring -> ring.area().squareCentimetres())
                .sum();
    }

    /// Whether the point lies in the zone and in none of its holes.
    public boolean contains(Point point) {
        return rings.stream().anyMatch(ring -> ring.contains(point))
                && holes.stream().noneMatch(hole -> hole.contains(point));
    }

    /// Rings and holes as the path data of SVG, in millimetres; to be filled by the even-odd rule.
    public String svgPath() {
        return Stream.concat(rings.stream(), holes.stream()).map(Ring::svgPath).collect(Collectors.joining());
    }
}
