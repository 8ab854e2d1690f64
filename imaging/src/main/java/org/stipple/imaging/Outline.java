package org.stipple.imaging;

import java.util.ArrayList;
import java.util.List;

/// A closed polygon in a photo; the last corner is joined to the first. What lies an odd number of times
/// inside is inside.
public record Outline(List<Place> corners) {

    private static final double PIECE = 40;
    private static final int MOST_PIECES = 200;

    /// @throws IllegalArgumentException with fewer than three corners, or without any area
    public Outline {
        corners = List.copyOf(corners);
        if (corners.size() < 3) {
            throw new IllegalArgumentException("an outline needs 3 corners, had " + corners.size());
        }
        if (!(Math.abs(signedArea(corners)) > 0)) {
            throw new IllegalArgumentException("an outline needs an area");
        }
    }

    /// The whole photo.
    public static Outline whole(Photo photo) {
        return new Outline(List.of(
                new Place(0, 0),
                new Place(photo.width(), 0),
                new Place(photo.width(), photo.height()),
                new Place(0, photo.height())));
    }

    /// The same with more corners on long sides: carried over by a field, straight sides come out bent.
    Outline inPieces() {
        var more = new ArrayList<Place>();
        for (int i = 0; i < corners.size(); i++) {
            Place from = corners.get(i);
            Place to = corners.get((i + 1) % corners.size());
            int pieces = (int) Math.clamp(
                    Math.ceil(Math.hypot(to.x() - from.x(), to.y() - from.y()) / PIECE), 1, MOST_PIECES);
            for (int piece = 0; piece < pieces; piece++) {
                double t = piece / (double) pieces;
                more.add(new Place(from.x() + t * (to.x() - from.x()), from.y() + t * (to.y() - from.y())));
            }
        }
        return new Outline(more);
    }

    /// The same in a photo that was made smaller.
    ///
    /// @param factor pixels of the photo to a side of a pixel of the smaller one
    Outline smaller(int factor) {
        return new Outline(corners.stream()
                .map(corner -> new Place(corner.x() / factor, corner.y() / factor))
                .toList());
    }

    /// In square pixels.
    double area() {
        return Math.abs(signedArea(corners));
    }

    private static double signedArea(List<Place> corners) {
        double sum = 0;
        for (int i = 0; i < corners.size(); i++) {
            var a = corners.get(i);
            var b = corners.get((i + 1) % corners.size());
            sum += a.x() * b.y() - b.x() * a.y();
        }
        return sum / 2;
    }
}
