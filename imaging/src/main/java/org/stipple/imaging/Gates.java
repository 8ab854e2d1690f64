package org.stipple.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges photos. Every limit is `design` unless it says otherwise.
final class Gates {

    /// Per cent of pixels (reference: below 1 %).
    static final double MAX_CLIPPED_PERCENT = 1;

    /// Contract of `stipple measure`.
    static final double MIN_WIDTH_PX = 300;

    /// Contract of `stipple measure`.
    static final double MIN_AREA_CM2 = 1;

    /// A cheek is about a third as wide as a face: at 300 pixels for it, the face needs three times as many.
    static final double MIN_FACE_PX = 900;

    /// Beyond it, the tone curve that cameras lay over sRGB moves the index.
    static final double MAX_STOPS = 0.5;

    /// A shift along daylight that stays below it moves the erythema index by about its detection limit.
    static final double MAX_COLOUR = 0.02;

    /// Contract of `stipple measure`.
    static final double MAX_TILT_DEGREES = 15;

    /// Contract of `stipple measure`, per cent.
    static final double MAX_DISAGREEMENT = 5;

    /// Contract of `stipple measure`: mm a pixel for pores and fine lines.
    static final double MAX_MM_PER_PX = 0.06;

    /// Contract of `stipple measure`.
    static final double MAX_POSE_DEGREES = 5;

    /// Mean CIEDE2000 (reference).
    static final double MAX_CARD_RESIDUAL = 3;

    /// `design`: focus that is off by a fifth of a pixel moves sharpness by 0.015, by half a pixel by 0.04, by
    /// one by 0.08; wrinkles that are all gone by 0.03, a single deep groove in smooth skin by 0.4.
    static final double MAX_SHARPNESS_CHANGE = 0.05;

    /// `design`: light that stands 25 degrees lower moves it by 0.07, a groove that is gone by 0.06 at most.
    static final double MAX_FOCUS_CHANGE = 0.065;

    /// `design`: 10 degrees foreshorten by 1.5 %, which is also what skin gives when it is stretched.
    static final double MAX_TILT_CHANGE_DEGREES = 10;

    /// `design`: JPEG quality 88 by the tables of the standard; below it pores are rounded away.
    static final double MAX_COMPRESSION = 14;

    /// `design`: qualities 95 and 93; at 95 and 90 pores already differ by more than between retests.
    static final double MAX_COMPRESSION_CHANGE = 1.5;

    private Gates() {}

    /// Of one photo as a file.
    static Gate ofCompression(Photo photo, Gate.Shot shot) {
        return new Gate(Gate.Kind.COMPRESSION, shot, Gate.WHOLE_PHOTO, photo.rounding(), MAX_COMPRESSION);
    }

    /// Of two photos as files.
    static Gate ofCompression(Photo before, Photo after) {
        double times = Math.max(after.rounding() / before.rounding(), before.rounding() / after.rounding());
        return new Gate(
                Gate.Kind.COMPRESSION_CHANGE, Gate.Shot.FOLLOWUP, Gate.WHOLE_PHOTO, times, MAX_COMPRESSION_CHANGE);
    }

    /// Whether what is fine is drawn alike in the same skin of both photos.
    ///
    /// @param sharper sharpness of the follow-up less that of the baseline
    /// @param grainier likewise of grain
    /// @param tilt by which the one is seen more obliquely, in degrees
    static List<Gate> ofLikeness(Sharpness.Change sharper, double grainier, double tilt, String zone) {
        var shot = Gate.Shot.FOLLOWUP;
        return List.of(
                new Gate(Gate.Kind.SHARPNESS_CHANGE, shot, zone, Math.abs(sharper.all()), MAX_SHARPNESS_CHANGE),
                new Gate(Gate.Kind.FOCUS_CHANGE, shot, zone, Math.abs(sharper.common()), MAX_FOCUS_CHANGE),
                new Gate(Gate.Kind.GRAIN_CHANGE, shot, zone, Math.abs(grainier), Grain.MAX_CHANGE),
                new Gate(Gate.Kind.TILT_CHANGE, shot, zone, tilt, MAX_TILT_CHANGE_DEGREES));
    }

    static Gate ofTilt(Gate.Shot shot, double degrees) {
        return new Gate(Gate.Kind.TILT, shot, Gate.WHOLE_PHOTO, degrees, MAX_TILT_DEGREES);
    }

