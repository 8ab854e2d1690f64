package org.stipple.imaging;

import java.util.ArrayList;
import java.util.List;

/// What can be said of a photo as soon as it is there, before anybody knows where the skin of it lies: whether
/// a colour card and tags are in it, and which gates it meets that need no zone.
///
/// ```
/// FirstLook look = FirstLook.of(Photo.decode(file), View.FRONTAL);
/// ```
///
/// Nothing is measured by it. What a pair of photos has to meet is judged when they are measured, in each zone.
///
/// @param card whether a 24-patch colour card is seen
/// @param tags identifiers of the tags of the family 36h11, the largest first
/// @param gates all that were judged, passed or not
public record FirstLook(boolean card, List<Integer> tags, List<Gate> gates) {

    /// `design`: of width and height, the part around the middle in which a face that is framed as it should be
    /// has its skin, and little else.
    private static final double MIDDLE_OF_A_FACE = 0.4;

    /// `design`: a patch fills its photo; its rim is out of focus more often than not.
    private static final double MIDDLE_OF_A_PATCH = 0.8;

    public FirstLook {
        tags = List.copyOf(tags);
        gates = List.copyOf(gates);
    }

    /// Looks at a photo.
    public static FirstLook of(Photo photo, View view) {
        var shot = Gate.Shot.BASELINE;
        Markers markers = Markers.in(photo, true);
        Region middle = markers.leave(middle(photo, view == View.PATCH ? MIDDLE_OF_A_PATCH : MIDDLE_OF_A_FACE));
        var gates = new ArrayList<Gate>();
        gates.add(new Gate(Gate.Kind.SHARPNESS, shot, Gate.WHOLE_PHOTO, Sharpness.of(photo, middle), Sharpness.LIMIT));
        gates.add(new Gate(
                Gate.Kind.CLIPPING,
                shot,
                Gate.WHOLE_PHOTO,
                ZoneColour.of(photo, middle).clippedPercent(),
                Gates.MAX_CLIPPED_PERCENT));
        gates.add(new Gate(
                Gate.Kind.SIZE_PX,
                shot,
                Gate.WHOLE_PHOTO,
                Math.min(photo.width(), photo.height()),
                view == View.PATCH ? Gates.MIN_WIDTH_PX : Gates.MIN_FACE_PX));
        gates.add(Gates.ofCompression(photo, shot));
        markers.tags().stream()
                .findFirst()
                .ifPresent(tag -> gates.add(Gates.ofTilt(shot, tag.map().tiltDegrees(0.5, 0.5))));
        markers.card().ifPresent(card -> {
            gates.add(Gates.ofTilt(shot, card.tiltDegrees()));
            card.fit().ifPresent(fit -> gates.add(Gates.ofCard(shot, fit.residual())));
        });
        return new FirstLook(
                markers.card().isPresent(),
                markers.tags().stream().map(tag -> tag.id()).toList(),
                gates);
    }

    private static Region middle(Photo photo, double part) {
        double left = photo.width() * (1 - part) / 2;
        double top = photo.height() * (1 - part) / 2;
        double right = photo.width() - left;
        double bottom = photo.height() - top;
        return Region.of(
                new Outline(List.of(
                        new Place(left, top),
                        new Place(right, top),
                        new Place(right, bottom),
                        new Place(left, bottom))),
                photo.width(),
                photo.height());
    }
}
