package org.stipple.imaging;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stipple.imaging.geometry.Homography;
import org.stipple.imaging.tag.SeenTag;
import org.stipple.imaging.tag.TagFinder;

/// What lies in a photo to measure by. No skin is read where it lies, whether it was asked for or not: black
/// squares on white paper are neither wrinkles nor spots.
///
/// @param card the 24-patch card
/// @param tags of the family 36h11, the largest first
record Markers(Optional<CardReading> card, List<SeenTag> tags) {

    /// `design`: the paper around the black square of a tag, in its sides; the white rim itself is an eighth.
    private static final double PAPER = 0.3;

    /// `design`: the frame around the middles of the outer patches, in steps from patch to patch.
    private static final double FRAME = 1;

    Markers {
        tags = List.copyOf(tags);
    }

    /// @param tagsToo whether tags are looked for, which takes OpenCV
    static Markers in(Photo photo, boolean tagsToo) {
        return new Markers(CardReading.of(photo), tagsToo ? TagFinder.find(new PhotoLight(photo)) : List.of());
    }

    /// Where they lie, with what they are printed on.
    List<Outline> outlines() {
        return Stream.concat(
                        tags.stream().map(tag -> outline(tag.map(), -PAPER, -PAPER, 1 + PAPER, 1 + PAPER)),
                        card.stream().map(seen -> outline(seen.map(), -FRAME, -FRAME, 5 + FRAME, 3 + FRAME)))
                .toList();
    }

    private static Outline outline(Homography map, double left, double top, double right, double bottom) {
        return new Outline(List.of(
                new Place(map.u(left, top), map.v(left, top)),
                new Place(map.u(right, top), map.v(right, top)),
                new Place(map.u(right, bottom), map.v(right, bottom)),
                new Place(map.u(left, bottom), map.v(left, bottom))));
    }

    /// A region without what they cover.
    Region leave(Region region) {
        Region left = region;
        for (Outline outline : outlines()) {
            left = left.without(Region.of(outline, region.width(), region.height()));
        }
        return left;
    }

    /// A region of the other photo without the skin that they cover in this one.
    ///
    /// @param onto from this photo to the other
    Region leave(Region region, Registration.Carry onto) {
        Region left = region;
        for (Outline outline : outlines()) {
            left = left.without(Region.of(onto.of(outline), region.width(), region.height()));
        }
        return left;
    }
}