    static Gate ofCard(Gate.Shot shot, double residual) {
        return new Gate(Gate.Kind.CARD, shot, Gate.WHOLE_PHOTO, residual, MAX_CARD_RESIDUAL);
    }

    /// How the head is held in each photo, and what changed between them.
    static List<Gate> ofFace(Landmarks before, Optional<Landmarks> after, View view) {
        var gates = new ArrayList<Gate>();
        gates.add(ofTilt(Gate.Shot.BASELINE, FacePose.degreesOff(before, view)));
        after.ifPresent(face -> {
            gates.add(ofTilt(Gate.Shot.FOLLOWUP, FacePose.degreesOff(face, view)));
            double turned = FacePose.degreesBetween(before, face);
            gates.add(new Gate(Gate.Kind.POSE, Gate.Shot.FOLLOWUP, Gate.WHOLE_PHOTO, turned, MAX_POSE_DEGREES));
            double moved = Expression.percentBetween(before, face);
            gates.add(new Gate(
                    Gate.Kind.EXPRESSION, Gate.Shot.FOLLOWUP, Gate.WHOLE_PHOTO, moved, Expression.MAX_PERCENT));
        });
        return gates;
    }

    /// How the light falls on the same zone in both photos.
    static List<Gate> ofCourse(LightCourse before, LightCourse after, String zone) {
        return List.of(
                new Gate(
                        Gate.Kind.LIGHT_GRADIENT,
                        Gate.Shot.FOLLOWUP,
                        zone,
                        before.stopsTo(after),
                        LightCourse.MAX_STOPS),
                new Gate(
                        Gate.Kind.LIGHT_DIRECTION,
                        Gate.Shot.FOLLOWUP,
                        zone,
                        before.turnTo(after),
                        LightCourse.MAX_TURN));
    }

    /// With a scale: whether it is fine enough, and whether a zone of that size is possible.
    static List<Gate> ofScale(Scale scale, Region region, Gate.Shot shot, String zone) {
        if (!(scale instanceof Scale.Known known)) {
            return List.of();
        }
        var gates = new ArrayList<Gate>();
        gates.add(new Gate(Gate.Kind.SCALE_RESOLUTION, shot, zone, known.pixel().millimetres(), MAX_MM_PER_PX));
        double area = scale.area(region.count()).orElseThrow().squareCentimetres();
        ZoneSize.most(zone).ifPresent(most -> gates.add(new Gate(Gate.Kind.SCALE_AREA, shot, zone, area, most)));
        return gates;
    }

    /// @param colour of the same zone
    static List<Gate> ofZone(Photo photo, Region region, ZoneColour colour, Gate.Shot shot, String zone, Scale scale) {
        var gates = new ArrayList<Gate>();
        gates.add(sharpness(photo, region, shot, zone));
        gates.add(new Gate(Gate.Kind.CLIPPING, shot, zone, colour.clippedPercent(), MAX_CLIPPED_PERCENT));
        gates.add(new Gate(Gate.Kind.SIZE_PX, shot, zone, region.columns(), MIN_WIDTH_PX));
        gates.add(new Gate(Gate.Kind.OCCLUSION, shot, zone, Occlusion.percent(photo, region), Occlusion.MAX_PERCENT));
        scale.area(region.count())
                .ifPresent(area ->
                        gates.add(new Gate(Gate.Kind.SIZE_AREA, shot, zone, area.squareCentimetres(), MIN_AREA_CM2)));
        return gates;
    }

    /// A face of which nobody knows where it is cannot be wider than the photo; nothing can be said about its
    /// skin.
    static Gate ofFace(Photo photo, Gate.Shot shot) {
        return new Gate(
                Gate.Kind.SIZE_PX, shot, Measurement.FACE, Math.min(photo.width(), photo.height()), MIN_FACE_PX);
    }

    static List<Gate> ofLight(ZoneColour before, ZoneColour after, String zone) {
        double stops = before.stopsTo(after);
        double colour = Math.abs(after.blueToGreen() - before.blueToGreen());
        return List.of(
                new Gate(Gate.Kind.LIGHT_EXPOSURE, Gate.Shot.FOLLOWUP, zone, stops, MAX_STOPS),
                new Gate(Gate.Kind.LIGHT_COLOUR, Gate.Shot.FOLLOWUP, zone, colour, MAX_COLOUR));
    }

    private static Gate sharpness(Photo photo, Region region, Gate.Shot shot, String zone) {
        return new Gate(Gate.Kind.SHARPNESS, shot, zone, Sharpness.of(photo, region), Sharpness.LIMIT);
    }
}
