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

    private Gates() {}

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
        double stops = Math.abs(Math.log(after.luminance() / before.luminance()) / Math.log(2));
        double colour = Math.abs(after.blueToGreen() - before.blueToGreen());
        return List.of(
                new Gate(Gate.Kind.LIGHT_EXPOSURE, Gate.Shot.FOLLOWUP, zone, stops, MAX_STOPS),
                new Gate(Gate.Kind.LIGHT_COLOUR, Gate.Shot.FOLLOWUP, zone, colour, MAX_COLOUR));
    }

    private static Gate sharpness(Photo photo, Region region, Gate.Shot shot, String zone) {
        return new Gate(Gate.Kind.SHARPNESS, shot, zone, Sharpness.of(photo, region), Sharpness.LIMIT);
    }
}
