package org.stipple.imaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.stipple.imaging.register.Field;
import org.stipple.imaging.register.FieldFinder;
import org.stipple.imaging.register.Relief;

/// From an affine map to a smooth field: first by what a grid of windows still sees, then densely, each way on
/// its own, so that the way there and back says something.
final class DenseAligner {

    /// `design`: skin gives over this length and more; what is finer is change, and stays.
    private static final double SMOOTHNESS_MM = 5;

    /// Full width of a Gaussian at half of its height, in standard deviations.
    private static final double WIDTH_IN_SIGMAS = 2.355;

    /// Without a scale: this part of the long side, which is 5 mm where the photo shows a face.
    private static final double SMOOTHNESS_OF_SIDE = 1 / 40.0;

    private static final int LONG_SIDE = 3000;

    /// `design`: blocks by which a window may differ from the median of its neighbours.
    private static final double MAX_ODD = 2;

    private DenseAligner() {}

    /// @param there affine map from the baseline to the follow-up, in work images
    /// @param back the way back
    static DenseCarry find(
            Photo baseline, Photo followup, WorkImage fixed, WorkImage moving, Affine there, Affine back, Scale scale) {
        var reliefs = new Relief[2];
        IntStream.range(0, 2).parallel().forEach(i -> {
            Photo photo = i == 0 ? baseline : followup;
            reliefs[i] = Relief.of(new PhotoLight(photo), PhotoLight.factor(photo, LONG_SIDE));
        });
        try {
            var fields = new Field[2];
            IntStream.range(0, 2).parallel().forEach(i -> {
                WorkImage here = i == 0 ? fixed : moving;
                WorkImage other = i == 0 ? moving : fixed;
                Affine map = i == 0 ? there : back;
                Field start = start(reliefs[i], here, other, map);
                fields[i] =
                        FieldFinder.find(reliefs[i], reliefs[1 - i], start, sigma(i == 0 ? baseline : followup, scale));
            });
            return new DenseCarry(fields[0], fields[1]);
        } finally {
            for (Relief relief : reliefs) {
                relief.close();
            }
        }
    }

    private static double sigma(Photo photo, Scale scale) {
        double width = scale instanceof Scale.Known known
                ? SMOOTHNESS_MM / known.pixel().millimetres()
                : SMOOTHNESS_OF_SIDE * Math.max(photo.width(), photo.height());
        return width / WIDTH_IN_SIGMAS;
    }

    private static Field start(Relief relief, WorkImage here, WorkImage other, Affine map) {
        List<Window> windows = withoutOdd(Window.grid(here, other, map));
        Affine photos = here.toPhoto(map, other);
        double spread = Window.STEP * here.factor();
        return FieldFinder.start(relief, (x, y) -> {
            double sumX = 0;
            double sumY = 0;
            double sum = 1e-6;
            for (Window window : windows) {
                double dx = x - window.middle().x() * here.factor();
                double dy = y - window.middle().y() * here.factor();
                double weight = Math.exp(-(dx * dx + dy * dy) / (spread * spread));
                sumX += weight * window.shiftX();
                sumY += weight * window.shiftY();
                sum += weight;
            }
            double u = x + sumX / sum * here.factor();
            double v = y + sumY / sum * here.factor();
            return new double[] {photos.x(u, v) - x, photos.y(u, v) - y};
        });
    }

    private static List<Window> withoutOdd(List<Window> windows) {
        var kept = new ArrayList<Window>();
        List<Window> seeing = windows.stream().filter(Window::sees).toList();
        for (Window window : seeing) {
            List<Window> near = seeing.stream()
                    .filter(other -> Math.hypot(
                                    other.middle().x() - window.middle().x(),
                                    other.middle().y() - window.middle().y())
                            < 1.6 * Window.STEP)
                    .toList();
            double x = median(near.stream().mapToDouble(Window::shiftX).toArray());
            double y = median(near.stream().mapToDouble(Window::shiftY).toArray());
            if (Math.hypot(window.shiftX() - x, window.shiftY() - y) <= MAX_ODD) {
                kept.add(window);
            }
        }
        return kept;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
