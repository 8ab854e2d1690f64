package org.stipple.imaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.stipple.quantities.Fraction;

/// Lays a follow-up onto a baseline: coarse by phase correlation over some rotations, fine by enhanced
/// correlation (Evangelidis and Psarakis 2008, doi 10.1109/TPAMI.2008.113), finer by a grid of windows,
/// densely where skin gave, and all of it there and back.
///
/// Metrics are never computed on warped pixels; the map is used to find the same skin in both photos.
final class Aligner {

    /// `design`: below this part of windows that agree, the photos do not show the same skin.
    static final double MIN_AGREEING = 0.5;

    /// `design`: the published target is 0.5 mm; 10 pixels are that at 0.05 mm a pixel.
    static final double MAX_P95_PX = 10;

    /// `design`: an affine map that leaves no more is enough; what is simpler cannot warp anything away.
    static final double ENOUGH_PX = 1;

    /// Fewer windows do not fix a field.
    private static final int MIN_SEEING = 6;

    private static final double MAX_THERE_AND_BACK = 1.5;
    private static final double MAX_ZOOM = 1.5;

    private Aligner() {}

    /// @param scale of the baseline; where it is unknown, 5 mm of skin are guessed from the size of the photo
    static Registration align(Photo baseline, Photo followup, Scale scale) {
        NativeVision.load();
        try (var fixed = WorkImage.of(baseline);
                var moving = WorkImage.of(followup)) {
            Optional<Affine> there = Alignment.find(fixed, moving);
            Optional<Affine> back = there.flatMap(found ->
                    isLikely(found, fixed, moving) ? Alignment.find(moving, fixed, found.inverse()) : Optional.empty());
            if (there.isEmpty() || back.isEmpty()) {
                return new Registration.NotRegistered(
                        "the two photos do not show the same skin from about the same side and distance");
            }
            Affine onto = fixed.toPhoto(there.get(), moving);
            Registration straight = judged(fixed, moving, onto, moving.toPhoto(back.get(), fixed));
            if (straight instanceof Registration.Registered registered && registered.p95Px() <= ENOUGH_PX
                    || !sees(fixed, moving, there.get())) {
                return straight;
            }
            var dense = DenseAligner.find(baseline, followup, fixed, moving, there.get(), back.get(), scale);
            Registration bent = judged(fixed, moving, dense, dense.inverse());
            return better(straight, bent);
        }
    }

    private static boolean sees(WorkImage fixed, WorkImage moving, Affine there) {
        return Window.grid(fixed, moving, there).stream().filter(Window::sees).count() >= MIN_SEEING;
    }

    private static Registration better(Registration straight, Registration bent) {
        return straight instanceof Registration.Registered one
                        && !(bent instanceof Registration.Registered other && other.p95Px() < one.p95Px())
                ? straight
                : bent;
    }

    private static boolean isLikely(Affine there, WorkImage fixed, WorkImage moving) {
        double zoom = Math.sqrt(Math.abs(there.determinant())) * moving.factor() / fixed.factor();
        return there.determinant() > 0 && zoom < MAX_ZOOM && zoom > 1 / MAX_ZOOM;
    }

    /// @param onto between the photos
    private static Registration judged(
            WorkImage fixed, WorkImage moving, Registration.Carry onto, Registration.Carry back) {
        UnaryOperator<Place> there = place -> {
            Place at = onto.of(new Place(place.x() * fixed.factor(), place.y() * fixed.factor()));
            return new Place(at.x() / moving.factor(), at.y() / moving.factor());
        };
        List<Window> windows = Window.grid(
                fixed, moving, Alignment.laid(moving.relief(), there, fixed.width(), fixed.height()), there);
        var errors = new ArrayList<Double>();
        for (Window window : windows) {
            var middle = new Place(
                    window.middle().x() * fixed.factor(), window.middle().y() * fixed.factor());
            Place carried = back.of(onto.of(middle));
            double gap = Math.hypot(carried.x() - middle.x(), carried.y() - middle.y());
            if (window.sees() && gap <= MAX_THERE_AND_BACK * fixed.factor()) {
                errors.add(Math.max(gap, Math.hypot(window.shiftX(), window.shiftY()) * fixed.factor()));
            }
        }
        double agreeing = windows.isEmpty() ? 0 : errors.size() / (double) windows.size();
        if (agreeing < MIN_AGREEING) {
            return new Registration.NotRegistered(String.format(
                    Locale.ROOT,
                    "the two photos agree in %.0f %% of their common skin, at least %.0f %% is needed: other skin,"
                            + " another distance (by more than a twentieth), another side or another light",
                    100 * agreeing,
                    100 * MIN_AGREEING));
        }
        double[] sorted = errors.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        double p95 = sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
        if (p95 > MAX_P95_PX) {
            return new Registration.NotRegistered(String.format(
                    Locale.ROOT, "the skin moved between the photos: 5 %% of it is more than %.0f pixels off", p95));
        }
        return new Registration.Registered(onto, sorted[sorted.length / 2], p95, Fraction.ofValue(1 - agreeing));
    }
}
