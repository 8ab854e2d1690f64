package org.stipple.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stipple.imaging.tag.SeenTag;
import org.stipple.quantities.Length;

/// How much skin a pixel sees, from what is known to have a size. What contradicts itself gives no scale.
///
/// @param scale from the best ruler that was found
/// @param gates tilt, and how well a given scale agrees
record ScaleFinding(Scale scale, List<Gate> gates) {

    /// As its `from` says it.
    static final String GIVEN = "given";

    private static final String TAG = "tag36h11";
    private static final String CARD = "card";
    private static final String PUPILS = "ipd";

    /// One way to a scale.
    private record Found(double millimetres, String from) {}

    static ScaleFinding of(Gate.Shot shot, PhotoSetting setting, Markers markers, Optional<Landmarks> face) {
        Optional<CardReading> card = markers.card();
        var gates = new ArrayList<Gate>();
        var missing = new ArrayList<String>();
        var measured = new ArrayList<Found>();
        Optional<Found> estimated = Optional.empty();
        for (Ruler ruler : setting.rulers()) {
            switch (ruler) {
                case Ruler.Tag(var side) ->
                    tag(markers.tags(), shot, side, gates, missing).ifPresent(measured::addFirst);
                case Ruler.Card(var pitch) -> {
                    card.map(seen -> new Found(pitch.millimetres() / seen.pitchPx(), CARD))
                            .ifPresentOrElse(measured::add, () -> missing.add("no 24-patch colour card is seen"));
                }
                case Ruler.Pupils(var distance) -> {
                    estimated = face.map(seen -> new Found(distance.millimetres() / seen.pupils(), PUPILS));
                    if (estimated.isEmpty()) {
                        missing.add("without landmarks nobody knows where the pupils are");
                    }
                }
            }
        }
        card.ifPresent(seen -> gates.add(Gates.ofTilt(shot, seen.tiltDegrees())));
        if (setting.scale() instanceof Scale.Known(var pixel, var from)) {
            measured.add(new Found(pixel.millimetres(), from));
        }
        return new ScaleFinding(chosen(measured, estimated, missing, setting, shot, gates), gates);
    }

    private static Optional<Found> tag(
            List<SeenTag> tags, Gate.Shot shot, Length side, List<Gate> gates, List<String> missing) {
        if (tags.isEmpty()) {
            missing.add("no tag of the family 36h11 is seen");
            return Optional.empty();
        }
        SeenTag largest = tags.getFirst();
        gates.add(Gates.ofTilt(shot, largest.map().tiltDegrees(0.5, 0.5)));
        return Optional.of(new Found(side.millimetres() / largest.sidePx(), TAG));
    }

    private static Scale chosen(
            List<Found> measured,
            Optional<Found> estimated,
            List<String> missing,
            PhotoSetting setting,
            Gate.Shot shot,
            List<Gate> gates) {
        if (measured.isEmpty()) {
            return estimated
                    .<Scale>map(ScaleFinding::known)
                    .orElseGet(() -> new Scale.Unknown(
                            missing.isEmpty() ? why(setting) : "no scale: " + String.join(", ", missing)));
        }
        Found best = measured.getFirst();
        for (Found other : measured.subList(1, measured.size())) {
            double percent = 100 * Math.abs(other.millimetres / best.millimetres - 1);
            var gate = new Gate(Gate.Kind.SCALE_AGREEMENT, shot, Gate.WHOLE_PHOTO, percent, Gates.MAX_DISAGREEMENT);
            gates.add(gate);
            if (!gate.passed()) {
                return new Scale.Unknown(String.format(
                        Locale.ROOT,
                        "no scale: by the %s a pixel is %.4f mm, by the %s scale %.4f mm, which is %.1f %% off, and at"
                                + " most %.0f %% is accepted",
                        best.from,
                        best.millimetres,
                        other.from,
                        other.millimetres,
                        percent,
                        Gates.MAX_DISAGREEMENT));
            }
        }
        return known(best);
    }

    private static String why(PhotoSetting setting) {
        return switch (setting.scale()) {
            case Scale.Unknown(var why) -> why;
            case Scale.Known known -> "no scale: " + known;
        };
    }

    private static Scale known(Found found) {
        return new Scale.Known(Length.ofMillimetres(found.millimetres), found.from);
    }
}
